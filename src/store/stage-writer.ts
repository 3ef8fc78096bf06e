/** Writes batches into the school's file: compresses, encrypts, inserts; one transaction a batch. */
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { SchoolKeys } from './school-keys.ts';
import { studentHash } from './school-keys.ts';
import type { Box } from './box.ts';
import { openBox } from './box.ts';
import { inTransaction } from './database.ts';
import type { DocumentCipher } from './documents.ts';
import { documentCipher } from './documents.ts';
import { labels } from './labels.ts';
import type { Batch } from './stage-batch.ts';

const NOBODY = new Uint8Array(0);

export class StageWriter {
  readonly #db: DatabaseSync;
  readonly #keys: SchoolKeys;
  readonly #box: Box;
  readonly #statements: Record<'slot' | 'newSlot' | 'layout' | 'document' | 'rejects', StatementSync>;
  #cipher: { salt: string; cipher: DocumentCipher } | null = null;

  constructor(db: DatabaseSync, keys: SchoolKeys) {
    this.#db = db;
    this.#keys = keys;
    this.#box = openBox(keys);
    this.#statements = {
      newSlot: db.prepare('INSERT OR IGNORE INTO slots (term, type, kind) VALUES (?, ?, ?)'),
      slot: db.prepare('SELECT slot FROM slots WHERE term = ? AND type = ? AND kind = ?'),
      layout: db.prepare('INSERT OR REPLACE INTO layouts (load, slot, body) VALUES (?, ?, ?)'),
      document: db.prepare('INSERT INTO documents (term, student, slot, load, part, records, body) VALUES (?, ?, ?, ?, ?, ?, ?)'),
      rejects: db.prepare('INSERT INTO rejects (load, page, items, body) VALUES (?, ?, ?, ?)'),
    };
  }

  write(batch: Batch): void {
    inTransaction(this.#db, () => {
      const slots = batch.slots.map((slot) => this.#slot(batch, slot));
      const cipher = this.#cipherOf(batch);
      let start = 0;
      batch.documents.forEach((document, index) => {
        const slot = batch.slots[document.slot] as Batch['slots'][number];
        const student = document.student ? studentHash(this.#keys, document.student) : NOBODY;
        const key = {
          school: this.#keys.school, term: slot.term, type: slot.type, kind: slot.kind,
          input: batch.input, student, part: batch.part, records: document.records,
        };
        const body = cipher.encode(key, batch.sequence + index, batch.text.subarray(start, document.end), slot.dictionary);
        start = document.end;
        this.#statements.document.run(slot.term, student, slots[document.slot] as number, batch.load, batch.part, document.records, body);
      });
      for (const { page, items } of batch.rejects) {
        this.#statements.rejects.run(batch.load, page, items.length, this.#box.seal(labels.rejects(batch.input, page), items));
      }
    });
  }

  /** Number of the slot; its layout is written again with each batch because it may have grown. */
  #slot(batch: Batch, slot: Batch['slots'][number]): number {
    this.#statements.newSlot.run(slot.term, slot.type, slot.kind);
    const number = this.#statements.slot.get(slot.term, slot.type, slot.kind)?.['slot'] as number;
    const layout = { fields: slot.fields, dictionary: Buffer.from(slot.dictionary).toString('base64') };
    this.#statements.layout.run(batch.load, number, this.#box.seal(labels.layout(batch.input, slot.term, slot.type, slot.kind), layout));
    return number;
  }

  #cipherOf(batch: Batch): DocumentCipher {
    const salt = Buffer.from(batch.salt).toString('hex');
    if (this.#cipher?.salt !== salt) this.#cipher = { salt, cipher: documentCipher(this.#keys, batch.salt) };
    return this.#cipher.cipher;
  }
}
