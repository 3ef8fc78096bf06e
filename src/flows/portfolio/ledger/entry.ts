/** What a school keeps of the packages it took in: one entry a student and package, as it came, never changed afterwards. */
import type { Evidence, MovedFile, UnreadRow } from '../../../core/portfolio.ts';
import type { CanonicalRecord, StudentKey } from '../../../core/record.ts';
import type { InputInfo } from '../../../store/port.ts';

export type PackageFormat = 'exchange' | 'sealed';

export interface LedgerEntry {
  /** Key of the package. */
  readonly package: string;
  /** Counts the packages of the school, from 1: lists are merged in this order. */
  readonly number: number;
  /** `waiting`: not a student of the school yet. */
  readonly state: 'merged' | 'waiting';
  /** School that handed over. */
  readonly from: string;
  readonly key: StudentKey;
  readonly formerKeys: readonly StudentKey[];
  readonly name: string | null;
  /** As their makers have them: `school` is the one whose files they are of. */
  readonly records: readonly CanonicalRecord[];
  readonly files: readonly MovedFile[];
  readonly evidence: readonly Evidence[];
  /** The student's part of the package as an input, so that `explain` finds its cells; null for a sealed package, which has none. */
  readonly input: InputInfo | null;
  /** Rows that could not be read, kept as they stood. */
  readonly unread: readonly UnreadRow[];
  /** SHA-256 of a 課程諮詢.json that came along; null for none. */
  readonly consultation: string | null;
  /** Status-change code the registrar gave at import, where the school's data has none; null for none given. */
  readonly change: string | null;
}

export interface LedgerPackage {
  readonly key: string;
  readonly number: number;
  readonly format: PackageFormat;
  readonly from: string;
  /** Local time it was written, as it says itself; null for one that does not. */
  readonly at: string | null;
  /** Of a sealed package; null for others. */
  readonly sequence: number | null;
  readonly sha256: string;
  /** ISO time. */
  readonly takenAt: string;
  /** References of its students, those refused left out. */
  readonly students: readonly string[];
  /** Students that were refused, with the codes of the reasons. */
  readonly refused: readonly { readonly position: number; readonly key: StudentKey | null; readonly reasons: readonly string[] }[];
}
