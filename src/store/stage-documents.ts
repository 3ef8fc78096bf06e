/** The documents of a batch, or of merged runs, in the order of their students' hashes, page by page. */
import type { PackedDocument } from './pages.ts';
import { PAGE_BYTES } from './pages.ts';
import { SEAM } from './rows.ts';
import type { SchoolKeys } from './school-keys.ts';
import { studentHash } from './school-keys.ts';
import type { Batch, BatchDocuments } from './stage-batch.ts';

const NOBODY = new Uint8Array(0);
/** Hashes remembered: a file in the order of courses names every student in every batch, and hashing one takes 10 µs. */
const REMEMBERED = 100_000;

export class StudentHashes {
  readonly #keys: SchoolKeys;
  readonly #hashes = new Map<string, Uint8Array>();

  constructor(keys: SchoolKeys) {
    this.#keys = keys;
  }

  /** `student` as {@link Batch.documents} has it, '' for nobody. */
  of(student: string): Uint8Array {
    if (student === '') return NOBODY;
    const known = this.#hashes.get(student);
    if (known) return known;
    if (this.#hashes.size >= REMEMBERED) this.#hashes.clear();
    const hash = studentHash(this.#keys, student);
    this.#hashes.set(student, hash);
    return hash;
  }
}

/** Documents of each slot of the batch, one for each student. */
export function documentsBySlot(batch: Batch, hashes: StudentHashes): PackedDocument[][] {
  const { students, slots, records, heads, ends, text }: BatchDocuments = batch.documents;
  const pieces: Map<string, PackedDocument[]>[] = batch.slots.map(() => new Map());
  let start = 0;
  for (const [at, student] of students.entries()) {
    const end = ends[at]!;
    gather(pieces[slots[at]!]!, student, { student: hashes.of(student), records: records[at]!, head: heads[at]!, text: text.subarray(start, end) });
    start = end;
  }
  return pieces.map((found) => [...found.values()].map(joined));
}

/** Adds a piece to those of its student. */
export function gather(found: Map<string, PackedDocument[]>, student: string, piece: PackedDocument): void {
  const pieces = found.get(student);
  if (pieces) pieces.push(piece);
  else found.set(student, [piece]);
}

const seam = Buffer.from(SEAM);

/** Pieces of one student's document, one after another. */
export function joined(pieces: readonly PackedDocument[]): PackedDocument {
  const [first, ...rest] = pieces as [PackedDocument, ...PackedDocument[]];
  if (rest.length === 0) return first;
  // Every piece ends with a bracket, and only the first needs its head.
  const text = [first.text.subarray(0, -1), ...rest.flatMap((piece, at) => [seam, piece.text.subarray(piece.head, at === rest.length - 1 ? undefined : -1)])];
  return { student: first.student, head: first.head, records: pieces.reduce((sum, piece) => sum + piece.records, 0), text: Buffer.concat(text) };
}

/** In place: the order readers go through them in, so that one page after another is needed and each only once. */
export function sortByStudent(documents: PackedDocument[]): PackedDocument[] {
  return documents.sort((a, b) => Buffer.compare(a.student, b.student));
}

/** Cuts sorted documents into pages of about {@link PAGE_BYTES}; a longer document has one of its own. */
export function* paged(documents: readonly PackedDocument[]): Generator<readonly PackedDocument[]> {
  let page: PackedDocument[] = [];
  let size = 0;
  for (const document of documents) {
    if (page.length > 0 && size + document.text.length > PAGE_BYTES) {
      yield page;
      page = [];
      size = 0;
    }
    page.push(document);
    size += document.text.length;
  }
  if (page.length > 0) yield page;
}
