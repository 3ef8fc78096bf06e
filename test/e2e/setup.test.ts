/** Set-up of a bare checkout, over a project of ours without packages, so that no registry is needed. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
let checkout = '';

function writeProject(dependencies: Readonly<Record<string, string>>): void {
  const project = { name: 'licheng', version: '0.0.0', dependencies };
  const packages: Record<string, object> = { '': project };
  for (const [name, version] of Object.entries(dependencies)) packages[`node_modules/${name}`] = { version };
  writeFileSync(join(checkout, 'package.json'), JSON.stringify(project));
  writeFileSync(join(checkout, 'package-lock.json'), JSON.stringify({ ...project, lockfileVersion: 3, packages }));
}

const env = (): NodeJS.ProcessEnv => ({
  ...process.env, LANG: 'C.UTF-8', npm_config_cache: join(checkout, '.npm'), npm_config_registry: 'http://127.0.0.1:9/', npm_config_fetch_retries: '0',
});
const setUp = (): { status: number | null; stdout: string; stderr: string } =>
  spawnSync(process.execPath, [join(checkout, 'scripts', 'setup.mjs')], { cwd: tmpdir(), encoding: 'utf8', env: env() });

beforeEach(() => {
  checkout = mkdtempSync(join(tmpdir(), 'licheng-setup-'));
  for (const part of ['bin', 'scripts/setup.mjs', 'scripts/setup']) cpSync(join(ROOT, part), join(checkout, part), { recursive: true });
  writeProject({});
});

afterEach(() => rmSync(checkout, { recursive: true, force: true }));

describe('scripts/setup.mjs', () => {
  test('sets up once, then does and says nothing', () => {
    const first = setUp();
    expect(first.stderr).toContain('ready (Node.js v');
    expect([first.status, first.stdout]).toEqual([0, '']);
    expect(readlinkSync(join(checkout, 'node_modules', '.bin', 'licheng'))).toBe(join('..', '..', 'bin', 'licheng.mjs'));
    expect(setUp()).toMatchObject({ status: 0, stdout: '', stderr: '' });
  });

  test('sets up again when the lock file changes', () => {
    setUp();
    writeFileSync(join(checkout, 'package-lock.json'), `${readFileSync(join(checkout, 'package-lock.json'), 'utf8')}\n`);
    expect(setUp().stderr).toContain('installing the locked packages');
  });

  test('several at once get in line', async () => {
    const runs = await Promise.all([1, 2, 3].map(async () => {
      const child = spawn(process.execPath, [join(checkout, 'scripts', 'setup.mjs')], { env: env(), stdio: ['ignore', 'ignore', 'pipe'] });
      let said = '';
      child.stderr.on('data', (chunk: Buffer) => { said += String(chunk); });
      const [code] = (await once(child, 'close')) as [number];
      return { code, installed: said.includes('installing the locked packages') };
    }));
    expect(runs.map(({ code }) => code)).toEqual([0, 0, 0]);
    expect(runs.filter(({ installed }) => installed)).toHaveLength(1);
  });

  test('takes over the lock of a set-up that died', () => {
    const dead = spawnSync(process.execPath, ['--eval', '']).pid;
    mkdirSync(join(checkout, '.runtime'));
    writeFileSync(join(checkout, '.runtime', 'setup.lock'), String(dead));
    expect(setUp().status).toBe(0);
    expect(existsSync(join(checkout, '.runtime', 'setup.lock'))).toBe(false);
  });

  test('says in both languages that the registry cannot be reached, and is not done', () => {
    writeProject({ ajv: '8.20.0' });
    const { status, stderr } = setUp();
    expect(status).toBe(4);
    expect(stderr).toContain('setup/registry-unreachable: 連不上 npm 套件庫');
    expect(stderr).toContain('setup/registry-unreachable: The npm registry cannot be reached');
    expect(stderr).not.toContain('    at ');
    expect(existsSync(join(checkout, '.runtime', 'setup.lock'))).toBe(false);
    expect(setUp().status).toBe(4);
  });
});
