/** What the central database lacks, or has otherwise, of what was submitted: to be sent again. */
import { keyText } from '../../core/student-key.ts';
import type { PastSubmission, SchoolStore } from '../../store/port.ts';
import type { Services } from '../services.ts';
import type { Resent } from '../submit/correction.ts';
import { keyOfStudent } from '../submit/submitted.ts';
import { currentLine } from './current.ts';
import { receiptKinds } from './kinds.ts';
import { linesOfSubmission } from './lines.ts';
import { schoolPeople } from './people.ts';

const sheetOf = (roster: string, title: string): string => `${roster}\0${title}`;

/**
 * By the newest receipts of a submission's lines.
 * @throws ProblemError `receipt/evidence-gone`
 */
export async function unreceived(services: Services, store: SchoolStore, submission: PastSubmission): Promise<Resent> {
  const people = await schoolPeople(store);
  const wanted = new Set<string>();
  for (const line of linesOfSubmission(store, receiptKinds(services.home.path), submission)) {
    const current = await currentLine(services, store, line, people);
    for (const { key, sheets } of current?.reconciliation.students ?? []) {
      for (const { plan, rows } of sheets) {
        if (key === null || plan === null || !rows.some(({ type }) => type === 'ours-only' || type === 'unequal')) continue;
        const { rosters, sheets: [title = ''] } = plan.mapping.definition;
        for (const roster of rosters) wanted.add(`${sheetOf(roster, title)} ${keyText(key)}`);
      }
    }
  }
  return (roster, title, student) => {
    const key = keyOfStudent(student);
    return key !== null && wanted.has(`${sheetOf(roster, title)} ${keyText(people.identities.latest(key))}`);
  };
}
