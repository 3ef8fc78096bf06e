/**
 * Rows with positions: what every format reader yields and the mapping consumes.
 */

/**
 * What a cell was in the file before it became text, one character per cell:
 * `s` text · `n` number (its shortest decimal form) · `d` date (ISO `yyyy-mm-dd`,
 * with `Thh:mm:ss` when the serial has a time) · `b` boolean (`1`/`0`).
 * A CSV cell is always `s`.
 */
export type CellKind = 's' | 'n' | 'd' | 'b';

/** One record of a table. */
export interface Row {
  /** 1-based, as a spreadsheet counts: the header is row 1, a record with line breaks in a cell is one row. */
  readonly row: number;
  /** Cell texts as in the file, untrimmed; missing trailing cells are absent. */
  readonly cells: readonly string[];
  /** One {@link CellKind} per cell; undefined when every cell is text. */
  readonly kinds?: string;
  /** Set when the row cannot be trusted; it goes to quarantine whole, `cells` holding what could be read. */
  readonly problem?: import('./problem.ts').Problem;
}

/** One sheet of a workbook, or one CSV file. Can be read more than once; each read starts at the header. */
export interface Table {
  /** File name without folders; inside a ZIP the entry's name, as `drop.zip!entry.csv`. */
  readonly file: string;
  /** Sheet title as in the file, trimmed of blanks, TAB and `_x0009_`; for CSV the base name without extension. */
  readonly sheet: string;
  /** Header texts, trimmed; empty when the table has no first row. */
  readonly header: readonly string[];
  /** Rows below the header, in batches of up to a few thousand; blank rows are left out but counted in `row`. */
  rows(): AsyncIterable<readonly Row[]>;
  /** Set for a large text file with one record a line, as far as can be seen: several threads may read it then. */
  readonly parts?: TableParts;
}

/** Stretches of a table that together are all of its rows. */
export interface TableParts {
  readonly reading: PartReading;
  /** In file order, each beginning where the one before ended. */
  readonly ranges: readonly PartRange[];
  /** The rows of the range `index` and of all after it, whatever they are like. */
  rowsFrom(index: number): AsyncIterable<readonly Row[]>;
}

/** How the bytes of a part are to be taken; plain data, so that another thread can be told. */
export interface PartReading {
  readonly encoding: 'utf-8' | 'cp950';
  readonly delimiter: string;
  /** Cells of a record. */
  readonly columns: number;
}

/** Bytes `[start, end)`, beginning with a record where every line before them is one. */
export interface PartRange {
  readonly start: number;
  readonly end: number;
  /** Number of the row before it. */
  readonly row: number;
}

/** The values of the 封面 sheet, by header text. */
export type Cover = Readonly<Record<string, string>>;

/** A file opened for reading: its tables, and what is known of it before a row is read. */
export interface OpenFile {
  readonly file: string;
  readonly format: 'csv' | 'xlsx' | 'json' | 'xml';
  /** Encoding the text was decoded with; undefined for XLSX. */
  readonly encoding?: 'utf-8' | 'cp950';
  /** What the file is, where it is no export of a school's data: 收訖明細, or what the central database says of an upload. */
  readonly document?: 'receipt' | 'reply';
  /** The 封面 sheet's row 2 by its row 1 headers, if there is one. */
  readonly cover?: Cover;
  readonly tables: readonly Table[];
  /** What was wrong with the file as a whole but did not stop it from being read. */
  readonly problems: readonly import('./problem.ts').Problem[];
  close(): Promise<void>;
}
