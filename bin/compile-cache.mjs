/**
 * Keeps compiled code between runs: stripping types and compiling is a third of what a short command takes. It lies in the
 * user's own cache folder: in a shared temporary folder another user could put code there for us to run.
 */
import { chmodSync, mkdirSync } from 'node:fs';
import * as module from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Does nothing where Node cannot, the user said otherwise, or there is no place to write: it only saves time. */
export function keepCompiledCode() {
  if (process.env.NODE_COMPILE_CACHE || process.env.NODE_DISABLE_COMPILE_CACHE || !module.enableCompileCache) return;
  try {
    const folder = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'licheng', 'compiled');
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    chmodSync(folder, 0o700);
    module.enableCompileCache(folder);
    // Threads look for it here.
    process.env.NODE_COMPILE_CACHE = folder;
  } catch {
    // A home that cannot be written to.
  }
}
