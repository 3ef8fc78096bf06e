/** Reading active documents back, student by student or slot by slot. */
import type { DatabaseSync } from 'node:sqlite';
import type { CanonicalRecord, StudentKey } from '../core/record.ts';
import { keyText } from '../core/student-key.ts';
import type { Box } from './box.ts';
import { damage, openDatabase } from './database.ts';
import { labels } from './labels.ts';
import { pageCipher, type PageCipher } from './pages.ts';
import { PageReader } from './page-reader.ts';
import type { StudentFile } from './port.ts';
import type { RecordMaker } from './record-maker.ts';
import type { DecodedDocument } from './rows.ts';
import { decodeDocument, recordMaker } from './rows.ts';
import type { SchoolKeys } from './school-keys.ts';
import { studentHash } from './school-keys.ts';

export interface ReadingContext {
  readonly path: string;
  readonly keys: SchoolKeys;
  readonly box: Box;
}

/** One active (slot, load) pair with all that is needed to read its documents. */
interface ActiveSlot {
  readonly slot: number;
  readonly load: number;
  readonly type: string;
  readonly kind: string;
  readonly input: string;
  readonly maker: RecordMaker;
  readonly cipher: PageCipher;
}

interface DocumentRow {
  readonly student: Uint8Array;
  readonly slot: number;
  readonly load: number;
  readonly part: number;
  readonly records: number;
  readonly page: number;
  readonly place: number;
}

type Wanted = (slot: { readonly type: string; readonly kind: string }) => boolean;

/** Key of the documents of no student; every student's hash sorts after it. */
const NOBODY = new Uint8Array(0);

/** Which documents are read, as SQL over the student's hash. */
const WHOSE = { anybody: 'true', somebody: 'student > :student', nobody: 'student = :student', one: 'student = :student' } as const;

interface Found extends DecodedDocument {
  readonly hash: Buffer;
  readonly at: ActiveSlot;
}

/** Students of a term in the order of their hashes; records by type, kind, input and then as in the file. */
export async function* readStudents(context: ReadingContext, term: string, types?: readonly string[]): AsyncIterable<StudentFile> {
  let group: Found[] = [];
  for (const found of documents(context, term, 'somebody', (slot) => !types || types.includes(slot.type))) {
    const first = group[0];
    if (first && !first.hash.equals(found.hash)) {
      yield* studentFile(group);
      group = [];
    }
    group.push(found);
  }
  yield* studentFile(group);
}

/** Documents of one student in each of the terms, by type and kind and then as in the file. */
export async function* readStudent(context: ReadingContext, terms: readonly string[], key: StudentKey): AsyncIterable<readonly CanonicalRecord[]> {
  const hash = studentHash(context.keys, keyText(key));
  for (const term of terms) for (const { records } of studentFile([...documents(context, term, 'one', () => true, hash)])) yield records;
}

/** Documents of one type in no order to rely on; those of nobody are included. */
export async function* readRecords(context: ReadingContext, term: string, type: string, kind?: string): AsyncIterable<readonly CanonicalRecord[]> {
  for (const { records } of documents(context, term, 'anybody', (slot) => slot.type === type && (kind === undefined || slot.kind === kind))) yield records;
}

/** Documents of nobody: plan rows, and rows whose student key is not complete. */
export async function* readKeyless(context: ReadingContext, term: string): AsyncIterable<readonly CanonicalRecord[]> {
  for (const { records } of documents(context, term, 'nobody', () => true)) yield records;
}

function* studentFile(group: readonly Found[]): Iterable<StudentFile> {
  const [first] = group;
  const key = first?.student;
  if (!key) return;
  // Document order within a student is slot, load, part; slot numbers depend on what came first, names do not.
  const ordered = group.toSorted((a, b) => byName(a.at, b.at));
  yield { key, ref: first.hash.toString('hex'), records: ordered.flatMap((found) => found.records) };
}

function byName(a: ActiveSlot, b: ActiveSlot): number {
  if (a.type !== b.type) return a.type < b.type ? -1 : 1;
  return a.kind === b.kind ? 0 : a.kind < b.kind ? -1 : 1;
}

/** On a connection of its own: the reader sees one state, whatever is published meanwhile. */
function* documents(context: ReadingContext, term: string, whose: keyof typeof WHOSE, wanted: Wanted, student: Uint8Array = NOBODY): Iterable<Found> {
  const db = openDatabase(context.path, context.keys.school, true);
  try {
    db.exec('BEGIN');
    const active = activeSlots(db, context, term, wanted);
    if (active.size === 0) return;
    const pages = new PageReader(db, context.keys.school);
    const rows = db.prepare(`
      SELECT student, slot, load, part, records, page, place FROM documents
      WHERE term = :term AND ${WHOSE[whose]} ORDER BY student, slot, load, part`);
    for (const row of rows.iterate(whose === 'anybody' ? { term } : { term, student }) as Iterable<unknown> as Iterable<DocumentRow>) {
      const at = active.get(`${row.slot} ${row.load}`);
      if (!at) continue;
      const place = { school: context.keys.school, term, type: at.type, kind: at.kind, input: at.input };
      const text = pages.text(row, place, at.cipher);
      yield { ...decodeDocument(text, at.maker), hash: Buffer.from(row.student), at };
    }
  } catch (error) {
    throw damage(error, context.keys.school);
  } finally {
    db.close();
  }
}

function activeSlots(db: DatabaseSync, context: ReadingContext, term: string, wanted: Wanted): Map<string, ActiveSlot> {
  const rows = db.prepare(`
    SELECT a.slot, a.load, s.type, s.kind, l.input, l.salt, y.body
    FROM active a JOIN slots s USING (slot) JOIN loads l USING (load) JOIN layouts y ON y.load = a.load AND y.slot = a.slot
    WHERE s.term = ?`).all(term) as unknown as { slot: number; load: number; type: string; kind: string; input: string; salt: Uint8Array; body: Uint8Array }[];
  const ciphers = new Map<number, PageCipher>();
  const slots = new Map<string, ActiveSlot>();
  for (const { slot, load, type, kind, input, salt, body } of rows) {
    if (!wanted({ type, kind })) continue;
    const fields = context.box.open(labels.layout(input, term, type, kind), body) as string[];
    const cipher = ciphers.get(load) ?? pageCipher(context.keys, salt);
    ciphers.set(load, cipher);
    const maker = recordMaker({ school: context.keys.school, term, type, kind, input }, fields);
    slots.set(`${slot} ${load}`, { slot, load, type, kind, input, cipher, maker });
  }
  return slots;
}
