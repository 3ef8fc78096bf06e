/** Collecting the cells of one spreadsheet row into a {@link Row}. */
import type { Problem } from '../../core/problem.ts';
import type { CellKind, Row } from '../../core/table.ts';
import { cellValue, type CellContext, type StoredCell } from './cell.ts';
import { columnLetters } from './reference.ts';
import { xlsxProblem } from './refuse.ts';

/** Where a row is, for its problems. */
export interface RowPlace {
  readonly file: string;
  readonly sheet: string;
  readonly header: readonly string[];
}

export class RowBuilder {
  readonly #place: RowPlace;
  readonly #context: CellContext;
  #row = 0;
  #cells: string[] = [];
  #kinds: CellKind[] = [];
  #mixed = false;
  #problem: Problem | undefined;

  constructor(place: RowPlace, context: CellContext) {
    this.#place = place;
    this.#context = context;
  }

  start(row: number): void {
    this.#row = row;
    this.#cells = [];
    this.#kinds = [];
    this.#mixed = false;
    this.#problem = undefined;
  }

  /** Takes the cell of a column; false when it is blank and was left out. Columns must come in order. */
  add(column: number, stored: StoredCell): boolean {
    const { text, kind, flaw } = cellValue(stored, this.#context);
    if (flaw !== undefined) this.#note(flaw, column, text, stored.type);
    if (text === '') return false;
    if (column < this.#cells.length) {
      this.#note('xlsx/bad-cell', column, text, 'column order');
      return false;
    }
    while (this.#cells.length < column) {
      this.#cells.push('');
      this.#kinds.push('s');
    }
    this.#cells.push(text);
    this.#kinds.push(kind);
    if (kind !== 's') this.#mixed = true;
    return true;
  }

  /** The row, or null when it is blank and has no problem. */
  finish(): Row | null {
    if (!this.#problem && this.#cells.every((cell) => cell.trim() === '')) return null;
    return {
      row: this.#row, cells: this.#cells,
      ...(this.#mixed ? { kinds: this.#kinds.join('') } : {}),
      ...(this.#problem ? { problem: this.#problem } : {}),
    };
  }

  /** The first problem of a row stands for it. */
  #note(code: Parameters<typeof xlsxProblem>[0], column: number, text: string, detail: string): void {
    const name = this.#place.header[column] || columnLetters(column);
    const { file, sheet } = this.#place;
    this.#problem ??= xlsxProblem(code, { file, sheet, row: this.#row, column: name }, { column: name, detail, value: text }, text);
  }
}
