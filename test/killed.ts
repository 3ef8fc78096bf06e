/**
 * Loaded into a process before its own code (`node --import`): kills it at a step of its dealings with a folder, as a
 * power cut would. `KILL_AT` is `{folder}:{step}`. From the first look into the folder on, steps are counted before each
 * file there is opened, renamed or removed, and before each transaction is committed.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { DatabaseSync } from 'node:sqlite';

const [folder = '', last = '0'] = (process.env['KILL_AT'] ?? '').split(':');
const state = { begun: false, step: 0 };

function step(): void {
  state.step += 1;
  if (state.step === Number(last)) process.kill(process.pid, 'SIGKILL');
}

const WRITES = ['open', 'rename', 'renameSync', 'rm', 'rmSync', 'link'];

for (const owner of [fs, fs.promises] as unknown as Record<string, unknown>[]) {
  for (const name of [...WRITES, 'existsSync']) {
    const real = owner[name];
    if (typeof real !== 'function') continue;
    owner[name] = (...args: unknown[]): unknown => {
      const there = typeof args[0] === 'string' && `${args[0]}/`.includes(`/${folder}/`);
      state.begun ||= there;
      if (there && WRITES.includes(name)) step();
      return Reflect.apply(real, owner, args) as unknown;
    };
  }
}
syncBuiltinESMExports();

const exec = DatabaseSync.prototype.exec;
DatabaseSync.prototype.exec = function killing(this: DatabaseSync, sql: string): void {
  if (state.begun && sql === 'COMMIT') step();
  exec.call(this, sql);
};
