/** One column of a table while it is read: keeps what the cell of the row before came to, and what others did. */
import type { CellKind } from '../core/table.ts';
import type { BoundColumn } from './bind.ts';
import type { Cell, Column } from './column.ts';
import type { RecordCheck } from './record-check.ts';

/** Texts remembered; a column with more distinct texts is converted cell by cell past this. */
const REMEMBERED = 8192;
/** Longer texts are not worth keeping. */
const REMEMBERED_LENGTH = 64;

/** A cell, and whether its value fits its field. */
interface Judged {
  readonly cell: Cell;
  readonly fits: boolean;
}

export class CellReader {
  readonly index: number;
  readonly bound: BoundColumn;
  /** Text of the last cell, '' for none; null when it must be read again whatever it is. */
  text: string | null = null;
  /** What it came to. */
  cell: Cell;
  fits = true;
  /** True when there is nothing to be done about the cell but to take its value. */
  plain = false;
  readonly #column: Column;
  readonly #field: string | null;
  readonly #check: RecordCheck;
  readonly #memory: Map<string, Judged> | null;

  /** `field` is the canonical field it fills, null when it fills none. */
  constructor(bound: BoundColumn, field: string | null, check: RecordCheck) {
    this.index = bound.index;
    this.bound = bound;
    this.#column = bound.column;
    this.#field = field;
    this.#check = check;
    this.#memory = bound.column.transform.repetitive ? new Map() : null;
    this.cell = bound.column.empty;
  }

  /** Takes the next cell; `text` is '' when it is empty or missing. */
  read(text: string, kind: CellKind): void {
    const { cell, fits } = this.#judge(text, kind);
    this.cell = cell;
    this.fits = fits;
    this.plain = cell.value !== undefined && cell.note === null && !cell.changed && fits;
    this.text = kind === 's' ? text : null;
  }

  #judge(text: string, kind: CellKind): Judged {
    const memory = kind === 's' ? this.#memory : null;
    const known = memory?.get(text);
    if (known !== undefined) return known;
    const cell = text === '' ? this.#column.empty : this.#column.read(text, kind);
    const fits = this.#field === null || cell.value === undefined || this.#check.fits(this.#field, cell.value);
    const judged = { cell, fits };
    if (memory !== null && memory.size < REMEMBERED && text.length <= REMEMBERED_LENGTH) memory.set(text, judged);
    return judged;
  }
}
