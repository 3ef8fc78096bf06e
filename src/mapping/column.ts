/** One column made ready: its transform with its options, remembering what it has already converted. */
import type { CellKind } from '../core/table.ts';
import type { ColumnDefinition } from './definition.ts';
import { Reject, Remarked, type Options, type Transform, type Value } from './transform.ts';

/** Texts remembered per column; a column with more distinct texts is converted cell by cell past this. */
const REMEMBERED = 8192;
/** Longer texts are not worth keeping. */
const REMEMBERED_LENGTH = 64;

/** What a cell came to. */
export interface Cell {
  readonly value: Value;
  /** True when printing the value does not give the cell's text back, so that the text must be kept. */
  readonly changed: boolean;
  /** Why the row is rejected, or what is to be said about the cell. */
  readonly note: Reject | Remarked | null;
}

export class Column {
  readonly definition: ColumnDefinition;
  readonly to: string;
  readonly transform: Transform;
  readonly options: Options;
  /** What a blank cell becomes; null when it stays absent. */
  readonly blank: Cell | null;
  readonly #memory: Map<string, Cell> | null;

  constructor(definition: ColumnDefinition, transform: Transform) {
    this.definition = definition;
    this.to = definition.to;
    this.transform = transform;
    this.options = definition.options ?? {};
    this.#memory = transform.repetitive ? new Map() : null;
    this.blank = definition.default === undefined ? null : { ...this.#convert(definition.default, definition.default, 's'), changed: true };
  }

  /** `text` is the cell as read, not blank; `kind` is what it was in the file. */
  read(text: string, kind: CellKind): Cell {
    const memory = kind === 's' ? this.#memory : null;
    const known = memory?.get(text);
    if (known !== undefined) return known;
    const cell = this.#convert(text, text.trim(), kind);
    if (memory && memory.size < REMEMBERED && text.length <= REMEMBERED_LENGTH) memory.set(text, cell);
    return cell;
  }

  print(value: Value): string {
    return this.transform.print(value, this.options);
  }

  #convert(text: string, trimmed: string, kind: CellKind): Cell {
    const outcome = this.transform.parse(trimmed, kind, this.options);
    if (outcome instanceof Reject) return { value: null, changed: false, note: outcome };
    const remarked = outcome instanceof Remarked;
    const value = remarked ? outcome.value : outcome;
    return { value, changed: this.print(value) !== text, note: remarked ? outcome : null };
  }
}
