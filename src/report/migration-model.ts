/** What converting a school's data from one system to another came to; every form of the loss report is drawn from it. */
import type { Bilingual } from '../core/problem.ts';
import type { RecordType } from '../core/record.ts';

/**
 * Why something is not in the target. Of whole records: `no-edition` (the target has none for the school year), `no-sheet`
 * (no sheet for this kind), `row-refused` (the target's reader would not take the row), `character` (one that the file's encoding
 * lacks), `too-long` (for a cell), `blank-row` (nothing the target holds would be left), `sheet-full`,
 * `no-place` (the target has one a student, and it is there already), `not-read` (no reader could read the row, and the target has no
 * list it could stand in). Of files beside the tables: `no-item` (no item names it),
 * `item-not-held` (the target has no place for the item that does), `no-link` (nor for the item's link), `file-name` (its name
 * cannot stand in a folder), `empty` (it has no bytes). Of single values: `no-column` (the sheet has none for the field),
 * `not-read-back` (as the target writes it, it would be read as something else), `no-file` (a link whose file is not there: no link
 * is handed over without one).
 */
export const LOSS_REASONS = [
  'no-sheet', 'no-edition', 'row-refused', 'character', 'too-long', 'blank-row', 'sheet-full', 'no-place', 'not-read',
  'no-item', 'item-not-held', 'no-link', 'file-name', 'empty', 'no-column', 'not-read-back', 'no-file',
] as const;

export type LossReason = (typeof LOSS_REASONS)[number];

/** Reasons that keep out the whole record; the others leave a field empty. */
export const RECORD_REASONS: readonly LossReason[] = LOSS_REASONS.filter((reason) => !['no-column', 'not-read-back', 'no-file'].includes(reason));

export interface LossLine {
  readonly type: RecordType;
  readonly kind: string | null;
  /** Canonical field, `extra.<header>` for a column kept as it was; null where the whole record has no place. */
  readonly field: string | null;
  readonly reason: LossReason;
  /** Records, or values of the field. */
  readonly count: number;
  /** The first value met, masked, or the character in the way; null where there is none. */
  readonly example: string | null;
}

/** A field the target fills by itself, with the first value it gave. */
export interface DefaultedLine {
  readonly type: RecordType;
  readonly kind: string | null;
  readonly field: string;
  readonly count: number;
  readonly example: string | null;
}

/** Values that are said in the target's own terms and mean the same: links to files that stand elsewhere there, terms of yearly rosters. */
export interface ChangedLine {
  readonly type: RecordType;
  readonly kind: string | null;
  /** Canonical field, or `term`. */
  readonly field: string;
  readonly count: number;
}

/** Rows of one type: read = written + not held by the target + not readable in the source. */
export interface TypeLine {
  /** Record type, or `unmapped` for rows of sheets nobody knows; `attachment` counts the files beside the tables. */
  readonly type: string;
  readonly read: number;
  readonly written: number;
  readonly notHeld: number;
  readonly notRead: number;
}

export interface WrittenLine {
  readonly file: string;
  readonly rows: number;
  /** False where the target's reader would take a sheet for another than it was written as. */
  readonly recognised: boolean;
}

export interface MigrationReport {
  readonly school: string;
  readonly from: { readonly id: string; readonly name: Bilingual };
  readonly to: { readonly id: string; readonly name: Bilingual; readonly editions: readonly string[] };
  /** ISO date and version of the program. */
  readonly today: string;
  readonly version: string;
  /** In order. */
  readonly terms: readonly string[];
  readonly types: readonly TypeLine[];
  readonly loss: readonly LossLine[];
  readonly defaulted: readonly DefaultedLine[];
  readonly changed: readonly ChangedLine[];
  readonly files: readonly WrittenLine[];
  /** Source files that were not read, with the problem's code and what it says. */
  readonly refused: readonly { readonly file: string; readonly code: string; readonly message: Bilingual }[];
  /** What was said of rows and files that were taken, such as a zero that was lost and put back. */
  readonly remarks: readonly { readonly code: string; readonly title: Bilingual; readonly count: number }[];
  /** Written rows that hold 造字, whose table must move along. */
  readonly coined: number;
}
