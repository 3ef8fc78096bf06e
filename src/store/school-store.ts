/** The embedded form of the store port: one SQLite file and one blob folder per school. */
import { keyText } from '../core/student-key.ts';
import type { DatabaseSync } from 'node:sqlite';
import { dropUnfinishedBlobs, openBlobs } from './blobs.ts';
import { openBox } from './box.ts';
import { keepCoined, readCoined } from './coined.ts';
import { openDatabase } from './database.ts';
import { activeTerms, contentKey, publishedInput, publishedInputs, readInfo } from './inputs.ts';
import type { Hold, SchoolLock } from './lock.ts';
import type { SchoolStore } from './port.ts';
import { pendingChanges, publishInputs } from './publish.ts';
import { countQuarantine, discardItem, listQuarantine } from './quarantine.ts';
import { readKeyless, readRecords, readStudent, readStudents } from './reading.ts';
import type { SchoolKeys } from './school-keys.ts';
import { studentHash } from './school-keys.ts';
import { StageQueue } from './stage-queue.ts';
import { dropLeftovers, openStaging } from './staging.ts';
import { changeShelves, openShelf } from './shelves.ts';
import { acceptSubmission, keepApproval, readApprovals, readSubmission, readSubmissions } from './submissions.ts';

export interface SchoolStoreOptions {
  readonly keys: SchoolKeys;
  /** The SQLite file, which must exist. */
  readonly path: string;
  readonly blobs: string;
  /** Taken when something is staged, held until the store is closed; reading and small decisions need none. */
  readonly lock: SchoolLock;
}

/**
 * Opens a school. What is staged through this store and not published is gone once it is closed.
 * @throws Fault `store/damaged`, `home/newer`.
 */
export function openSchoolStore({ keys, path, blobs, lock }: SchoolStoreOptions): SchoolStore {
  const db: DatabaseSync = openDatabase(path, keys.school);
  const box = openBox(keys);
  const queue = new StageQueue(path, keys, db);
  const reading = { path, keys, box };
  let hold: Hold | null = null;

  return {
    school: keys.school,
    blobs: openBlobs(blobs, keys),

    input: (id) => publishedInput(db, box, id),
    inputs: (filter) => publishedInputs(db, filter).map((one) => readInfo(box, one)),
    async stage(inputId) {
      hold ??= lock.acquire();
      if (lock.mustTidy()) {
        dropLeftovers(db);
        dropUnfinishedBlobs(blobs);
      }
      return openStaging({ keys, db, box, queue }, inputId);
    },
    publish: async (inputIds, options) => publishInputs(db, inputIds, options),
    changes: (term) => pendingChanges(db, term),

    terms: () => activeTerms(db),
    students: (term, types) => readStudents(reading, term, types),
    student: (key) => readStudent(reading, activeTerms(db), key),
    records: (term, type, kind) => readRecords(reading, term, type, kind),
    keyless: (term) => readKeyless(reading, term),
    contentKey: (term, types) => contentKey(db, box, term, types),
    studentRef: (key) => studentHash(keys, keyText(key)).toString('hex'),

    quarantine: (filter) => listQuarantine(db, box, filter),
    quarantineCount: () => countQuarantine(db),
    discard: (id) => discardItem(db, box, id),

    submission: (term, edition) => readSubmission(db, box, term, edition),
    submissions: (filter) => readSubmissions(db, box, filter),
    accept: (info) => acceptSubmission(db, box, info),
    approvals: () => readApprovals(db, box),
    approve: (approval) => keepApproval(db, box, approval),

    coined: () => readCoined(db, box),
    saveCoined: (table) => keepCoined(db, box, table),

    shelf: (name) => openShelf(db, box, name),
    shelve: (changes) => changeShelves(db, box, changes),

    async close() {
      if (!db.isOpen) return;
      await queue.close();
      db.close();
      hold?.release();
      hold = null;
    },
  };
}
