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

/** What may still be picked; never below zero. */
export function remainingIn(policy: StatusPolicy, year: number, used: Picks): Picks {
  const limits = limitsIn(policy, year);
  return { courseWork: Math.max(0, limits.courseWork - used.courseWork), performance: Math.max(0, limits.performance - used.performance) };
}
