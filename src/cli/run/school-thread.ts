/** A thread that does the nights of schools, one after another, with services of its own. */
import { workerData } from 'node:worker_threads';
import type { FlowName } from '../../core/flow-name.ts';
import type { Lang } from '../../core/text.ts';
import { serveTasks } from '../../engine/serve-tasks.ts';
import type { SchoolNight } from '../../flows/night/outcome.ts';
import { systemClock } from '../../observe/clock.ts';
import { quietProgress } from '../../observe/progress.ts';
import { openServices } from '../services.ts';
import { oneSchool } from './one-school.ts';

/** What a thread is told when it starts; plain data. */
export interface ThreadData {
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly lang: Lang;
  /** ISO date the night is done for. */
  readonly today: string;
  readonly flows: readonly FlowName[];
}

const { home, env, lang, today, flows } = workerData as ThreadData;
const services = await openServices({ home, env, lang, clock: systemClock, progress: quietProgress, options: { today }, alone: false });
serveTasks<string, SchoolNight>(
  (school) => oneSchool(services, school, new Set(flows)),
  async () => { await services[Symbol.asyncDispose](); },
);
