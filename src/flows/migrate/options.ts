/** What a migration is given. */
import type { Adapter, Registry } from '../../adapters/registry.ts';
import type { Lang } from '../../core/text.ts';
import type { Progress } from '../../observe/progress.ts';

export interface MigrateOptions {
  readonly registry: Registry;
  readonly from: Adapter;
  readonly to: Adapter;
  /** Edition of the target to write in; null for the one in use in each school year. */
  readonly edition: string | null;
  /** Null for the one the files name. */
  readonly school: string | null;
  /** For files that do not say their term. */
  readonly term: string | null;
  /** File with the school's table of coined characters, for a target in CP950; null for none. */
  readonly coined: string | null;
  /** Of encrypted archives among the files. */
  readonly password?: string;
  /** Folder to be made; it must not be there yet, or be empty. */
  readonly out: string;
  /** ISO date and version, for the report. */
  readonly today: string;
  readonly version: string;
  readonly lang: Lang;
  readonly progress: Progress;
}
