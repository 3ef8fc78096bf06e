/** Which fields the rows of a slot have, and how to take them from a record. */
import type { CanonicalRecord } from '../core/record.ts';

/** Kept once for a document or more: never in its rows. */
const SHARED = new Set(['type', 'kind', 'school', 'term', 'source']);
const KEY = new Set(['idNumber', 'birthDate']);
const NONE: ReadonlySet<string> = new Set();

/** Returns how many fields the record has of those that are known. */
type Take = (record: CanonicalRecord, above: unknown[], changed: number[]) => number;

/**
 * Field names in column order; it only ever grows at the end, so that rows written before stay readable.
 * Fields are taken by generated code, every name written out: looking up twenty names a record takes twice as long.
 */
export class Layout {
  readonly fields: string[] = [];
  readonly #known = new Set<string>();
  /** Column of the first field. */
  readonly #first: number;
  #take!: { readonly keyed: Take; readonly keyless: Take };

  /** @param fields to begin with, in their columns */
  constructor(first: number, fields: readonly string[] = []) {
    this.#first = first;
    this.know(fields);
    this.#compile();
  }

  /** Adds the fields that are not known yet, in their order. */
  know(fields: readonly string[]): void {
    const added = fields.filter((field) => !this.#known.has(field) && !SHARED.has(field));
    for (const field of added) this.#known.add(field);
    this.fields.push(...added);
    if (added.length > 0) this.#compile();
  }

  /**
   * Puts the values of a record that differ from those in `above` there, by column, undefined for an absent field,
   * and their columns, ascending, into `changed`. `keyed` leaves id and birth date out: the document has them.
   */
  take(record: CanonicalRecord, keyed: boolean, above: unknown[], changed: number[]): void {
    const taken = (keyed ? this.#take.keyed : this.#take.keyless)(record, above, changed);
    const shared = SHARED.size - (record.kind === undefined ? 1 : 0) + (keyed ? KEY.size : 0);
    // Another number: fields not known yet, or some that hold undefined.
    if (taken + shared !== Object.keys(record).length) this.#grow(record, keyed, above, changed);
  }

  #grow(record: CanonicalRecord, keyed: boolean, above: unknown[], changed: number[]): void {
    const before = this.fields.length;
    for (const [field, value] of Object.entries(record)) {
      if (value === undefined || SHARED.has(field) || (keyed && KEY.has(field)) || this.#known.has(field)) continue;
      this.#known.add(field);
      const column = this.#first + this.fields.push(field) - 1;
      above[column] = value;
      changed.push(column);
    }
    if (this.fields.length > before) this.#compile();
  }

  #compile(): void {
    const take = (skipped: ReadonlySet<string>): Take => {
      const lines = this.fields.map((field, index) => {
        const column = this.#first + index;
        const value = skipped.has(field) ? 'undefined' : `record[${JSON.stringify(field)}]`;
        return `v=${value};if(v!==undefined)taken++;if(v!==above[${column}]){above[${column}]=v;changed.push(${column});}`;
      });
      return new Function('record', 'above', 'changed', `let v,taken=0;${lines.join('')}return taken;`) as Take;
    };
    this.#take = { keyed: take(KEY), keyless: take(NONE) };
  }
}
