/** Where and when an item came about, whichever sheet it stands in: a work that was carried over says so in other fields. */
import type { CanonicalRecord } from '../../../core/record.ts';
import { parseTerm } from '../../../core/term.ts';

export interface Origin {
  /** School where the course was taken, or that the student attended. */
  readonly school: string;
  /** ROC school year and term; null where nothing says. */
  readonly year: number | null;
  readonly part: number | null;
}

/** Kinds whose own fields say where and when the course was taken. */
const ELSEWHERE: ReadonlySet<string | undefined> = new Set(['transfer', 'visiting']);
/** Kinds whose course belongs to another term than the one it was taken in. */
const LATER: ReadonlySet<string | undefined> = new Set(['transfer', 'visiting', 'makeup', 'retake', 'repeat', 'nightTransfer']);

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/** @param owner code of the school whose file it is, for records that name no other */
export function originOf(record: CanonicalRecord, owner: string): Origin {
  const school = (ELSEWHERE.has(record.kind) ? text(record['courseSchool']) : null) ?? text(record['attendedSchool']) ?? owner;
  if (LATER.has(record.kind) && record.type !== 'performance') return { school, year: number(record['courseYear']), part: number(record['courseTerm']) };
  const term = parseTerm(record.term);
  // The roster of a whole year has the term in a column.
  const part = term?.part === 0 ? number(record['studiedTerm']) : term?.part;
  return { school, year: term?.year ?? null, part: part ?? null };
}

/** The term an item was uploaded in, `113-1`; null where nothing says. */
export function uploadedIn(record: CanonicalRecord): string | null {
  const said = text(record['uploadedTerm']);
  if (said !== null) return said;
  // Works carried over are reported for the term of their upload.
  const term = parseTerm(record.term);
  return record.type === 'courseWork' && ELSEWHERE.has(record.kind) && term !== null && term.part !== 0 ? record.term : null;
}
