/** The command as its users run it: a process of its own, with its own home and key. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, vi } from 'vitest';
import { main } from '../src/cli/program.ts';

const roots: string[] = [];
afterAll(() => {
  for (const root of roots) rmSync(root, { recursive: true, force: true });
});

const COMMAND = join(import.meta.dirname, '..', 'bin', 'licheng.mjs');

export interface Outcome {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder with a home and a key that lies beside it; gone when the file's tests are over. */
export interface Workspace {
  readonly root: string;
  readonly home: string;
  readonly key: string;
  /** Runs a command line to its end. */
  run(...args: readonly string[]): Promise<Outcome>;
  /** Runs with `--json` and gives the one document of stdout, with the exit code. */
  json<T = Json>(...args: readonly string[]): Promise<{ readonly code: number | null; readonly value: T; readonly stderr: string }>;
  start(...args: readonly string[]): ChildProcess;
  /** The same workspace, its processes with more in their environment. */
  under(more: NodeJS.ProcessEnv): Workspace;
  /** Writes a file beside the home and gives its path. */
  file(name: string, bytes: Uint8Array | string): string;
  /** Another workspace with a copy of this one's home and key. */
  copy(): Workspace;
}

/** Parsed JSON whose shape the test is about to assert. */
// oxlint-disable-next-line typescript/no-explicit-any
export type Json = any;

function environment(home: string, key: string, root: string): NodeJS.ProcessEnv {
  // Compiled code kept between the many short processes halves what they take.
  return { NODE_COMPILE_CACHE: join(tmpdir(), 'licheng-compile-cache'), PATH: process.env['PATH'], HOME: root, LANG: 'C.UTF-8', LICHENG_HOME: home, LICHENG_MASTER_KEY_FILE: key };
}

async function asJson(outcome: Outcome, args: readonly string[]): Promise<{ code: number | null; value: Json; stderr: string }> {
  const { code, stdout, stderr } = outcome;
  try {
    return { code, stderr, value: JSON.parse(stdout) };
  } catch {
    throw new Error(`not one JSON document: ${args.join(' ')} (${code})\n${stdout.slice(0, 2000)}\n${stderr.slice(0, 2000)}`);
  }
}

function at(root: string, more: NodeJS.ProcessEnv = {}): Workspace {
  const home = join(root, 'home');
  const key = join(root, 'master.key');
  const start = (...args: readonly string[]): ChildProcess => spawn(process.execPath, [COMMAND, ...args], { cwd: root, env: { ...environment(home, key, root), ...more }, stdio: ['ignore', 'pipe', 'pipe'] });
  const run = (...args: readonly string[]): Promise<Outcome> => new Promise((resolve, reject) => {
    const child = start(...args);
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout!.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr!.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() }));
  });
  return {
    root, home, key, run, start,
    under: (others) => at(root, { ...more, ...others }),
    json: async (...args) => asJson(await run(...args, '--json'), args),
    file(name, bytes) {
      const path = join(root, 'files', name);
      mkdirSync(join(path, '..'), { recursive: true });
      writeFileSync(path, bytes);
      return path;
    },
    copy() {
      const other = workspace();
      cpSync(home, other.home, { recursive: true });
      cpSync(key, other.key);
      return other;
    },
  };
}

/** A new, empty workspace: neither home nor key is there yet. */
export function workspace(): Workspace {
  const root = mkdtempSync(join(tmpdir(), 'licheng-e2e-'));
  roots.push(root);
  return at(root);
}

/**
 * The same workspace, its command lines run inside the test's process: for the many short ones where a process
 * each would tell nothing more. One at a time, as they share the process's streams.
 */
export function inside(outside: Workspace): Workspace {
  const { root, home, key } = outside;
  const run = async (...args: readonly string[]): Promise<Outcome> => {
    const said = { stdout: '', stderr: '' };
    const spies = (['stdout', 'stderr'] as const).map((name) => vi.spyOn(process[name], 'write').mockImplementation((chunk) => {
      said[name] += String(chunk);
      return true;
    }));
    try {
      const code = await main(args, environment(home, key, root));
      return { code, signal: null, ...said };
    } finally {
      for (const spy of spies) spy.mockRestore();
    }
  };
  return { ...outside, run, json: async (...args) => asJson(await run(...args, '--json'), args), copy: () => inside(outside.copy()) };
}

/** A home with one empty school of a made-up code, which the rule about known codes is told to let pass. */
export async function schoolHome(school: string, made: Workspace = workspace()): Promise<Workspace> {
  const { code, stderr } = await made.run('init', '--school', school);
  if (code !== 0) throw new Error(stderr);
  writePolicy(made, {});
  return made;
}

/** The home's policy, beside what every test of a made-up school needs. */
export function writePolicy({ home }: Workspace, policy: { readonly waivers?: readonly object[]; readonly thresholds?: object }): void {
  writeFileSync(join(home, 'policy.json'), JSON.stringify({ severities: { 'roster/school-known': 'off' }, ...policy }));
}

/** Paths of all files below a folder, relative and sorted. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

/** SHA-256 of every file below a folder, by relative path. */
export function digests(folder: string, wanted: (path: string) => boolean = () => true): Record<string, string> {
  return Object.fromEntries(filesBelow(folder).filter(wanted).map((path) => [path, createHash('sha256').update(readFileSync(join(folder, path))).digest('hex')]));
}
