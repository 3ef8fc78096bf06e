/**
 * One process per school at a time. The lock is the kernel's, taken through SQLite on an empty file, so a
 * killed holder lets go at once and a reused process id cannot keep it; a note beside it says who holds it.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Fault } from '../core/fault.ts';
import { PRIVATE_FILE } from './files.ts';

const SQLITE_BUSY = 5;

/** Given back by {@link SchoolLock.acquire}. */
export interface Hold {
  release(): void;
}

/** Counts holds within this process; the last release lets go. */
export class SchoolLock {
  readonly #school: string;
  readonly #file: string;
  readonly #note: string;
  #db: DatabaseSync | null = null;
  readonly #patience: number;
  #holds = 0;
  #tidied = false;

  /** @param patience milliseconds to wait for another holder; a run does not wait. */
  constructor(school: string, folder: string, patience = 0) {
    this.#patience = patience;
    this.#school = school;
    this.#file = join(folder, 'lock.sqlite');
    this.#note = join(folder, 'holder.json');
  }

  /** @throws Fault `store/busy` naming the holder. */
  acquire(): Hold {
    this.#db ??= this.#take();
    this.#holds += 1;
    let held = true;
    return {
      release: () => {
        if (!held) return;
        held = false;
        this.#holds -= 1;
        if (this.#holds === 0) this.#letGo();
      },
    };
  }

  /** True once while the lock is held: for what a new holder does with what the last one left. */
  mustTidy(): boolean {
    const must = this.#db !== null && !this.#tidied;
    this.#tidied ||= must;
    return must;
  }

  #take(): DatabaseSync {
    // Only a file that is not there is opened by hand: closing one that is would drop a lock this process holds on it.
    if (!existsSync(this.#file)) writeFileSync(this.#file, '', { mode: PRIVATE_FILE, flag: 'a' });
    const db = new DatabaseSync(this.#file, { timeout: this.#patience });
    try {
      db.exec('PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE');
    } catch (error) {
      db.close();
      if ((error as { errcode?: number }).errcode !== SQLITE_BUSY) throw new Fault('store/damaged', { what: this.#school, detail: 'lock.sqlite' }, { cause: error });
      throw new Fault('store/busy', { school: this.#school, holder: this.#holder() }, { cause: error });
    }
    writeFileSync(this.#note, `${JSON.stringify({ pid: process.pid, host: hostname() })}\n`, { mode: PRIVATE_FILE });
    return db;
  }

  #letGo(): void {
    rmSync(this.#note, { force: true });
    this.#db?.close();
    this.#db = null;
    this.#tidied = false;
  }

  #holder(): string {
    try {
      const note = JSON.parse(readFileSync(this.#note, 'utf8')) as { pid: number; host: string };
      return `pid ${note.pid} @ ${note.host}`;
    } catch {
      return '?';
    }
  }
}
