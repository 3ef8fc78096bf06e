/** The XML of one sheet, row by row. */
import { FORMAT_COLUMNS, FORMAT_ROWS } from './limits.ts';
import { columnLetters } from './reference.ts';
import { xlsxError } from './refuse.ts';
import type { StringTable } from './string-table.ts';
import { HEADER_STYLE, TEXT_STYLE } from './styles.ts';

export interface SheetContent {
  /** Sheet title, at most 31 characters. */
  readonly title: string;
  /** Row 1. */
  readonly header: readonly string[];
  /** Cell texts from row 2 on, read once; an empty text leaves the cell blank. */
  readonly rows: Iterable<readonly string[]> | AsyncIterable<readonly string[]>;
  /** Number format of the header cells: General as in the ministry's cover (default), or text as in data sheets. */
  readonly headerFormat?: 'general' | 'text';
}

const NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** Rows joined before they are handed on as bytes. */
const BATCH = 500;

/** Widths in characters of the default font; Chinese characters take two. */
const NARROWEST = 9;
const WIDEST = 40;

/**
 * Every data column is text (`@`), cells that hold nothing included, so that what a registrar types there
 * keeps its leading zeros. The header stays in view.
 *
 * @throws ProblemError `xlsx/bad-character`, `xlsx/cell-too-long`, `xlsx/too-large`
 */
export async function* sheetPart({ title, header, rows, headerFormat }: SheetContent, strings: StringTable): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const letters: string[] = [];

  function rowXml(row: number, cells: readonly string[], style: number): string {
    if (row > FORMAT_ROWS) throw xlsxError('xlsx/too-large', { sheet: title }, { what: '列 / rows', limit: FORMAT_ROWS });
    if (cells.length > FORMAT_COLUMNS) throw xlsxError('xlsx/too-large', { sheet: title, row }, { what: '欄 / columns', limit: FORMAT_COLUMNS });
    let xml = `<row r="${row}">`;
    for (let column = 0; column < cells.length; column++) {
      const text = cells[column]!;
      if (text === '') continue;
      const letter = letters[column] ??= columnLetters(column);
      const index = strings.index(text, () => ({ sheet: title, row, column: header[column] || letter }));
      xml += `<c r="${letter}${row}"${style === 0 ? '' : ` s="${style}"`} t="s"><v>${index}</v></c>`;
    }
    return `${xml}</row>`;
  }

  let out = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${NAMESPACE}">`
    + '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
    + `${columnsXml(header)}<sheetData>${rowXml(1, header, headerFormat === 'text' ? TEXT_STYLE : HEADER_STYLE)}`;
  let row = 1;
  let pending = 0;
  for await (const cells of rows) {
    out += rowXml(++row, cells, TEXT_STYLE);
    if (++pending === BATCH) {
      yield encoder.encode(out);
      out = '';
      pending = 0;
    }
  }
  yield encoder.encode(`${out}</sheetData></worksheet>`);
}

function columnsXml(header: readonly string[]): string {
  if (header.length === 0) return '';
  const columns = header.map((text, index) => {
    const width = Math.min(WIDEST, Math.max(NARROWEST, [...text].reduce((sum, char) => sum + (char > '\u2e7f' ? 2 : 1), 2)));
    return `<col min="${index + 1}" max="${index + 1}" width="${width}" style="${TEXT_STYLE}" customWidth="1"/>`;
  });
  return `<cols>${columns.join('')}</cols>`;
}
