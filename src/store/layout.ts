/** Which fields the rows of a slot have, and how to take them from a record. */
import type { CanonicalRecord } from '../core/record.ts';

/** Kept once for a document or more: never in its rows. */
const SHARED = new Set(['type', 'kind', 'school', 'term', 'source']);
const KEY = new Set(['idNumber', 'birthDate']);

type Pick = (record: CanonicalRecord, values: unknown[], from: number) => void;

/**
 * Field names in column order; it only ever grows at the end, so that rows written before stay readable.
 * Taking twenty fields by name with generated code costs a tenth of looking each name up (1,000,000 records: 0.1 s).
 */
export class Layout {
  readonly fields: string[] = [];
  readonly #known = new Set<string>();
  #pick: { readonly keyed: Pick; readonly keyless: Pick } = this.#compile();

  /**
   * Puts a record's values into `values` from index `from` on, by column; undefined for an absent field.
   * `keyed` leaves id and birth date out: the document has them.
   */
  take(record: CanonicalRecord, keyed: boolean, values: unknown[], from: number): void {
    (keyed ? this.#pick.keyed : this.#pick.keyless)(record, values, from);
    let taken = 4 + (record.kind === undefined ? 0 : 1) + (keyed ? 2 : 0);
    for (let column = from; column < values.length; column++) if (values[column] !== undefined) taken += 1;
    // Another number: fields not known yet, or some that hold undefined.
    if (taken !== Object.keys(record).length && this.#grow(record, keyed)) this.take(record, keyed, values, from);
  }

  #grow(record: CanonicalRecord, keyed: boolean): boolean {
    const before = this.fields.length;
    for (const [field, value] of Object.entries(record)) {
      if (value === undefined || SHARED.has(field) || (keyed && KEY.has(field)) || this.#known.has(field)) continue;
      this.#known.add(field);
      this.fields.push(field);
    }
    if (this.fields.length === before) return false;
    this.#pick = this.#compile();
    return true;
  }

  #compile(): { keyed: Pick; keyless: Pick } {
    const pick = (skipped: ReadonlySet<string>): Pick => {
      const lines = this.fields.map((field, column) => `values[from+${column}]=${skipped.has(field) ? 'undefined' : `record[${JSON.stringify(field)}]`};`);
      return new Function('record', 'values', 'from', lines.join('')) as Pick;
    };
    return { keyed: pick(KEY), keyless: pick(new Set()) };
  }
}
