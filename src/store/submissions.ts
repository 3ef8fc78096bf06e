/** What was packed and accepted, and who let a held gate open. */
import type { DatabaseSync } from 'node:sqlite';
import type { Box } from './box.ts';
import { inDurableTransaction } from './database.ts';
import { labels } from './labels.ts';
import type { Approval, PastSubmission, SubmissionInfo } from './port.ts';
import { openShelf, putOnShelf } from './shelves.ts';

/** The shelf the history stands on; keys are six-digit numbers in the order of acceptance. */
const HISTORY = 'submissions';

/** The last accepted submission of a term; null before the first. */
export function readSubmission(db: DatabaseSync, box: Box, term: string, edition: string): SubmissionInfo | null {
  const row = db.prepare('SELECT body FROM submissions WHERE term = ? AND edition = ?').get(term, edition);
  return row ? (box.open(labels.submission(term, edition), row['body'] as Uint8Array) as SubmissionInfo) : null;
}

/** Every accepted submission, oldest first. */
export function readSubmissions(db: DatabaseSync, box: Box, { term, edition }: { readonly term?: string; readonly edition?: string } = {}): readonly PastSubmission[] {
  return [...openShelf(db, box, HISTORY).entries()].map(([, value]) => value as PastSubmission)
    .filter((one) => (term === undefined || one.term === term) && (edition === undefined || one.edition === edition));
}

/** Accepting what is already the last of its term and edition adds nothing: a night cut off before its end is done again. */
function remember(db: DatabaseSync, box: Box, { digests: _digests, ...info }: SubmissionInfo): void {
  const past = readSubmissions(db, box);
  const last = past.findLast(({ term, edition }) => term === info.term && edition === info.edition);
  if (last?.key === info.key && last.sha256 === info.sha256) return;
  const number = (past.at(-1)?.number ?? 0) + 1;
  putOnShelf(db, box, { shelf: HISTORY, key: String(number).padStart(6, '0'), value: { ...info, number } satisfies PastSubmission });
}

/** Keeps the submission as the base of the next; slot changes are settled by the submission of all, not by its pre-check or a batch. */
export function acceptSubmission(db: DatabaseSync, box: Box, info: SubmissionInfo): void {
  inDurableTransaction(db, () => {
    db.prepare('INSERT OR REPLACE INTO submissions (term, edition, body) VALUES (?, ?, ?)')
      .run(info.term, info.edition, box.seal(labels.submission(info.term, info.edition), info));
    remember(db, box, info);
    if (info.edition === 'term-submission' || info.edition === 'year-submission') db.prepare('DELETE FROM changes WHERE slot IN (SELECT slot FROM slots WHERE term = ?)').run(info.term);
  });
}

/** Approvals in the order they were given. */
export function readApprovals(db: DatabaseSync, box: Box): readonly Approval[] {
  return db.prepare('SELECT body FROM approvals ORDER BY approval').all()
    .map((row) => box.open(labels.approval(), row['body'] as Uint8Array) as Approval);
}

/** Keeps an approval; earlier ones stay. */
export function keepApproval(db: DatabaseSync, box: Box, approval: Approval): void {
  inDurableTransaction(db, () => db.prepare('INSERT INTO approvals (body) VALUES (?)').run(box.seal(labels.approval(), approval)));
}
