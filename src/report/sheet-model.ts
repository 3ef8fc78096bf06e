/** A student's own sheet: exactly what the central database says it has, and where that is not what was submitted. */
import type { Bilingual } from '../core/problem.ts';

/** `kept`: compared with nothing, as nobody knows the list or its columns. */
export type RowMark = 'equal' | 'unequal' | 'ours-only' | 'theirs-only' | 'kept';

export interface SheetCell {
  readonly text: string;
  /** What the school submitted, where that differs. */
  readonly sent: string | null;
  /** What the school calls the file that the cell names; null where it names none. */
  readonly file: string | null;
}

export interface SheetRow {
  /** Its number in the list, by which a doubt can name it; null for a row that was not received. */
  readonly number: number | null;
  readonly mark: RowMark;
  /** One a column. */
  readonly cells: readonly SheetCell[];
}

export interface SheetTable {
  /** 分頁. */
  readonly title: string;
  readonly header: readonly string[];
  readonly rows: readonly SheetRow[];
}

/** Where the student stands, and until when that can change. */
export type SheetStanding = 'open' | 'confirmed' | 'silent' | 'objected' | 'answered' | 'corrected' | 'resubmitted';

export interface SheetObjection {
  /** ISO date. */
  readonly on: string;
  readonly text: string;
  readonly answers: readonly { readonly on: string; readonly outcome: 'right' | 'corrected'; readonly text: string }[];
}

export interface SheetKind {
  readonly title: Bilingual;
  /** Term of its rosters. */
  readonly term: string;
  /** ISO dates; null where no window is announced. */
  readonly window: { readonly from: string; readonly to: string } | null;
  readonly standing: SheetStanding;
  readonly tables: readonly SheetTable[];
  readonly objections: readonly SheetObjection[];
}

/** Who the sheet is for; names and scores are in clear, the id is masked. */
export interface StudentSheet {
  readonly name: string | null;
  readonly className: string | null;
  readonly seat: string | null;
  /** Masked id. */
  readonly id: string;
  /** By which the office enters the student's answer. */
  readonly code: string;
  readonly kinds: readonly SheetKind[];
}

export interface SheetPage {
  readonly school: string;
  readonly schoolName: string | null;
  /** As asked for: `114-1`. */
  readonly term: string;
  /** ISO date, and version of the program. */
  readonly today: string;
  readonly version: string;
  /** Fewest days of a window. */
  readonly days: number;
}
