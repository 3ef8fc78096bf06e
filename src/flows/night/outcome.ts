/** What a night came to, school by school. */
import type { WhoseMove } from '../../core/fault.ts';
import type { DistrictCell } from '../../report/district-column.ts';
import type { ComparisonDuty } from '../../report/duties-model.ts';

/**
 * `imported`: read, with nothing to submit; `busy`: another process has the school, which is left to it;
 * `fault`: our failure, the other schools went on.
 */
export type SchoolStatus = 'packed' | 'shut' | 'held' | 'imported' | 'unchanged' | 'busy' | 'fault';

/** What is so after the night, whichever night brought it about. */
export interface Standing {
  readonly status: Exclude<SchoolStatus, 'busy'>;
  /** Records in force, of all terms. */
  readonly records: number;
  /** Rows and files in quarantine. */
  readonly quarantined: number;
  /** Hash of what the standing rests on. */
  readonly key: string;
}

export interface SchoolNight {
  readonly school: string;
  readonly name: string | null;
  readonly status: SchoolStatus;
  /** The term that needs somebody first, otherwise the latest; null when there was none. */
  readonly term: string | null;
  /** False when there was nothing to do for this school. */
  readonly worked: boolean;
  /** Records taken in tonight. */
  readonly imported: number;
  /** Rows set aside tonight. */
  readonly rejected: number;
  /** Over all terms. */
  readonly findings: { readonly errors: number; readonly warnings: number; readonly infos: number };
  /** Packages that stand, by absolute path. */
  readonly packages: readonly string[];
  readonly whoseMove: WhoseMove | 'none';
  /** Cells of the district's page, by column. */
  readonly cells: Readonly<Record<string, DistrictCell>>;
  /** Null when the school could not be looked at. */
  readonly standing: Standing | null;
  /** How it stands with the course-code comparison; null for a school without any term, or one that could not be looked at. */
  readonly comparison: ComparisonDuty | null;
}
