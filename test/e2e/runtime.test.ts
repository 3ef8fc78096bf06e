/** Handing over to another Node: exit codes, arguments and signals come through. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const RUN = join(import.meta.dirname, '..', '..', 'scripts', 'run.mjs');
const folder = mkdtempSync(join(tmpdir(), 'licheng-runtime-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function script(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

describe('scripts/run.mjs', () => {
  test('runs TypeScript with its arguments and hands back its exit code', () => {
    const file = script('code.ts', 'const code: number = Number(process.argv[2]);\nprocess.stdout.write(process.argv.slice(3).join("|"));\nprocess.exitCode = code;\n');
    const { status, stdout } = spawnSync(process.execPath, [RUN, file, '3', 'a b', '中文'], { encoding: 'utf8' });
    expect(status).toBe(3);
    expect(stdout).toBe('a b|中文');
  });

  test('passes a request to stop on and waits for the answer', async () => {
    const file = script('stop.ts', 'process.on("SIGTERM", () => { process.stdout.write("stopped"); process.exitCode = 7; clearInterval(timer); });\nconst timer = setInterval(() => {}, 1000);\nprocess.stdout.write("ready ");\n');
    const child = spawn(process.execPath, [RUN, file], { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += String(chunk);
      if (said === 'ready ') child.kill('SIGTERM');
    });
    const [code] = (await once(child, 'close')) as [number];
    expect([said, code]).toEqual(['ready stopped', 7]);
  });

  test('dies of the signal its child died of', async () => {
    const file = script('die.ts', 'process.kill(process.pid, "SIGKILL");\n');
    const child = spawn(process.execPath, [RUN, file], { stdio: 'ignore' });
    const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
    expect([code, signal]).toEqual([null, 'SIGKILL']);
  });
});

describe('compiled code', () => {
  const COMMAND = join(import.meta.dirname, '..', '..', 'bin', 'licheng.mjs');
  const env = (more: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({ PATH: process.env['PATH'], LANG: 'C.UTF-8', ...more });

  test('is kept in the user\'s own cache folder, where nobody else can put any', () => {
    const cache = mkdtempSync(join(folder, 'cache-'));
    expect(spawnSync(process.execPath, [COMMAND, '--version'], { env: env({ XDG_CACHE_HOME: cache }) }).status).toBe(0);
    const kept = join(cache, 'licheng', 'compiled');
    expect(statSync(kept).mode & 0o777).toBe(0o700);
    expect(readdirSync(kept).length).toBeGreaterThan(0);
  });

  test('a home that cannot be written to costs nothing but time', () => {
    const { status, stderr } = spawnSync(process.execPath, [COMMAND, '--version'], { env: env({ HOME: '/dev/null' }), encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
  });
});
