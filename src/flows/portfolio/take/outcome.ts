/** What became of a package; the contract of `licheng portfolio import --json` is drawn from it. */
import type { Problem } from '../../../core/problem.ts';
import type { StudentKey } from '../../../core/record.ts';
import type { LossLine } from '../../../report/migration-model.ts';
import type { Conflict } from '../items/merge.ts';
import type { PackageFormat } from '../ledger/entry.ts';
import type { YearUsed } from '../status/limits.ts';

/** `waiting`: kept, and matched on a later night once the student is on the roster. */
export type TakeStatus = 'imported' | 'unchanged' | 'waiting' | 'refused';

export interface StudentOutcome {
  /** Position in the package, from 1. */
  readonly position: number;
  /** Null where the package does not say whose it is. */
  readonly key: StudentKey | null;
  readonly status: TakeStatus;
  readonly items: number;
  readonly attachments: number;
  /** New ones, and those of this package that nobody has decided yet. */
  readonly conflicts: readonly Conflict[];
  readonly problems: readonly Problem[];
  /** What any school has handed in of the student, by school year; empty for one who is not on the roster. */
  readonly used: readonly YearUsed[];
}

export interface TakeOutcome {
  /** Null for a file that could not be opened. */
  readonly format: PackageFormat | null;
  readonly package: string | null;
  readonly from: string | null;
  readonly status: TakeStatus;
  readonly students: readonly StudentOutcome[];
  /** What the school's own system cannot hold of what was imported. */
  readonly loss: readonly LossLine[];
  /** Of the package as a whole. */
  readonly problems: readonly Problem[];
  /** Path of the acknowledgement to give back; null where there is none. */
  readonly acknowledgement: string | null;
}

/** The status of a package by those of its students: what was taken in first, what is to be done next. */
export function packageStatus(students: readonly StudentOutcome[]): TakeStatus {
  const has = (status: TakeStatus): boolean => students.some((student) => student.status === status);
  return has('imported') ? 'imported' : has('waiting') ? 'waiting' : has('unchanged') && !has('refused') ? 'unchanged' : 'refused';
}
