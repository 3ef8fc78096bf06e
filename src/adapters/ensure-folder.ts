/** Makes a folder to write in. */
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Fault } from '../core/fault.ts';

/** Makes the folder and those it lies in. @throws Fault `file/exists` when one of them is a file */
export function ensureFolder(folder: string): void {
  for (let part = folder; ; part = dirname(part)) {
    if (existsSync(part) && !statSync(part).isDirectory()) throw new Fault('file/exists', { file: part });
    if (existsSync(part) || part === dirname(part)) break;
  }
  mkdirSync(folder, { recursive: true });
}
