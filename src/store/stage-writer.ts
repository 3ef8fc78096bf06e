/** Writes batches into the school's file: sorts, compresses, encrypts, inserts; one transaction a batch. */
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Box } from './box.ts';
import { openBox } from './box.ts';
import { inTransaction } from './database.ts';
import { labels } from './labels.ts';
import type { PackedDocument, PageCipher } from './pages.ts';
import { pageCipher } from './pages.ts';
import type { DocumentPlace } from './rows.ts';
import type { SchoolKeys } from './school-keys.ts';
import type { Batch, BatchSlot } from './stage-batch.ts';
import { documentsBySlot, paged, sortByStudent, StudentHashes } from './stage-documents.ts';
import { StagePlaces } from './stage-places.ts';
import { StageRuns } from './stage-runs.ts';

/** A batch with fewer records a document than this waits for the others of its load (see {@link StageRuns}). */
const DENSE = 4;

/** Where the pages of a batch go. */
interface Target {
  readonly load: number;
  readonly slot: number;
  readonly place: DocumentPlace & { readonly part: number };
  readonly cipher: PageCipher;
}

export class StageWriter {
  readonly #db: DatabaseSync;
  readonly #keys: SchoolKeys;
  readonly #box: Box;
  readonly #hashes: StudentHashes;
  readonly #statements: Record<'slot' | 'newSlot' | 'place' | 'layout' | 'page' | 'rejects', StatementSync>;
  readonly #places: StagePlaces;
  #runs: StageRuns | null = null;
  /** Loads whose batches wait. */
  readonly #waiting = new Set<number>();
  #cipher: { salt: string; cipher: PageCipher } | null = null;

  constructor(db: DatabaseSync, keys: SchoolKeys) {
    this.#db = db;
    this.#keys = keys;
    this.#box = openBox(keys);
    this.#hashes = new StudentHashes(keys);
    this.#places = new StagePlaces(db);
    this.#statements = {
      newSlot: db.prepare('INSERT OR IGNORE INTO slots (term, type, kind) VALUES (?, ?, ?)'),
      slot: db.prepare('SELECT slot FROM slots WHERE term = ? AND type = ? AND kind = ?'),
      place: db.prepare('SELECT term, type, kind FROM slots WHERE slot = ?'),
      layout: db.prepare('INSERT OR REPLACE INTO layouts (load, slot, body) VALUES (?, ?, ?)'),
      page: db.prepare('INSERT INTO pages (load, part, page, body) VALUES (?, ?, ?, ?)'),
      rejects: db.prepare('INSERT INTO rejects (load, page, items, body) VALUES (?, ?, ?, ?)'),
    };
  }

  write(batch: Batch): void {
    const lists = documentsBySlot(batch, this.#hashes);
    const runs = this.#waits(batch, lists.reduce((sum, list) => sum + list.length, 0)) ? this.#waitingRuns() : null;
    inTransaction(this.#db, () => {
      const cipher = this.#cipherOf(batch);
      let page = 0;
      for (const [index, documents] of lists.entries()) {
        if (documents.length === 0) continue;
        const slot = batch.slots[index]!;
        const target = { load: batch.load, slot: this.#slot(batch, slot), place: this.#placeOf(batch, slot, batch.part), cipher };
        page = runs ? runs.keep(target.load, target.slot, target.place, documents, cipher, page) : this.#insert(target, sortByStudent(documents), page);
      }
      for (const { page: number, items } of batch.rejects) {
        this.#statements.rejects.run(batch.load, number, items.length, this.#box.seal(labels.rejects(batch.input, number), items));
      }
      if (runs && batch.last) this.#merge(batch, runs, cipher);
      this.#places.settle(batch.load, batch.last);
    });
    if (batch.last) this.#waiting.delete(batch.load);
  }

  /** Once one batch waits, those after it wait too: a student's documents are in the order of the file. */
  #waits({ load, last, documents: { records } }: Batch, documents: number): boolean {
    const sparse = records.reduce((sum, some) => sum + some, 0) < DENSE * documents;
    if (sparse && !last) this.#waiting.add(load);
    return this.#waiting.has(load);
  }

  /** Writes sorted documents from page `page` on; returns the number after the last page. */
  #insert({ load, slot, place, cipher }: Target, documents: readonly PackedDocument[], page: number): number {
    const places = this.#places.of(load);
    let next = page;
    for (const some of paged(documents)) {
      this.#statements.page.run(load, place.part, next, cipher.seal({ ...place, page: next }, some));
      for (const [at, { student, records }] of some.entries()) places.push({ term: place.term, student, slot, part: place.part, records, page: next, place: at });
      next += 1;
    }
    return next;
  }

  /** Puts together what waited; the part after the last is free. */
  #merge(batch: Batch, runs: StageRuns, cipher: PageCipher): void {
    let page = 0;
    for (const slot of runs.slots(batch.load)) {
      const place = this.#placeOf(batch, this.#statements.place.get(slot) as unknown as BatchSlot, batch.part + 1);
      for (const documents of runs.merged(batch.load, slot, place, cipher)) page = this.#insert({ load: batch.load, slot, place, cipher }, documents, page);
    }
    runs.forget(batch.load);
  }

  #waitingRuns(): StageRuns {
    return (this.#runs ??= new StageRuns(this.#db));
  }

  #placeOf({ input }: Batch, { term, type, kind }: Pick<BatchSlot, 'term' | 'type' | 'kind'>, part: number): DocumentPlace & { part: number } {
    return { school: this.#keys.school, term, type, kind, input, part };
  }

  /** Number of the slot; its layout is written again with each batch because it may have grown. */
  #slot(batch: Batch, { term, type, kind, fields }: BatchSlot): number {
    this.#statements.newSlot.run(term, type, kind);
    const number = this.#statements.slot.get(term, type, kind)?.['slot'] as number;
    this.#statements.layout.run(batch.load, number, this.#box.seal(labels.layout(batch.input, term, type, kind), fields));
    return number;
  }

  #cipherOf(batch: Batch): PageCipher {
    const salt = Buffer.from(batch.salt).toString('hex');
    if (this.#cipher?.salt !== salt) this.#cipher = { salt, cipher: pageCipher(this.#keys, batch.salt) };
    return this.#cipher.cipher;
  }
}
