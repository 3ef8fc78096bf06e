/** Files that ship beside the code: `schemas/`, `adapters/`. Found from the package root, never from the working directory. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Fault } from './fault.ts';

let root: string | undefined;

/**
 * Absolute path of the folder whose `package.json` is named licheng, walking up from this file:
 * the same from `src/`, from `dist/src/` and from an installed package.
 *
 * @throws Fault `install/incomplete` when there is none.
 */
export function packageRoot(): string {
  root ??= findRoot(import.meta.dirname);
  return root;
}

/**
 * Parsed JSON of a file below the package root, e.g. `schemas/codes/sex.json`. Only for files that
 * ship with the program; input from outside goes through `formats/json/read.ts`.
 *
 * @throws Fault `install/incomplete` when the file is missing or is not JSON.
 */
export function resourceJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(join(packageRoot(), path), 'utf8'));
  } catch (cause) {
    if (cause instanceof Fault) throw cause;
    throw new Fault('install/incomplete', { file: path }, { cause });
  }
}

function findRoot(start: string): string {
  for (let folder = start; ; folder = dirname(folder)) {
    if (isPackage(join(folder, 'package.json'))) return folder;
    if (folder === dirname(folder)) throw new Fault('install/incomplete', { file: 'package.json' });
  }
}

function isPackage(path: string): boolean {
  try {
    return (JSON.parse(readFileSync(path, 'utf8')) as { name?: unknown }).name === 'licheng';
  } catch {
    return false;
  }
}
