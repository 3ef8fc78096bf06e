/**
 * Where documents lie, kept until many can go into their table in its order: students are hashes, so the places of one
 * batch touch every leaf of the table, and with a transaction a batch all of it would be written again and again.
 */
import type { DatabaseSync, StatementSync } from 'node:sqlite';

/** Places held at most, of all loads. */
const MOST = 100_000;

/** A row of the table `documents`. */
export interface DocumentRow {
  readonly term: string;
  /** Keyed hash of the student, empty for nobody. */
  readonly student: Uint8Array;
  readonly slot: number;
  readonly part: number;
  readonly records: number;
  readonly page: number;
  /** Among the documents of the page. */
  readonly place: number;
}

export class StagePlaces {
  readonly #loads = new Map<number, DocumentRow[]>();
  readonly #insert: StatementSync;
  readonly #isThere: StatementSync;

  constructor(db: DatabaseSync) {
    this.#insert = db.prepare('INSERT INTO documents (term, student, slot, load, part, records, page, place) VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
    this.#isThere = db.prepare('SELECT 1 FROM loads WHERE load = ?');
  }

  /** The list to which a load's documents are added. */
  of(load: number): DocumentRow[] {
    let rows = this.#loads.get(load);
    if (rows === undefined) {
      this.#forgetAbandoned();
      this.#loads.set(load, (rows = []));
    }
    return rows;
  }

  /** Writes what there is of the load when it is the `last` of it, or too much to hold; within a transaction. */
  settle(load: number, last: boolean): void {
    const rows = this.#loads.get(load);
    if (rows === undefined || (!last && rows.length < MOST)) return;
    rows.sort(inTableOrder);
    for (const { term, student, slot, part, records, page, place } of rows) this.#insert.run(term, student, slot, load, part, records, page, place);
    this.#loads.delete(load);
  }

  /** A staging that was given up threw its load away, and will not come back for its places. */
  #forgetAbandoned(): void {
    for (const load of this.#loads.keys()) if (this.#isThere.get(load) === undefined) this.#loads.delete(load);
  }
}

/** The order of the table's key within a load. */
function inTableOrder(a: DocumentRow, b: DocumentRow): number {
  if (a.term !== b.term) return a.term < b.term ? -1 : 1;
  return Buffer.compare(a.student, b.student) || a.slot - b.slot || a.part - b.part;
}
