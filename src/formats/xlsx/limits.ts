/** Bounds on workbooks, foreign and our own. */
import type { ZipLimits } from '../zip/archive.ts';

/** Rows and characters a cell can have at all in this format (ECMA-376, as Excel limits it). */
export const FORMAT_ROWS = 1_048_576;
export const FORMAT_COLUMNS = 16_384;
export const FORMAT_CELL_LENGTH = 32_767;

export interface XlsxLimits {
  readonly sheets: number;
  readonly rows: number;
  /** Last column that may hold a value; a roster has at most some 60. */
  readonly columns: number;
  readonly sharedStrings: number;
  /** Characters of all shared strings together. */
  readonly sharedCharacters: number;
}

export const XLSX_LIMITS: XlsxLimits = {
  sheets: 200, rows: FORMAT_ROWS, columns: 1000, sharedStrings: 5_000_000, sharedCharacters: 400_000_000,
};

/** A workbook is an archive of few parts; one sheet of the largest roster has some 100 MB of XML. */
export const XLSX_ZIP_LIMITS: Partial<ZipLimits> = {
  entries: 10_000, entryBytes: 2 * 1024 ** 3, totalBytes: 4 * 1024 ** 3,
};
