/**
 * Batches in which hardly any student comes twice, as of a file in the order of courses: written as they are, every
 * student would have a document of a row or two in every batch. Their documents wait in a temporary table, sealed,
 * divided by the first bits of the student's hash; at the end of the load one division after the other is put
 * together, so that memory holds a 64th of the load.
 */
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { PackedDocument, PageCipher } from './pages.ts';
import type { DocumentPlace } from './rows.ts';
import { gather, joined, paged, sortByStudent } from './stage-documents.ts';

const DIVISIONS = 64;
const divisionOf = ({ student }: PackedDocument): number => (student[0] ?? 0) >> 2;

const TABLE = `CREATE TEMP TABLE IF NOT EXISTS runs (
  load INTEGER, slot INTEGER, division INTEGER, part INTEGER, page INTEGER, body BLOB NOT NULL, PRIMARY KEY (load, slot, division, part, page)) WITHOUT ROWID`;

export class StageRuns {
  readonly #add: StatementSync;
  readonly #slots: StatementSync;
  readonly #division: StatementSync;
  readonly #forget: StatementSync;

  constructor(db: DatabaseSync) {
    db.exec(TABLE);
    this.#add = db.prepare('INSERT INTO runs (load, slot, division, part, page, body) VALUES (?, ?, ?, ?, ?, ?)');
    this.#slots = db.prepare('SELECT DISTINCT slot FROM runs WHERE load = ?');
    this.#division = db.prepare('SELECT part, page, body FROM runs WHERE load = ? AND slot = ? AND division = ? ORDER BY part, page');
    this.#forget = db.prepare('DELETE FROM runs WHERE load = ?');
  }

  /** Keeps the documents of one slot of one batch; `page` counts the pages of the batch, from the number given, which is returned moved on. */
  keep(load: number, slot: number, place: DocumentPlace & { readonly part: number }, documents: readonly PackedDocument[], cipher: PageCipher, page: number): number {
    const divisions: PackedDocument[][] = Array.from({ length: DIVISIONS }, () => []);
    for (const document of documents) divisions[divisionOf(document)]!.push(document);
    let next = page;
    for (const [division, list] of divisions.entries()) {
      for (const some of paged(list)) {
        this.#add.run(load, slot, division, place.part, next, cipher.seal({ ...place, page: next }, some));
        next += 1;
      }
    }
    return next;
  }

  /** Numbers of the slots that have documents waiting. */
  slots(load: number): number[] {
    return this.#slots.all(load).map((row) => row['slot'] as number);
  }

  /** The documents of one slot, one for each student, division by division in the order of hashes. */
  *merged(load: number, slot: number, place: DocumentPlace, cipher: PageCipher): Generator<PackedDocument[]> {
    for (let division = 0; division < DIVISIONS; division++) {
      const found = new Map<string, PackedDocument[]>();
      for (const row of this.#division.iterate(load, slot, division) as Iterable<unknown> as Iterable<{ part: number; page: number; body: Uint8Array }>) {
        for (const document of cipher.open({ ...place, part: row.part, page: row.page }, row.body)) {
          gather(found, Buffer.from(document.student).toString('latin1'), document);
        }
      }
      if (found.size > 0) yield sortByStudent([...found.values()].map(joined));
    }
  }

  forget(load: number): void {
    this.#forget.run(load);
  }
}
