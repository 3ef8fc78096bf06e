/** How much of a school year's 6 works and 10 performances a student has used, at whichever school (RULE-109, RULE-201). */
import { parseTerm } from '../../../core/term.ts';
import { originOf } from '../items/origin.ts';
import type { PlacedItem } from './place.ts';
import { settingOf, type StatusPolicy } from './policy.ts';

export const LIMITED = ['courseWork', 'performance'] as const;

export type LimitedType = (typeof LIMITED)[number];

/** By type. */
export type Picks = Readonly<Record<LimitedType, number>>;

const LIMIT: Readonly<Record<LimitedType, string>> = { courseWork: 'limit-course-work', performance: 'limit-performance' };

/** What may be picked in a school year at all. */
export function limitsIn(policy: StatusPolicy, year: number): Picks {
  return { courseWork: Number(settingOf(policy, LIMIT.courseWork, year)), performance: Number(settingOf(policy, LIMIT.performance, year)) };
}

/**
 * Items handed in for a school year, by the submission history each of them carries. An item counts once however many
 * packages say so; those of a year that was repeated away do not count.
 *
 * @param school the asking one; with the scope `this-school` only its own count
 * @param ownerOf owner of a list
 * @requirement RULE-109
 */
export function usedIn(policy: StatusPolicy, year: number, items: readonly PlacedItem[], school: string, ownerOf: (list: string) => string): Picks {
  const all = settingOf(policy, 'limit-scope', year) === 'all-schools';
  const used = { courseWork: 0, performance: 0 };
  for (const { merged, disposition } of items) {
    const { record } = merged.item;
    const said = merged.versions.map(({ item }) => item.record['submittedTerm']).find((term) => typeof term === 'string');
    if (disposition === 'superseded' || typeof said !== 'string' || parseTerm(said)?.year !== year) continue;
    if (record.type !== 'courseWork' && record.type !== 'performance') continue;
    if (all || originOf(record, ownerOf(merged.list)).school === school) used[record.type] += 1;
  }
  return used;
}

/** A school year of which items were handed in. */
export interface YearUsed {
  readonly year: number;
  readonly used: Picks;
  readonly limits: Picks;
}

/** The school years of which a student's items were handed in anywhere, ascending. See {@link usedIn}. */
export function yearsUsed(policy: StatusPolicy, items: readonly PlacedItem[], school: string, ownerOf: (list: string) => string): readonly YearUsed[] {
  const years = items.flatMap(({ merged: { versions } }) => versions.flatMap(({ item: { record: { submittedTerm } } }) => (typeof submittedTerm === 'string' ? parseTerm(submittedTerm)?.year ?? [] : [])));
  return [...new Set(years)].sort((a, b) => a - b).map((year) => ({ year, used: usedIn(policy, year, items, school, ownerOf), limits: limitsIn(policy, year) }));
}

/** More than may be picked: counted together, or by a school that did not know of the other. */
export function isOver({ used, limits }: YearUsed): boolean {
  return LIMITED.some((type) => used[type] > limits[type]);
}
