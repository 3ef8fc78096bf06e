/** Finds documents in their pages; whoever reads in the order of students needs each page once. */
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { Fault } from '../core/fault.ts';
import type { PackedDocument, PageCipher } from './pages.ts';
import type { DocumentPlace } from './rows.ts';

/** Open pages, of about 64 KiB: one for each batch and slot is in use at a time. */
const OPEN = 256;

/** Where a document lies, and what the page must say about it. */
export interface PagedDocument {
  readonly student: Uint8Array;
  readonly load: number;
  readonly part: number;
  readonly records: number;
  readonly page: number;
  readonly place: number;
}

export class PageReader {
  readonly #find: StatementSync;
  readonly #school: string;
  readonly #open = new Map<string, readonly PackedDocument[]>();

  constructor(db: DatabaseSync, school: string) {
    this.#find = db.prepare('SELECT body FROM pages WHERE load = ? AND part = ? AND page = ?');
    this.#school = school;
  }

  /** @throws Fault `store/damaged` when the page does not open or holds another document there. */
  text(at: PagedDocument, place: DocumentPlace, cipher: PageCipher): string {
    const document = this.#page(at, place, cipher)[at.place];
    if (document?.records !== at.records || Buffer.compare(document.student, at.student) !== 0) {
      throw new Fault('store/damaged', { what: this.#school, detail: 'document' });
    }
    return Buffer.from(document.text.buffer, document.text.byteOffset, document.text.length).toString();
  }

  #page({ load, part, page }: PagedDocument, place: DocumentPlace, cipher: PageCipher): readonly PackedDocument[] {
    const key = `${load} ${part} ${page}`;
    const open = this.#open.get(key);
    if (open) return open;
    const body = this.#find.get(load, part, page)?.['body'] as Uint8Array | undefined;
    if (!body) throw new Fault('store/damaged', { what: this.#school, detail: 'document' });
    const documents = cipher.open({ ...place, part, page }, body);
    // The one opened longest ago is the one done with.
    for (const oldest of this.#open.keys()) {
      if (this.#open.size < OPEN) break;
      this.#open.delete(oldest);
    }
    this.#open.set(key, documents);
    return documents;
  }
}
