/** Whole processes, timed from outside: wall seconds and the most memory they held. */
import { spawn } from 'node:child_process';

export interface Measured {
  /** Wall time of the whole process, in seconds. */
  readonly seconds: number;
  /** Peak resident memory in MB. */
  readonly mb: number;
  /** What the process printed. */
  readonly said: Record<string, unknown>;
}

/** @throws when the process fails: a wrong number is worse than none */
export async function measure(script: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<Measured> {
  const started = performance.now();
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'], env });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => { text += chunk.toString(); });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`${script} ended with ${code}`);
  const said = JSON.parse(text) as Record<string, unknown>;
  return { seconds: (performance.now() - started) / 1000, mb: Math.round(Number(said['rss']) / 1024), said };
}

/** The middle one of an odd number of runs, by time. */
export function median(runs: readonly Measured[]): Measured {
  return [...runs].sort((a, b) => a.seconds - b.seconds)[Math.floor(runs.length / 2)]!;
}
