/** One line of a receipt: what it answers to, and how it compares. */
import { parseTerm } from '../../core/term.ts';
import type { Problem } from '../../core/problem.ts';
import { keyText } from '../../core/student-key.ts';
import { type Reconciliation, reconcile } from '../../receipts/compare/reconcile.ts';
import type { SheetPlan } from '../../receipts/compare/plan.ts';
import type { ReceiptLine } from '../../receipts/lines.ts';
import { sentAfter, touchedBy } from '../../receipts/sent.ts';
import { studentKeyOf } from '../../receipts/student-key.ts';
import type { PastSubmission, SchoolStore } from '../../store/port.ts';
import type { Services } from '../services.ts';
import { sentParts } from './base.ts';
import { sentFiles } from './files.ts';
import type { People } from './people.ts';

export interface ComparedLine {
  readonly line: ReceiptLine;
  /** Term of its rosters. */
  readonly term: string;
  readonly chain: readonly PastSubmission[];
  readonly named: readonly PastSubmission[];
  /** True where it answers to corrections alone, and says nothing of anybody else. */
  readonly partial: boolean;
  readonly reconciliation: Reconciliation;
  readonly remarks: readonly Problem[];
}

export interface LineBase {
  readonly term: string;
  readonly chain: readonly PastSubmission[];
  readonly named: readonly PastSubmission[];
  readonly plans: readonly SheetPlan[];
}

/**
 * A receipt answers to corrections alone when it names nothing else and lists nobody they do not speak of.
 * @throws ProblemError `receipt/evidence-gone`
 */
export async function compareLine(services: Services, store: SchoolStore, line: ReceiptLine, { term, chain, named, plans }: LineBase, { identities, isOurs }: People): Promise<Pick<ComparedLine, 'partial' | 'reconciliation'>> {
  const parts = await sentParts(services, store, chain, { plans, term, batch: line.batch });
  const corrections = parts.filter((_, at) => named.includes(chain[at]!));
  const touched = touchedBy(corrections);
  const speaksOf = new Set([...touched].map((text) => text.slice(text.indexOf(' ') + 1)));
  const partial = named.length > 0 && named.every(({ corrects }) => corrects !== undefined) && line.students.every((student) => {
    const key = studentKeyOf(student.idNumber, student.birthDate);
    return key !== null && identities.all(key).some((one) => speaksOf.has(keyText(one)));
  });
  const reconciliation = reconcile({
    kind: line.kind, year: parseTerm(term)?.year ?? 0, students: line.students, plans, sent: sentAfter(parts),
    touched: partial ? touched : null, identities, isOurs, files: sentFiles(store),
  });
  return { partial, reconciliation };
}
