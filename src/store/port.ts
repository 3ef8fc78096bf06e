/**
 * The store port: what flows may ask of a school's data, whatever keeps it.
 * One store is one school; nothing crosses from one school to another.
 */
import type { ByteSource } from '../core/bytes.ts';
import type { CoinedTable } from '../core/coined.ts';
import type { Finding } from '../core/finding.ts';
import type { Problem } from '../core/problem.ts';
import type { CanonicalRecord, RecordType, StudentKey } from '../core/record.ts';
import type { RosterOrigin } from '../core/roster-origin.ts';
import type { BlobTicket } from './blobs.ts';
import type { PreparedBatch } from './stage-batch.ts';
import type { StageTicket } from './stage-lane.ts';

export type { BlobTicket, PreparedBatch, StageTicket };

/** A table of an input, in file order; `Source.table` is an index into these. */
export interface InputTable {
  readonly file: string;
  readonly sheet: string;
  readonly header: readonly string[];
  /** Id of the mapping that read it (`<adapter>/<mapping file>`), null for a table nobody maps. */
  readonly mapping: string | null;
  readonly rowsRead: number;
  readonly imported: number;
  readonly rejected: number;
}

/** One input file as kept: original bytes in `blobs`, records in documents, rejects in quarantine. */
export interface InputInfo {
  /** First 32 hex characters of SHA-256(file name, NUL, content SHA-256): the same bytes under the same name are the same input. */
  readonly id: string;
  readonly sha256: string;
  readonly size: number;
  readonly file: string;
  readonly system: string | null;
  readonly edition: string | null;
  readonly encoding: string | null;
  /** Hash over the mapping files that read it. */
  readonly mappingHash: string | null;
  readonly status: 'imported' | 'quarantined';
  readonly tables: readonly InputTable[];
  /** Terms its records, cover or name speak of, ascending; empty when nothing says. */
  readonly terms: readonly string[];
  /** Records by type. */
  readonly records: Readonly<Record<string, number>>;
  readonly rejected: number;
  /** Findings of intake: exact counts per code, samples capped by the writer. */
  readonly findingCounts: Readonly<Record<string, number>>;
  readonly findings: readonly Finding[];
}

/** What a published drop did to one slot (all records of one type and kind in one term). */
export interface SlotChange {
  readonly term: string;
  readonly type: string;
  readonly kind: string;
  readonly before: { readonly students: number; readonly records: number };
  readonly after: { readonly students: number; readonly records: number };
  /** Students that had records in the slot before and have none now. */
  readonly goneStudents: number;
}

/** A slot for which an input has a sheet without a row. */
export interface EmptiedSlot {
  readonly input: string;
  readonly term: string;
  readonly type: string;
  /** Empty for a type without kinds. */
  readonly kind: string;
}

/** A rejected row or file. */
export interface QuarantineItem {
  /** `<input id>` for a file, `<input id>:<table>:<row>` for a row. */
  readonly id: string;
  readonly input: string;
  readonly file: string;
  readonly sheet: string | null;
  readonly row: number | null;
  readonly problem: Problem;
  /** Header and cells of the rejected row, as read. */
  readonly header: readonly string[];
  readonly cells: readonly string[];
}

/** Records being taken in: invisible until the drop they belong to is published. */
export interface Staging {
  readonly input: string;
  /** Resolves when there is room for more: callers await it, so memory stays flat. */
  add(records: readonly CanonicalRecord[]): Promise<void>;
  reject(items: readonly Omit<QuarantineItem, 'file'>[]): Promise<void>;
  /** For threads that prepare records of one type, which have no other fields than these ({@link PreparedBatch}). */
  ticket(type: RecordType, fields: readonly string[]): StageTicket;
  /** Takes what another thread prepared, in the order of the file. */
  take(batches: readonly PreparedBatch[]): Promise<void>;
  /** Everything is on disk after this; `info` becomes visible with `publish`. */
  finish(info: InputInfo): Promise<void>;
  abort(): Promise<void>;
}

/** All active records of one student in one term. */
export interface StudentFile {
  readonly key: StudentKey;
  /** What `studentRef` gives for the key. */
  readonly ref: string;
  readonly records: readonly CanonicalRecord[];
}

/** One file of a package that is divided by students. */
export interface SubmissionPart {
  readonly package: string;
  readonly sha256: string;
  /** Students with files in it. */
  readonly students: number;
  readonly attachments: number;
  /** Of the archive. */
  readonly bytes: number;
}

/** A submission that was packed and accepted by the gate: the base the next one is compared with. */
export interface SubmissionInfo {
  readonly term: string;
  /** `term-submission` or `precheck`. */
  readonly edition: string;
  /** Hash of everything that went into it. */
  readonly key: string;
  readonly package: string;
  readonly sha256: string;
  /** `sha256` is of the workbook itself: a receipt names it (RULE-425). `roster` is the 名冊 name, absent where it was packed before that was kept. */
  readonly rosters: readonly { roster?: string; rosterType: string; file: string; sha256: string; sheets: Readonly<Record<string, number>>; origin?: RosterOrigin }[];
  /** Number of the submission it corrects: it carries only what changed since, a student's rows in a sheet together. */
  readonly corrects?: number;
  /** What a correction takes away. */
  readonly removed?: readonly RemovedRows[];
  /** Of a yearly package, its files: the one with the rosters first, which is `package`. */
  readonly parts?: readonly SubmissionPart[];
  /** Per record type: per-student digests, `keyed student id → digest`, for the next gate's comparison. */
  readonly digests: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** A student of whom a correction takes away every row of a sheet: a roster cannot say that. */
export interface RemovedRows {
  /** Workbook inside the package, and what it is. */
  readonly file: string;
  readonly roster: string;
  readonly rosterType: string;
  /** 分頁. */
  readonly sheet: string;
  /** Id and birth date as the roster wrote them, with a blank between. */
  readonly student: string;
}

/** A submission of the school's history. */
export interface PastSubmission extends Omit<SubmissionInfo, 'digests'> {
  /** 1 for the school's first, and one more for each after it. */
  readonly number: number;
}

/** What a flow keeps beside the records, as JSON values by key; sealed at rest. */
export interface Shelf {
  /** Null when nothing is kept there. */
  get(key: string): unknown;
  /** Keys that begin with `prefix`, ascending by code unit. */
  keys(prefix?: string): readonly string[];
  /** The same with their values, one after the other. */
  entries(prefix?: string): Iterable<readonly [key: string, value: unknown]>;
}

/** Names and keys lie in clear: students are named by `studentRef`, files by their hash. A null value removes. */
export interface ShelfChange {
  readonly shelf: string;
  readonly key: string;
  readonly value: unknown;
}

/** A person's decision to let a held gate open, for exactly one content key. */
export interface Approval {
  readonly key: string;
  readonly reason: string;
  readonly by: string;
  /** ISO time. */
  readonly at: string;
}

export interface Blobs {
  /** Copies a source in, encrypted, hashing on the way; an equal blob is not written again. */
  put(source: ByteSource): Promise<{ sha256: string; size: number; crc32: number }>;
  has(sha256: string): boolean;
  /** Decrypting view; every chunk is authenticated when read. */
  open(sha256: string): Promise<ByteSource>;
  /** With which another thread of this process can open it ({@link openTicket}). */
  ticket(sha256: string): BlobTicket;
}

export interface SchoolStore {
  readonly school: string;
  readonly blobs: Blobs;

  input(id: string): InputInfo | null;
  /** Inputs in order of publication; `active` keeps those with at least one active slot or none at all and not replaced. */
  inputs(filter?: { readonly active?: boolean }): readonly InputInfo[];
  stage(inputId: string): Promise<Staging>;
  /**
   * Makes the finished inputs visible in one transaction. Each slot they fill replaces what earlier drops
   * put into the same slot; slots they do not mention stay. Repeating a published drop changes nothing.
   * With `beside` they are no new drop: each takes the place of its own older reading only.
   * What earlier files of the same name had put into an emptied slot goes, unless the drop fills it.
   */
  publish(inputIds: readonly string[], options?: { readonly beside?: boolean; readonly emptied?: readonly EmptiedSlot[] }): Promise<readonly SlotChange[]>;
  /** Slot changes of the last drop per slot that has not been superseded by an accepted submission. */
  changes(term: string): readonly SlotChange[];

  /** Terms that have active records, ascending. */
  terms(): readonly string[];
  /** Active records of a term grouped by student, in an order that is stable within one store. */
  students(term: string, types?: readonly string[]): AsyncIterable<StudentFile>;
  /** Everything active of one student, term by term, ascending; found by the key's hash, so that nobody else's is opened. */
  student(key: StudentKey): AsyncIterable<readonly CanonicalRecord[]>;
  /** Active records of one type (and kind) of a term, document by document, in no order to rely on. */
  records(term: string, type: string, kind?: string): AsyncIterable<readonly CanonicalRecord[]>;
  /** Active records of a term that belong to no student: plan rows, and rows whose student key is not complete. */
  keyless(term: string): AsyncIterable<readonly CanonicalRecord[]>;
  /** Hash over the active inputs and slots of a term, or over those of some record types: equal means equal records. */
  contentKey(term: string, types?: readonly string[]): string;
  /** Keyed hash of a student key, stable within one store; safe to keep and compare. */
  studentRef(key: StudentKey): string;

  quarantine(filter?: { readonly input?: string; readonly id?: string }): readonly QuarantineItem[];
  quarantineCount(): number;
  /** Takes an item (or all of a file) out of quarantine with a reason; audited by the caller. */
  discard(id: string): boolean;

  /** The last accepted submission of a term and edition. */
  submission(term: string, edition: string): SubmissionInfo | null;
  /** Every submission ever accepted, oldest first: what receipts speak of, and what a correction refers to. */
  submissions(filter?: { readonly term?: string; readonly edition?: string }): readonly PastSubmission[];
  accept(info: SubmissionInfo): void;
  approvals(): readonly Approval[];
  approve(approval: Approval): void;

  /** The school's 造字 table (RULE-610); empty before one was saved. */
  coined(): CoinedTable;
  /** Takes the place of the table that was there; whoever changes one holds the school's lock. */
  saveCoined(table: CoinedTable): void;

  /** Values kept by name; what is on it is read at each call. */
  shelf(name: string): Shelf;
  /** Changes shelves in one transaction, on disk when it returns: all of it or nothing. */
  shelve(changes: Iterable<ShelfChange>): void;

  close(): Promise<void>;
}
