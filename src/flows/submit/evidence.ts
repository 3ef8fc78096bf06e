/**
 * What was submitted, kept where nobody deletes it: each roster workbook is a blob under its own SHA-256, which is
 * what a receipt names, and whose rows an error reply counts. Submissions packed before this was so are read from their package in the outbox.
 */
import { basename, join } from 'node:path';
import type { ByteSource } from '../../core/bytes.ts';
import { ProblemError } from '../../core/problem.ts';
import { sha256Of } from '../../core/sha256.ts';
import { fileSource, memorySource } from '../../formats/bytes.ts';
import { openZip } from '../../formats/zip/read.ts';
import type { PastSubmission, SchoolStore } from '../../store/port.ts';
import { sameFile } from '../publish-file.ts';
import type { Services } from '../services.ts';

/** Called before a submission is accepted: one that is accepted can always be held against its receipt. */
export async function keepEvidence(store: SchoolStore, workbooks: readonly Uint8Array[]): Promise<void> {
  for (const bytes of workbooks) await store.blobs.put(memorySource(bytes));
}

/** Puts a workbook of a package in the outbox among the blobs; false when the package or the workbook is not what it was. */
async function keepFromOutbox(services: Services, store: SchoolStore, submission: PastSubmission, wanted: string): Promise<boolean> {
  const path = join(services.home.paths(store.school).outbox, basename(submission.package));
  if (!(await sameFile(path, submission.sha256))) return false;
  await using file = await fileSource(path);
  const archive = await openZip(file, basename(path));
  try {
    for (const entry of archive.entries.filter(({ name }) => name.endsWith('.xlsx'))) {
      const source = await entry.source();
      if (await sha256Of(source) === wanted) {
        await store.blobs.put(source);
        return true;
      }
    }
    return false;
  } finally {
    await archive.close();
  }
}

/**
 * The bytes of one workbook of a submission.
 * @throws ProblemError `receipt/evidence-gone` where neither the blobs nor the outbox have them
 */
export async function submittedWorkbook(services: Services, store: SchoolStore, submission: PastSubmission, roster: PastSubmission['rosters'][number]): Promise<ByteSource> {
  if (!store.blobs.has(roster.sha256) && !(await keepFromOutbox(services, store, submission, roster.sha256))) {
    throw new ProblemError({ code: 'receipt/evidence-gone', params: { package: basename(submission.package), roster: roster.file } });
  }
  return store.blobs.open(roster.sha256);
}
