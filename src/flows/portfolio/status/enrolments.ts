/** What a school's files say of coming, going and visiting, student by student. */
import type { CanonicalRecord } from '../../../core/record.ts';
import { parseTerm } from '../../../core/term.ts';
import type { SchoolStore, StudentFile } from '../../../store/port.ts';
import { moveOf, settingOf, type StatusPolicy } from './policy.ts';

/** Status changes and visits of everybody who has any, of all terms; a student once a term. */
export async function enrolmentsOf(store: SchoolStore): Promise<readonly StudentFile[]> {
  if (!store.inputs({ active: true }).some(({ records }) => (records['enrolment'] ?? 0) > 0)) return [];
  const all: StudentFile[] = [];
  for (const term of store.terms()) for await (const student of store.students(term, ['enrolment'])) all.push(student);
  return all;
}

const year = (terms: readonly string[]): number => parseTerm(terms[0] ?? '')?.year ?? 0;

/** Students who repeat a year from one of the terms on, once each. */
export function repeaters(enrolments: readonly StudentFile[], policy: StatusPolicy, terms: readonly string[]): readonly StudentFile[] {
  const isRepeat = ({ kind, term, changeCode }: CanonicalRecord): boolean => kind === 'statusChange' && terms.includes(term) && typeof changeCode === 'string'
    && (['day', 'night'] as const).some((division) => moveOf(policy, division, changeCode, year(terms))?.id === 'repeat');
  return [...new Map(enrolments.filter(({ records }) => records.some(isRepeat)).map((student) => [student.ref, student])).values()];
}

export interface ListedVisitor {
  readonly student: StudentFile;
  /** School of record. */
  readonly home: string;
  /** Works and performances of the terms asked about, at least one. */
  readonly records: readonly CanonicalRecord[];
}

const ITEMS = ['courseWork', 'performance'];

/** Students who only visit the school, of whom its own files list items in the terms: the school of record submits those (RULE-106). */
export async function visitorsListed(store: SchoolStore, enrolments: readonly StudentFile[], policy: StatusPolicy, terms: readonly string[]): Promise<readonly ListedVisitor[]> {
  if (settingOf(policy, 'visiting', year(terms)) !== 'school-of-record') return [];
  const visitors = new Map<string, { student: StudentFile; home: string }>();
  for (const student of enrolments) {
    const visit = student.records.findLast(({ kind, hostSchool, homeSchool }) => kind === 'visiting' && hostSchool === store.school && typeof homeSchool === 'string' && homeSchool !== store.school);
    if (visit) visitors.set(student.ref, { student, home: String(visit['homeSchool']) });
  }
  const listed: ListedVisitor[] = [];
  for (const visitor of visitors.values()) {
    const records: CanonicalRecord[] = [];
    for await (const own of store.student(visitor.student.key)) records.push(...own.filter(({ type, term }) => ITEMS.includes(type) && terms.includes(term)));
    if (records.length > 0) listed.push({ ...visitor, records });
  }
  return listed;
}
