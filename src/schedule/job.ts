/** What a nightly job is: data only; the flow it names does the work. */
import type { FlowName } from '../core/flow-name.ts';
import type { Bilingual } from '../core/problem.ts';

export interface Job {
  readonly id: string;
  readonly title: Bilingual;
  /** Wall-clock time in Asia/Taipei, `HH:MM`, every day. */
  readonly daily: string;
  readonly flow: FlowName;
  /** Jobs that must have run since the same scheduled time, in this order. */
  readonly after: readonly string[];
}

/** Keeps a job's literal type checked. */
export function job(definition: Job): Job {
  return definition;
}
