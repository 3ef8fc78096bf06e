/** Makes a home and, when there is none yet, the operator's master key. */
import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { createHome } from '../../store/home.ts';
import { createMasterKey } from '../../store/keys.ts';
import type { Context } from '../command.ts';
import { masterKeyPath } from '../services.ts';

export interface MadeHome {
  readonly home: string;
  readonly keyFile: string;
  /** False when the key was there already and is shared with other homes. */
  readonly keyMade: boolean;
}

export async function initHome(context: Context): Promise<MadeHome> {
  const keyFile = masterKeyPath(context.env);
  const keyMade = !existsSync(keyFile);
  if (keyMade) {
    mkdirSync(dirname(keyFile), { recursive: true, mode: 0o700 });
    createMasterKey(keyFile, context.home);
  }
  await createHome(context.home, { masterKeyPath: keyFile });
  return { home: context.home, keyFile, keyMade };
}
