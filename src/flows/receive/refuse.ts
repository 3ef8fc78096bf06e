/** Receipts that are no news: the same as before, older than what is here, or of people nobody here knows. */
import { ProblemError } from '../../core/problem.ts';
import type { Reconciliation } from '../../receipts/compare/reconcile.ts';
import type { ReceiptLine } from '../../receipts/lines.ts';
import type { SchoolStore } from '../../store/port.ts';
import type { ComparedLine } from './line.ts';
import { type ImportedLine, imports, lineRecord } from './shelves.ts';

/** Fewer than this share of a receipt's students: it is hardly this school's. */
const LEAST_KNOWN = 0.5;

/**
 * For a receipt whose rosters are none of ours.
 * @throws ProblemError `receipt/nobody-known`
 */
export function refuseStrangers(line: ReceiptLine, { students }: Reconciliation, file: string): void {
  const received = students.filter((student) => student.received !== null);
  const known = received.filter(({ key }) => key !== null).length;
  if (received.length > 0 && known < received.length * LEAST_KNOWN) {
    throw new ProblemError({ code: 'receipt/nobody-known', params: { kind: line.title['zh-TW'], students: received.length, known }, file });
  }
}

const contentOf = (files: readonly { readonly sha256: string }[]): string => files.map(({ sha256 }) => sha256).sort().join(' ');

/** Imports of a line, oldest first. */
function importsOf(store: SchoolStore, { term, line }: { readonly term: string; readonly line: string }): (ImportedLine & { version: number })[] {
  return imports(store).flatMap(({ version, lines }) => lines.filter((one) => one.term === term && one.line === line).map((one) => ({ ...one, version })));
}

/** True when the newest import of the line brought the same content, compared with the same submissions. */
export function sameAsBefore(store: SchoolStore, { line, term, chain }: ComparedLine): boolean {
  const last = importsOf(store, { term, line: line.id }).at(-1);
  return last !== undefined && contentOf(last.files) === contentOf(line.files) && last.submissions.join() === chain.map(({ number }) => number).join();
}

/**
 * Content that was imported before and replaced since.
 * @throws ProblemError `receipt/older`
 */
export function refuseOlder(store: SchoolStore, lines: readonly ComparedLine[], file: string): void {
  for (const { line, term } of lines) {
    const current = lineRecord(store, term, line.id)?.version;
    const before = importsOf(store, { term, line: line.id }).filter((one) => contentOf(one.files) === contentOf(line.files)).at(-1);
    if (before && current !== undefined && before.version < current) {
      throw new ProblemError({ code: 'receipt/older', params: { kind: line.title['zh-TW'], version: before.version, current }, file });
    }
  }
}
