/** What is kept of receipts, on three shelves: imports, lines, and students. Student references and numbers stand in clear. */
import type { Params, Problem } from '../../core/problem.ts';
import type { NamedRoster } from '../../receipts/content.ts';
import type { StudentRecord } from '../../receipts/confirm/record.ts';
import type { Window } from '../../receipts/confirm/window.ts';
import type { SchoolStore, ShelfChange } from '../../store/port.ts';

/** Rows by what comparing them came to. */
export interface RowCounts {
  readonly matched: number;
  /** Submitted and not received. */
  readonly missing: number;
  /** Received and not submitted. */
  readonly extra: number;
  readonly changed: number;
  /** Compared with nothing. */
  readonly kept: number;
}

/** One line of an import. */
export interface ImportedLine extends RowCounts {
  /** See `lineId`. */
  readonly line: string;
  /** Term of its rosters. */
  readonly term: string;
  /** The JSON files, kept as blobs under these hashes. */
  readonly files: readonly { readonly name: string; readonly sha256: string }[];
  readonly rosters: readonly NamedRoster[];
  /** Numbers of the submissions compared with, the whole one first, and of those the receipt names. */
  readonly submissions: readonly number[];
  readonly named: readonly number[];
  /** True for a receipt that answers to corrections alone. */
  readonly partial: boolean;
  /** In the receipt, and their rows in it. */
  readonly students: number;
  readonly rows: number;
}

/** A remark as kept: code and parameters are masked already. */
export interface KeptRemark {
  readonly code: string;
  readonly params: Params;
  readonly file?: string;
}

/** A problem as it is kept. */
export function keptRemark({ code, params, file }: Problem): KeptRemark {
  return { code, params, ...(file === undefined ? {} : { file }) };
}

export interface ImportRecord {
  /** 1 for the school's first, and one more for each after it. */
  readonly version: number;
  /** As asked for: `114-1`. */
  readonly term: string;
  /** ISO date. */
  readonly on: string;
  readonly file: string;
  readonly sha256: string;
  readonly perStudent: boolean;
  readonly lines: readonly ImportedLine[];
  readonly remarks: readonly KeptRemark[];
}

/** How a line stands. */
export interface LineRecord {
  readonly line: string;
  readonly term: string;
  /** Import that brought what students are asked now. */
  readonly version: number;
  readonly received: string;
  readonly window: Window | null;
  /** Windows before it, oldest first. */
  readonly past: readonly Window[];
}

const IMPORTS = 'receipts';
const LINES = 'receipt-lines';
const STUDENTS = 'receipt-students';

const lineKey = (term: string, line: string): string => `${term}/${line}`;

/** Every import, oldest first. */
export function imports(store: SchoolStore): readonly ImportRecord[] {
  return [...store.shelf(IMPORTS).entries()].map(([, value]) => value as ImportRecord);
}

/** Lines with a receipt, of one term's rosters or of all. */
export function lines(store: SchoolStore, term?: string): readonly LineRecord[] {
  return [...store.shelf(LINES).entries(term === undefined ? '' : `${term}/`)].map(([, value]) => value as LineRecord);
}

/** Null for a line without a receipt. */
export function lineRecord(store: SchoolStore, term: string, line: string): LineRecord | null {
  return store.shelf(LINES).get(lineKey(term, line)) as LineRecord | null;
}

/** Student records of a line by reference. */
export function* studentRecords(store: SchoolStore, { term, line }: Pick<LineRecord, 'term' | 'line'>): Generator<readonly [ref: string, record: StudentRecord]> {
  const prefix = `${lineKey(term, line)}/`;
  for (const [key, value] of store.shelf(STUDENTS).entries(prefix)) yield [key.slice(prefix.length), value as StudentRecord];
}

/** References of a line's students that begin with `start`, without reading their records. */
export function studentRefs(store: SchoolStore, { term, line }: Pick<LineRecord, 'term' | 'line'>, start: string): readonly string[] {
  const prefix = `${lineKey(term, line)}/`;
  return store.shelf(STUDENTS).keys(prefix + start).map((key) => key.slice(prefix.length));
}

/** Null for a student the line does not have. */
export function studentRecord(store: SchoolStore, { term, line }: Pick<LineRecord, 'term' | 'line'>, ref: string): StudentRecord | null {
  return store.shelf(STUDENTS).get(`${lineKey(term, line)}/${ref}`) as StudentRecord | null;
}

/** The change that keeps an import. */
export const keepImport = (record: ImportRecord): ShelfChange => ({ shelf: IMPORTS, key: String(record.version).padStart(6, '0'), value: record });

/** The change that keeps how a line stands. */
export const keepLine = (record: LineRecord): ShelfChange => ({ shelf: LINES, key: lineKey(record.term, record.line), value: record });

/** Null takes the record away: a former key whose history went to the latest. */
export const keepStudent = ({ term, line }: Pick<LineRecord, 'term' | 'line'>, ref: string, record: StudentRecord | null): ShelfChange =>
  ({ shelf: STUDENTS, key: `${lineKey(term, line)}/${ref}`, value: record });
