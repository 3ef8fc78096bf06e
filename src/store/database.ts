/** The SQLite file of one school: its tables and how it is opened. Nothing personal stands in it in clear. */
import { chmodSync, renameSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { Fault } from '../core/fault.ts';
import { PRIVATE_FILE } from './files.ts';

const VERSION = 1;

/**
 * A load is one reading of one input; its number is never used twice. Documents of a load that is not published, or that no slot names
 * in `active`, are never shown. `student` and `file` are keyed hashes, `student` empty for records that belong to no student. A document lies at
 * `place` in page `page` of its load and part.
 */
const TABLES = `
  CREATE TABLE loads (load INTEGER PRIMARY KEY AUTOINCREMENT, input TEXT NOT NULL, salt BLOB NOT NULL, info BLOB, file BLOB, published INTEGER);
  CREATE INDEX loads_input ON loads (input);
  CREATE INDEX loads_file ON loads (file);
  CREATE TABLE slots (slot INTEGER PRIMARY KEY, term TEXT NOT NULL, type TEXT NOT NULL, kind TEXT NOT NULL, UNIQUE (term, type, kind));
  CREATE TABLE layouts (load INTEGER, slot INTEGER, body BLOB NOT NULL, PRIMARY KEY (load, slot)) WITHOUT ROWID;
  CREATE TABLE active (slot INTEGER, load INTEGER, PRIMARY KEY (slot, load)) WITHOUT ROWID;
  CREATE TABLE documents (
    term TEXT, student BLOB, slot INTEGER, load INTEGER, part INTEGER, records INTEGER NOT NULL, page INTEGER NOT NULL, place INTEGER NOT NULL,
    PRIMARY KEY (term, student, slot, load, part)) WITHOUT ROWID;
  CREATE TABLE pages (load INTEGER, part INTEGER, page INTEGER, body BLOB NOT NULL, PRIMARY KEY (load, part, page)) WITHOUT ROWID;
  CREATE TABLE rejects (load INTEGER, page INTEGER, items INTEGER NOT NULL, body BLOB NOT NULL, PRIMARY KEY (load, page)) WITHOUT ROWID;
  CREATE TABLE discards (load INTEGER, item TEXT, PRIMARY KEY (load, item)) WITHOUT ROWID;
  CREATE TABLE changes (
    slot INTEGER PRIMARY KEY, studentsBefore INTEGER NOT NULL, recordsBefore INTEGER NOT NULL,
    studentsAfter INTEGER NOT NULL, recordsAfter INTEGER NOT NULL, gone INTEGER NOT NULL);
  CREATE TABLE submissions (term TEXT, edition TEXT, body BLOB NOT NULL, PRIMARY KEY (term, edition)) WITHOUT ROWID;
  CREATE TABLE approvals (approval INTEGER PRIMARY KEY, body BLOB NOT NULL);
`;

/** How long a statement waits for another connection's transaction, in milliseconds. */
const PATIENCE = 10_000;

/** Makes the file of a new school; what a creation cut short left is replaced, so the file is there whole or not at all. */
export function createDatabase(path: string): void {
  const aside = `${path}.new`;
  for (const file of [aside, `${aside}-wal`, `${aside}-shm`]) rmSync(file, { force: true });
  const db = new DatabaseSync(aside, { timeout: PATIENCE });
  try {
    chmodSync(aside, PRIVATE_FILE);
    db.exec('PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
    inTransaction(db, () => db.exec(`${TABLES}; PRAGMA user_version = ${VERSION}`));
  } finally {
    db.close();
  }
  renameSync(aside, path);
}

/**
 * Opens the file of a school. Opening, reading and closing change no byte of it.
 * @throws Fault `store/damaged` when it is no such file, `home/newer` when a later version made it.
 */
export function openDatabase(path: string, school: string, readOnly = false): DatabaseSync {
  let db: DatabaseSync | undefined;
  try {
    db = new DatabaseSync(path, { timeout: PATIENCE, readOnly });
    const found = version(db);
    if (found > VERSION) throw new Fault('home/newer', { home: school, found, known: VERSION });
    if (found < VERSION) throw new Fault('store/damaged', { what: school, detail: 'school.sqlite' });
    db.exec('PRAGMA synchronous = NORMAL; PRAGMA cache_size = -16000; PRAGMA foreign_keys = OFF');
    return db;
  } catch (error) {
    db?.close();
    throw damage(error, school);
  }
}

/** SQLite's codes for a file that is not what it was. */
const CORRUPT = new Set([11, 26]);

/** What to throw when working with a school's file failed: faults stay, damage and a file that is no database become one. */
export function damage(error: unknown, school: string): unknown {
  const code = (error as { errcode?: number }).errcode;
  return code === undefined || !CORRUPT.has(code & 0xff) ? error : new Fault('store/damaged', { what: school, detail: 'school.sqlite' }, { cause: error });
}

function version(db: DatabaseSync): number {
  return Number(db.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0);
}

/** Runs `work` in one transaction that is taken back whole when it throws. */
export function inTransaction<T>(db: DatabaseSync, work: () => T): T {
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

/** Like {@link inTransaction}, and on disk when it returns, with everything committed before it. */
export function inDurableTransaction<T>(db: DatabaseSync, work: () => T): T {
  db.exec('PRAGMA synchronous = FULL');
  try {
    return inTransaction(db, work);
  } finally {
    db.exec('PRAGMA synchronous = NORMAL');
  }
}
