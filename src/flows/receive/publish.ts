/** Makes a compared receipt visible: import, lines and every student's record change together. */
import { addDays } from '../../core/days.ts';
import type { Problem } from '../../core/problem.ts';
import { type StudentOutcome, titlesSpokenOf } from '../../receipts/compare/reconcile.ts';
import { carry, merged, type Receipt } from '../../receipts/confirm/carry.ts';
import type { RowRef, StudentRecord } from '../../receipts/confirm/record.ts';
import { tally } from '../../receipts/differences.ts';
import type { Identities } from '../../receipts/identities.ts';
import { rowHash } from '../../receipts/row.ts';
import type { SchoolStore, ShelfChange } from '../../store/port.ts';
import { audit } from '../audit.ts';
import type { Services } from '../services.ts';
import { receiptKinds } from './kinds.ts';
import type { ComparedLine } from './line.ts';
import { type ImportedLine, type ImportRecord, imports, keepImport, keepLine, keepStudent, keptRemark, lineRecord, studentRecord, studentRecords } from './shelves.ts';

export interface Publishing extends Omit<ImportRecord, 'version' | 'on' | 'lines' | 'remarks'> {
  readonly lines: readonly ComparedLine[];
  readonly problems: readonly Problem[];
  readonly identities: Identities;
}

/** Rows as the receipt has them, in its order: what the student is asked to confirm. */
function rowsOf({ received }: StudentOutcome): readonly RowRef[] {
  return [...received?.sheets ?? []].flatMap(([sheet, rows]) => rows.map((row) => ({ sheet, hash: rowHash(row) })));
}

/** Rows that a receipt of corrections alone says nothing of: they stand as they stood. */
function unspokenOf(before: StudentRecord | null, student: StudentOutcome): readonly RowRef[] {
  const spoken = titlesSpokenOf(student);
  return (before?.items ?? []).filter(({ sheet }) => sheet !== '' && !spoken.has(sheet));
}

function importedLine({ line, term, chain, named, partial, reconciliation }: ComparedLine): ImportedLine {
  const rows = line.students.flatMap(({ sheets }) => [...sheets.values()]).reduce((sum, list) => sum + list.length, 0);
  return {
    line: line.id, term, files: line.files, rosters: line.rosters, submissions: chain.map(({ number }) => number), named: named.map(({ number }) => number), partial,
    students: line.students.length, rows, ...tally(reconciliation),
  };
}

interface At {
  readonly term: string;
  readonly line: string;
}

/** The student's record so far, under whichever of their keys it stands; those under former keys move to the latest. */
function soFar(store: SchoolStore, at: At, ref: string, others: readonly string[]): { record: StudentRecord | null; former: readonly string[] } {
  const found = [ref, ...others].flatMap((one) => {
    const record = studentRecord(store, at, one);
    return record === null ? [] : [{ one, record }];
  });
  return { record: merged(found.map(({ record }) => record)), former: found.map(({ one }) => one).filter((one) => one !== ref) };
}

function* studentChanges(store: SchoolStore, at: At, { partial, reconciliation }: ComparedLine, receipt: Receipt, identities: Identities): Generator<ShelfChange> {
  const seen = new Set<string>();
  for (const student of reconciliation.students) {
    if (student.key === null) continue;
    const ref = store.studentRef(student.key);
    const others = identities.all(student.key).map((key) => store.studentRef(key)).filter((other) => other !== ref);
    const { record, former } = soFar(store, at, ref, others);
    for (const other of [ref, ...others]) seen.add(other);
    for (const other of former) yield keepStudent(at, other, null);
    yield keepStudent(at, ref, carry(record, student.key, [...partial ? unspokenOf(record, student) : [], ...rowsOf(student)], receipt));
  }
  if (partial) return;
  // Whoever the line had and the receipt does not speak of any more has nothing in it: that too is to be looked at.
  for (const [ref, record] of studentRecords(store, at)) if (!seen.has(ref)) yield keepStudent(at, ref, carry(record, record.key, [], receipt));
}

/**
 * One transaction; other lines and their confirmations are not touched by it.
 * @returns number of the import
 */
export function publishReceipt(services: Services, store: SchoolStore, { lines, problems, identities, ...about }: Publishing): number {
  const version = (imports(store).at(-1)?.version ?? 0) + 1;
  const due = addDays(services.today, receiptKinds(services.home.path).answer.days);
  const record: ImportRecord = {
    ...about, version, on: services.today, lines: lines.map(importedLine),
    remarks: problems.map(keptRemark),
  };
  const changes: ShelfChange[] = [keepImport(record)];
  for (const line of lines) {
    const at = { term: line.term, line: line.line.id };
    const before = lineRecord(store, at.term, at.line);
    changes.push(keepLine({ ...at, version, received: services.today, window: before?.window ?? null, past: before?.past ?? [] }));
    changes.push(...studentChanges(store, at, line, { version, submission: line.chain.at(-1)!.number, due }, identities));
  }
  audit(services, store.school, 'receipt/import', {
    version, term: about.term, sha256: about.sha256,
    lines: record.lines.map(({ line, term, students, rows, matched, missing, extra, changed }) => ({ line, term, students, rows, matched, missing, extra, changed })),
  });
  store.shelve(changes);
  return version;
}
