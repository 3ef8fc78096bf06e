/** The XML of one sheet, row by row. */
import { escapeText } from '../xml/characters.ts';
import { encodeEscapes } from './escapes.ts';
import { FORMAT_COLUMNS, FORMAT_ROWS } from './limits.ts';
import { columnLetters } from './reference.ts';
import { xlsxError } from './refuse.ts';
import type { StringTable } from './string-table.ts';
import { type CellLook, HEADER_STYLE, lookStyle, TEXT_STYLE } from './styles.ts';

/** A cell's text, or a text with a look of its own in a sheet for people. */
export type WriteCell = string | { readonly text: string; readonly look: CellLook };

/** What makes a sheet one for people to work in. */
export interface SheetLook {
  /** Widths in characters of the default font, by column; the rest as wide as their headers. */
  readonly widths?: readonly number[];
  /** Columns that stay in view; the header always does. */
  readonly frozen?: number;
}

export interface SheetContent {
  /** Sheet title, at most 31 characters. */
  readonly title: string;
  /** Row 1. */
  readonly header: readonly string[];
  /** Cell texts from row 2 on, read once; an empty text leaves the cell blank. */
  readonly rows: Iterable<readonly WriteCell[]> | AsyncIterable<readonly WriteCell[]>;
  /** Number format of the header cells: General as in the ministry's cover (default), or text as in data sheets. */
  readonly headerFormat?: 'general' | 'text';
  /** With it rows can be filtered, cells may be marked, and those that look like formulas are kept from being run. */
  readonly look?: SheetLook;
}

const NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** Rows joined before they are handed on as bytes. */
const BATCH = 500;

/** Widths in characters of the default font; Chinese characters take two. */
const NARROWEST = 9;
const WIDEST = 40;
const widthOf = (text: string): number => [...text].reduce((sum, char) => sum + (char > '\u2e7f' ? 2 : 1), 0);

/** Points a line of the default font takes, and the lines a row is made for; a cell scrolls no further than a screen. */
const LINE = 18;
const MOST_LINES = 24;

/** What a spreadsheet takes for the beginning of a formula once somebody has typed in the cell (OWASP CSV Injection). */
const FORMULA_LIKE = /^[=+\-@\t\r]/;

/**
 * Every data column is text (`@`), cells that hold nothing included, so that what a registrar types there
 * keeps its leading zeros. The header stays in view.
 *
 * @param strings where texts are shared as far as there is room; the others stand in their cells
 * @throws ProblemError `xlsx/bad-character`, `xlsx/cell-too-long`, `xlsx/too-large`
 */
export async function* sheetPart({ title, header, rows, headerFormat, look }: SheetContent, strings: StringTable): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const letters: string[] = [];
  const widths = header.map((text, index) => look?.widths?.[index] ?? Math.min(WIDEST, Math.max(NARROWEST, widthOf(text) + 2)));

  const linesOf = lineCounter(widths);

  function cellXml(text: string, row: number, column: number, style: number): string {
    const letter = letters[column] ??= columnLetters(column);
    const open = `<c r="${letter}${row}"${style === 0 ? '' : ` s="${style}"`}`;
    const index = strings.index(text, () => ({ sheet: title, row, column: header[column] || letter }));
    if (index !== null) return `${open} t="s"><v>${index}</v></c>`;
    return `${open} t="inlineStr"><is><t xml:space="preserve">${escapeText(encodeEscapes(text))}</t></is></c>`;
  }

  function rowXml(row: number, cells: readonly WriteCell[], style: (text: string, own: CellLook | undefined) => number): string {
    if (row > FORMAT_ROWS) throw xlsxError('xlsx/too-large', { sheet: title }, { what: '列 / rows', limit: FORMAT_ROWS });
    if (cells.length > FORMAT_COLUMNS) throw xlsxError('xlsx/too-large', { sheet: title, row }, { what: '欄 / columns', limit: FORMAT_COLUMNS });
    const lines = look ? linesOf(cells) : 1;
    let xml = lines > 1 ? `<row r="${row}" ht="${lines * LINE}" customHeight="1">` : `<row r="${row}">`;
    for (let column = 0; column < cells.length; column++) {
      const cell = cells[column]!;
      const [text, own] = typeof cell === 'string' ? [cell, undefined] : [cell.text, cell.look];
      // A marked cell is marked though nothing stands in it: what is missing may be what is wrong.
      if (text === '' && own === undefined) continue;
      if (text === '') xml += `<c r="${letters[column] ??= columnLetters(column)}${row}" s="${style(text, own)}"/>`;
      else xml += cellXml(text, row, column, style(text, own));
    }
    return `${xml}</row>`;
  }

  const looking = (fallback: CellLook) => (text: string, own: CellLook | undefined): number => lookStyle(own ?? fallback, FORMULA_LIKE.test(text));
  const [headerStyle, style] = look ? [looking('head'), looking('plain')] : [() => (headerFormat === 'text' ? TEXT_STYLE : HEADER_STYLE), () => TEXT_STYLE];
  let out = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${NAMESPACE}">${viewXml(look)}${columnsXml(widths, look)}<sheetData>${rowXml(1, header, headerStyle)}`;
  let row = 1;
  let pending = 0;
  for await (const cells of rows) {
    out += rowXml(++row, cells, style);
    if (++pending === BATCH) {
      yield encoder.encode(out);
      out = '';
      pending = 0;
    }
  }
  const filter = look && header.length > 0 ? `<autoFilter ref="A1:${columnLetters(header.length - 1)}${row}"/>` : '';
  const paper = look ? '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>' : '';
  yield encoder.encode(`${out}</sheetData>${filter}${paper}</worksheet>`);
}

/** The header, and the frozen columns, stay in view; for people the sheet is printed one page wide. */
function viewXml(look: SheetLook | undefined): string {
  const frozen = look?.frozen ?? 0;
  const corner = `${columnLetters(frozen)}2`;
  const pane = frozen > 0
    ? `<pane xSplit="${frozen}" ySplit="1" topLeftCell="${corner}" activePane="bottomRight" state="frozen"/>`
    : '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  const fit = look ? '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' : '';
  return `${fit}<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>`;
}

/** Lines a text takes in a column. */
function linesIn(text: string, columnWidth: number): number {
  const width = Math.max(1, columnWidth - 1);
  const lines = text.slice(0, MOST_LINES * width).split('\n').reduce((sum, part) => sum + Math.max(1, Math.ceil(widthOf(part) / width)), 0);
  return Math.min(MOST_LINES, lines);
}

/** Notes of a column whose lines are remembered: the same few stand in thousands of rows. */
const REMEMBERED = 1000;

/** Lines the notes of a row take: programs differ in whether they work it out when a file is opened. */
function lineCounter(widths: readonly number[]): (cells: readonly WriteCell[]) => number {
  const known = widths.map(() => new Map<string, number>());
  return (cells) => {
    let most = 1;
    for (let column = 0; column < cells.length; column++) {
      const cell = cells[column]!;
      if (typeof cell === 'string' || cell.look !== 'note') continue;
      const width = widths[column] ?? NARROWEST;
      let lines = known[column]?.get(cell.text);
      if (lines === undefined) {
        lines = linesIn(cell.text, width);
        if ((known[column]?.size ?? REMEMBERED) < REMEMBERED) known[column]!.set(cell.text, lines);
      }
      most = Math.max(most, lines);
    }
    return most;
  };
}

function columnsXml(widths: readonly number[], look: SheetLook | undefined): string {
  if (widths.length === 0) return '';
  const style = look ? lookStyle('plain', false) : TEXT_STYLE;
  const columns = widths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" style="${style}" customWidth="1"/>`);
  return `<cols>${columns.join('')}</cols>`;
}
