/** A night over the schools of a home: here, or on threads when there are enough schools to pay for starting them. */
import { availableParallelism } from 'node:os';
import type { FlowName } from '../../core/flow-name.ts';
import { threadPool } from '../../engine/thread-pool.ts';
import type { SchoolNight } from '../../flows/night/outcome.ts';
import { type NightRun, runNight } from '../../flows/night/run.ts';
import type { Context } from '../command.ts';
import type { OpenServices } from '../services.ts';
import { oneSchool } from './one-school.ts';
import type { ThreadData } from './school-thread.ts';

export const ALL_FLOWS: ReadonlySet<FlowName> = new Set(['intake', 'portfolio-in', 'code-compare', 'precheck', 'term-submission', 'receipt', 'portfolio-out']);

/** Each thread loads rules, adapters and schemas anew (about a second), so a few schools are quicker here. */
const SCHOOLS_A_THREAD = 4;

/** A large file has a writing thread of its own beside its school's: more threads than this only wait for each other. */
const MOST_THREADS = 8;

/** Threads for a night of so many schools, by the machine's processors; 1 is no thread at all. */
export function threadsFor(schools: number, processors = availableParallelism()): number {
  return Math.max(1, Math.min(processors, MOST_THREADS, Math.floor(schools / SCHOOLS_A_THREAD)));
}

/** The compiled form of this file has a compiled thread beside it. */
function threadModule(): URL {
  return new URL(import.meta.url.endsWith('.ts') ? './school-thread.ts' : './school-thread.js', import.meta.url);
}

/** A night over the given schools of an open home. */
export async function nightOf(context: Context, services: OpenServices, schools: readonly string[], flows = ALL_FLOWS): Promise<NightRun> {
  const threads = threadsFor(schools.length);
  if (threads === 1) return runNight(services, schools, flows, (school) => oneSchool(services, school, flows));
  const data: ThreadData = { home: context.home, env: { ...context.env }, lang: context.lang, today: services.today, flows: [...flows] };
  const pool = threadPool<string, SchoolNight>(threadModule(), threads, data);
  try {
    return await runNight(services, schools, flows, (school) => pool.run(school), threads);
  } finally {
    await pool.close();
  }
}
