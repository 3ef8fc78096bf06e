/** The school's memory of its students' items: which content was certified, and what was submitted. */
import type { CertifiedBefore, EarlierItems, SubmittedBefore, SubmittedElsewhere } from '../../core/items/earlier.ts';
import { itemName } from '../../core/items/item-id.ts';
import { type ItemStanding, itemStandings } from '../../core/items/standing.ts';
import type { StudentKey } from '../../core/record.ts';
import { parseTerm } from '../../core/term.ts';
import type { SchoolStore, ShelfChange } from '../../store/port.ts';
import { entriesOf } from '../portfolio/ledger/ledger.ts';
import { yearStudents } from './students.ts';

/** Keys are `<year>:<student>`, the student by keyed hash. */
const CERTIFIED = 'items/certified';
const SUBMITTED = 'items/submitted';

const keyOf = (year: number, ref: string): string => `${year}:${ref}`;

/** Items the packages of schools before say were submitted this year. */
function submittedElsewhere(store: SchoolStore, year: number, student: StudentKey): SubmittedElsewhere[] {
  const entries = entriesOf(store, [student]).filter(({ state }) => state === 'merged');
  return entries.flatMap(({ records }) => records).flatMap((record): SubmittedElsewhere[] => {
    const { type, submittedTerm } = record;
    if ((type !== 'courseWork' && type !== 'performance') || typeof submittedTerm !== 'string' || parseTerm(submittedTerm)?.year !== year) return [];
    return [{ type, name: itemName(record) }];
  });
}

/** What is remembered of one student's items of a school year. */
export function earlierItems(store: SchoolStore, year: number, student: StudentKey): EarlierItems {
  const key = keyOf(year, store.studentRef(student));
  return {
    certified: (store.shelf(CERTIFIED).get(key) ?? {}) as EarlierItems['certified'],
    submitted: (store.shelf(SUBMITTED).get(key) ?? {}) as EarlierItems['submitted'],
    elsewhere: submittedElsewhere(store, year, student),
  };
}

/** The certifications of a student that are new, beside those that were met before; null when there are none. */
function certifications(standings: readonly ItemStanding[], earlier: EarlierItems): Record<string, CertifiedBefore> | null {
  const fresh = standings.flatMap(({ type, state, id, content, certifiedAt }): [string, CertifiedBefore][] => {
    if (type !== 'courseWork' || content === null || (state !== 'certified' && state !== 'picked' && state !== 'submitted')) return [];
    const before = earlier.certified[id];
    // The content a certification was first met with is the one that was certified.
    const known = before !== undefined && (certifiedAt === null || (before.at !== null && before.at >= certifiedAt));
    return known ? [] : [[id, { content, at: certifiedAt }]];
  });
  return fresh.length === 0 ? null : { ...earlier.certified, ...Object.fromEntries(fresh) };
}

/** School years the store has works of, in a roster of the year or in the files of its terms. */
function workYears(store: SchoolStore): readonly number[] {
  return [...new Set(store.terms().flatMap((term) => parseTerm(term)?.year ?? []))];
}

/** Remembers every certification that is met for the first time, with the content it was given for (RULE-216). */
export async function rememberCertifications(store: SchoolStore): Promise<void> {
  const changes: ShelfChange[] = [];
  for (const year of workYears(store)) {
    for await (const { key, ref, records } of yearStudents(store, year, ['courseWork', 'certification', 'selection', 'attachment'])) {
      if (!records.some(({ type }) => type === 'courseWork')) continue;
      const earlier = earlierItems(store, year, key);
      const value = certifications(itemStandings({ records, year, school: store.school, earlier }), earlier);
      if (value !== null) changes.push({ shelf: CERTIFIED, key: keyOf(year, ref), value });
    }
  }
  store.shelve(changes);
}

/** What a student has in a submission that was accepted. */
export interface SubmittedItems {
  readonly ref: string;
  /** What was remembered of the student before. */
  readonly earlier: EarlierItems;
  readonly items: readonly { readonly id: string; readonly content: string | null; readonly certifiedAt: string | null; readonly isWork: boolean }[];
}

/** Most students are as they were when one changed, and sealing what is known of them again takes longer than packing the one. */
const differ = (now: object, before: object): boolean => JSON.stringify(now) !== JSON.stringify(before);

/**
 * Remembers what an accepted submission holds: from then on it is submitted, with this content. What the edition held before and
 * no longer does is not submitted any more.
 */
export function rememberSubmitted(store: SchoolStore, year: number, edition: string, students: Iterable<SubmittedItems>): void {
  const changes: ShelfChange[] = [];
  const left = new Set(store.shelf(SUBMITTED).keys(`${year}:`));
  for (const { ref, earlier, items } of students) {
    const key = keyOf(year, ref);
    left.delete(key);
    const others = Object.entries(earlier.submitted).filter(([, item]) => item.edition !== edition);
    const submitted = Object.fromEntries([...others, ...items.map(({ id, content }): [string, SubmittedBefore] => [id, { edition, content }])]);
    if (differ(submitted, earlier.submitted)) changes.push({ shelf: SUBMITTED, key, value: submitted });
    const certified = Object.fromEntries(items.filter(({ isWork, content }) => isWork && content !== null).map(({ id, content, certifiedAt }) => [id, { content, at: certifiedAt }]));
    const together = { ...earlier.certified, ...certified };
    if (differ(together, earlier.certified)) changes.push({ shelf: CERTIFIED, key, value: together });
  }
  for (const key of left) {
    const submitted = Object.entries((store.shelf(SUBMITTED).get(key) ?? {}) as EarlierItems['submitted']).filter(([, item]) => item.edition !== edition);
    changes.push({ shelf: SUBMITTED, key, value: submitted.length === 0 ? null : Object.fromEntries(submitted) });
  }
  store.shelve(changes);
}
