/** What `npm pack` makes works where nothing of the checkout is: built, packed, installed into an empty folder, run. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'licheng-package-'));
const app = join(folder, 'app');
let unreachable: string | null = null;

function npm(...args: readonly string[]): string {
  return execFileSync('npm', [...args, '--loglevel=error', '--no-audit', '--no-fund'], { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/** The installed command, as its own process, with nothing in the environment that points to the checkout. */
function licheng(...args: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  const command = join(app, 'node_modules', 'licheng', 'bin', 'licheng.mjs');
  return spawnSync(process.execPath, [command, ...args], {
    cwd: app, encoding: 'utf8', env: { HOME: folder, PATH: process.env['PATH'], LANG: 'C.UTF-8' }, maxBuffer: 64 * 1024 * 1024,
  });
}

beforeAll(() => {
  const build = spawnSync(process.execPath, [join(ROOT, 'scripts', 'build.ts')], { cwd: ROOT, encoding: 'utf8' });
  if (build.status !== 0) throw new Error(`the build failed:\n${build.stdout}${build.stderr}`);
  npm('pack', '--silent', '--pack-destination', folder);
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '';
  mkdirSync(app);
  writeFileSync(join(app, 'package.json'), '{"private":true}\n');
  try {
    npm('install', '--prefix', app, '--prefer-offline', '--omit=dev', '--ignore-scripts', '--no-engine-strict', '--fetch-retries=1', join(folder, tarball));
  } catch (error) {
    const said = String((error as { stderr?: unknown }).stderr);
    // Without a registry there is nothing to install from; any other failure is ours.
    if (!/ENOTFOUND|ECONNREFUSED|EAI_AGAIN|ETIMEDOUT|ENETUNREACH|ENOTCACHED|CERT/.test(said)) throw error;
    unreachable = 'the npm registry cannot be reached';
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the package', () => {
  test('has no sources, tests or dependencies of development in it', (context) => {
    context.skip(unreachable !== null, unreachable ?? '');
    const installed = join(app, 'node_modules', 'licheng');
    expect(readdirSync(installed).sort()).toEqual(['LICENSE', 'README.md', 'README.zh-TW.md', 'adapters', 'bin', 'dist', 'package.json', 'schemas']);
    expect(existsSync(join(app, 'node_modules', 'vitest'))).toBe(false);
  });

  test('shows its help', (context) => {
    context.skip(unreachable !== null, unreachable ?? '');
    const { status, stdout, stderr } = licheng('--help');
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout).toContain('licheng');
  });

  test('finds its rules, code lists and adapters', (context) => {
    context.skip(unreachable !== null, unreachable ?? '');
    const rules = licheng('rules', '--json');
    expect(rules.stderr).toBe('');
    expect(Object.keys(JSON.parse(rules.stdout) as object).length).toBeGreaterThan(0);
    const adapters = licheng('adapters', '--json');
    expect(adapters.stderr).toBe('');
    expect(JSON.stringify(JSON.parse(adapters.stdout))).toContain('"id"');
  });
});
