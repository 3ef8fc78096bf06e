/** What a night came to, school by school. */
import type { WhoseMove } from '../../core/fault.ts';

/** `imported`: read, with nothing to submit; `fault`: our failure, the other schools went on. */
export type SchoolStatus = 'packed' | 'shut' | 'held' | 'imported' | 'unchanged' | 'fault';

export interface SchoolNight {
  readonly school: string;
  readonly status: SchoolStatus;
  /** The latest term looked at; null when there was none. */
  readonly term: string | null;
  /** False when there was nothing to do for this school. */
  readonly worked: boolean;
  /** Records taken in tonight. */
  readonly imported: number;
  /** Rows set aside tonight. */
  readonly rejected: number;
  readonly findings: { readonly errors: number; readonly warnings: number; readonly infos: number };
  /** Packages that stand, by absolute path. */
  readonly packages: readonly string[];
  readonly whoseMove: WhoseMove | 'none';
}
