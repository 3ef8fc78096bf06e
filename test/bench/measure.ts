/** Whole processes: wall seconds timed from outside; processor time and the most memory they held as they tell it. */
import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';

export interface Measured {
  /** Wall time of the whole process, in seconds. */
  readonly seconds: number;
  /** Processor seconds of all its threads, in user mode and in the system: what a busy machine lies about least. */
  readonly cpu: number;
  /** Peak resident memory in MB. */
  readonly mb: number;
  /** What the process printed. */
  readonly said: Record<string, unknown>;
}

/** The channel on which a measured process says what it took. */
export const SPENT = 3;

/** @throws when the process fails: a wrong number is worse than none */
export async function measure(script: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<Measured> {
  const started = performance.now();
  const child = spawn(process.execPath, ['--import', new URL('./spent.ts', import.meta.url).href, script, ...args], { stdio: ['ignore', 'pipe', 'inherit', 'pipe'], env });
  let [text, spent] = ['', ''];
  child.stdout!.on('data', (chunk: Buffer) => { text += chunk.toString(); });
  (child.stdio[SPENT] as Readable).on('data', (chunk: Buffer) => { spent += chunk.toString(); });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`${script} ended with ${code}`);
  const { rss, cpu } = JSON.parse(spent) as { readonly rss: number; readonly cpu: number };
  return { seconds: (performance.now() - started) / 1000, cpu, mb: Math.round(rss / 1024), said: JSON.parse(text) as Record<string, unknown> };
}

/** What a measured process prints last: what it did. */
export function tell(what: object): void {
  process.stdout.write(JSON.stringify(what));
}

/** Two measurements of a kind as a cell of a table: wall and processor time of the first in those of the second. */
export function ratio(of: Measured, to: Measured): string {
  return `**${(of.seconds / to.seconds).toFixed(2)}** (${(of.cpu / to.cpu).toFixed(2)})`;
}

/** The middle one of an odd number of runs, by time. */
export function median(runs: readonly Measured[]): Measured {
  return [...runs].sort((a, b) => a.seconds - b.seconds)[Math.floor(runs.length / 2)]!;
}
