/** The runs of a home, in `catalogue.sqlite`: what was started, what came of it, school by school. No personal data. */
import { chmodSync, existsSync } from 'node:fs';
import { hostname } from 'node:os';
import { DatabaseSync } from 'node:sqlite';
import { Fault } from '../core/fault.ts';
import type { WhoseMove } from '../core/fault.ts';
import { inDurableTransaction, inTransaction } from './database.ts';
import { PRIVATE_FILE } from './files.ts';
import { isAlive, processStart } from './process.ts';

/** What a run did for one school; whatever else the caller says of it is kept and given back too. */
export interface RunSchool {
  readonly school: string;
  readonly status: string;
  /** Records imported. */
  readonly imported: number;
  readonly findings: Readonly<Record<string, number>>;
  readonly packages: readonly string[];
  readonly whoseMove: WhoseMove | 'none';
}

export interface RunStart {
  /** The run's name. */
  readonly run: string;
  /** Hash of everything that goes into it, where it is known beforehand. */
  readonly key?: string;
  readonly flows?: readonly string[];
  /** ISO time. */
  readonly startedAt: string;
}

export interface RunEnd {
  /** ISO time. */
  readonly endedAt: string;
  /** `done` unless said otherwise. */
  readonly status?: string;
  readonly schools: readonly RunSchool[];
}

export interface RunInfo {
  readonly run: string;
  readonly key: string | null;
  readonly flows: readonly string[];
  readonly startedAt: string;
  readonly endedAt: string | null;
  /** `running`, `interrupted` when its process is gone without an end, otherwise what `finish` was told. */
  readonly status: string;
  readonly schools: readonly RunSchool[];
}

export interface Catalogue {
  /** A name used before is begun again: equal names are equal runs. */
  begin(run: RunStart): void;
  /** @throws Fault `record/not-found` for a run that was not begun. */
  finish(run: string, end: RunEnd): void;
  /** Begin and end in one, for a run that is told only once it is over. */
  record(run: RunStart & RunEnd): void;
  /** Newest first. */
  list(limit?: number): readonly RunInfo[];
  get(run: string): RunInfo | null;
  close(): void;
}

const VERSION = 1;
const TABLES = `
  CREATE TABLE runs (number INTEGER PRIMARY KEY, run TEXT NOT NULL UNIQUE, key TEXT, flows TEXT NOT NULL, startedAt TEXT NOT NULL,
    endedAt TEXT, status TEXT, schools TEXT NOT NULL, pid INTEGER NOT NULL, host TEXT NOT NULL, processStart TEXT);
`;

/** Opens the catalogue, making it where it is missing. */
export function openCatalogue(path: string): Catalogue {
  const db = openFile(path);
  const begin = ({ run, key, flows, startedAt }: RunStart): void => {
    db.prepare(`INSERT OR REPLACE INTO runs (run, key, flows, startedAt, schools, pid, host, processStart) VALUES (?, ?, ?, ?, '[]', ?, ?, ?)`)
      .run(run, key ?? null, JSON.stringify(flows ?? []), startedAt, process.pid, hostname(), processStart(process.pid));
  };
  const finish = (run: string, { endedAt, status, schools }: RunEnd): void => {
    const { changes } = db.prepare('UPDATE runs SET endedAt = ?, status = ?, schools = ? WHERE run = ?')
      .run(endedAt, status ?? 'done', JSON.stringify(schools), run);
    if (Number(changes) === 0) throw new Fault('record/not-found', { what: run });
  };
  return {
    begin: (run) => inDurableTransaction(db, () => begin(run)),
    finish: (run, end) => inDurableTransaction(db, () => finish(run, end)),
    record: (run) => inDurableTransaction(db, () => {
      begin(run);
      finish(run.run, run);
    }),
    list: (limit = 100) => db.prepare('SELECT * FROM runs ORDER BY number DESC LIMIT ?').all(limit).map(readRun),
    get(run) {
      const row = db.prepare('SELECT * FROM runs WHERE run = ?').get(run);
      return row ? readRun(row) : null;
    },
    close() {
      if (db.isOpen) db.close();
    },
  };
}

function readRun(row: Record<string, unknown>): RunInfo {
  return {
    run: row['run'] as string,
    key: row['key'] as string | null,
    flows: JSON.parse(row['flows'] as string) as string[],
    startedAt: row['startedAt'] as string,
    endedAt: row['endedAt'] as string | null,
    status: (row['status'] as string | null) ?? (stillRuns(row) ? 'running' : 'interrupted'),
    schools: JSON.parse(row['schools'] as string) as RunSchool[],
  };
}

function openFile(path: string): DatabaseSync {
  const isNew = !existsSync(path);
  const db = new DatabaseSync(path, { timeout: 10_000 });
  try {
    if (isNew) chmodSync(path, PRIVATE_FILE);
    const version = (): number => Number(db.prepare('PRAGMA user_version').get()?.['user_version']);
    if (version() > VERSION) throw new Fault('home/newer', { home: path, found: version(), known: VERSION });
    if (version() === 0) {
      db.exec('PRAGMA journal_mode = WAL');
      inTransaction(db, () => {
        if (version() === 0) db.exec(`${TABLES}; PRAGMA user_version = ${VERSION}`);
      });
    }
    return db;
  } catch (error) {
    db.close();
    throw error instanceof Fault ? error : new Fault('store/damaged', { what: path, detail: 'catalogue' }, { cause: error });
  }
}

/** Another machine's process cannot be looked at; it is believed to run. */
function stillRuns(row: Record<string, unknown>): boolean {
  return row['host'] !== hostname() || isAlive(row['pid'] as number, row['processStart'] as string | null);
}
