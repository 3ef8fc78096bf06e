/** What can be done with a school's receipts: one file an action. */
import type { Services } from '../../flows/services.ts';
import type { SchoolStore } from '../../store/port.ts';
import type { Context } from '../command.ts';

/** One action on one school; `rest` is what stands after its name. */
export interface Action {
  /** Keeps every other process from writing at the school meanwhile. */
  readonly changes: boolean;
  run(context: Context, services: Services, store: SchoolStore, rest: readonly string[]): Promise<number>;
}
