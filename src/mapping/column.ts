/** One column made ready: its transform with its options. */
import type { CellKind } from '../core/table.ts';
import type { ColumnDefinition } from './definition.ts';
import { Reject, Remarked, type Options, type Transform, type Value } from './transform.ts';

/** What a cell came to. */
export interface Cell {
  /** Undefined for a blank cell: the field stays absent. */
  readonly value: Value | undefined;
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
  /** What a cell that is missing or empty becomes. */
  readonly empty: Cell;
  readonly #blank: Cell;

  constructor(definition: ColumnDefinition, transform: Transform) {
    this.definition = definition;
    this.to = definition.to;
    this.transform = transform;
    this.options = definition.options ?? {};
    this.empty = this.#emptyCell();
    this.#blank = { ...this.empty, changed: true };
  }

  /** `text` is the cell as read, not empty; `kind` is what it was in the file. */
  read(text: string, kind: CellKind): Cell {
    const trimmed = text.trim();
    const blank = trimmed === '' || this.definition.absent?.includes(trimmed) === true;
    return blank ? this.#blank : this.#convert(text, trimmed, kind);
  }

  /** The same column, rejecting whatever is not of this school. */
  ofSchool(school: string): Column {
    const parse: Transform['parse'] = (text, kind, options) => {
      const outcome = this.transform.parse(text, kind, options);
      const value = outcome instanceof Remarked ? outcome.value : outcome;
      return outcome instanceof Reject || value === school ? outcome : new Reject('mapping/other-school', { school });
    };
    return new Column(this.definition, { ...this.transform, parse });
  }

  print(value: Value): string {
    return this.transform.print(value, this.options);
  }

  #emptyCell(): Cell {
    const { nonBlank, default: filler } = this.definition;
    if (nonBlank) return { value: undefined, changed: false, note: new Reject('mapping/blank-key') };
    return filler === undefined ? { value: undefined, changed: false, note: null } : { ...this.#convert(filler, filler, 's'), changed: true };
  }

  #convert(text: string, trimmed: string, kind: CellKind): Cell {
    const outcome = this.transform.parse(trimmed, kind, this.options);
    if (outcome instanceof Reject) return { value: undefined, changed: false, note: outcome };
    const remarked = outcome instanceof Remarked;
    const value = remarked ? outcome.value : outcome;
    const note = remarked ? outcome : null;
    if (value === undefined || this.definition.shared === true) return { value, changed: value === undefined, note };
    // A verbatim transform prints the value itself: comparing is enough.
    const printed = this.transform.verbatim === true ? value : this.print(value);
    return { value, changed: printed !== text, note };
  }
}
