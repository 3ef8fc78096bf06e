/** What `explain` is asked about, as findings carry it. */
import { Fault } from '../../core/fault.ts';

/** A row of a table, or the input as a whole. */
export interface Reference {
  readonly input: string;
  readonly row: { readonly table: number; readonly row: number } | null;
  /** The text itself: the id of its quarantine item, if it has one. */
  readonly text: string;
}

/**
 * `<input>:<table>:<row>` for a row, `<input>` or `<input>:<item>` for a file as a whole.
 *
 * @throws {Fault} `record/not-found` for anything else
 */
export function parseReference(text: string): Reference {
  const row = /^([0-9a-f]{32}):(\d{1,4}):(\d{1,9})$/.exec(text);
  if (row) return { input: row[1]!, row: { table: Number(row[2]), row: Number(row[3]) }, text };
  const whole = /^([0-9a-f]{32})(?::[0-9a-f]{16})?$/.exec(text);
  if (!whole) throw new Fault('record/not-found', { what: text });
  return { input: whole[1]!, row: null, text };
}
