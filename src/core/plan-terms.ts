/** What one term of a plan teaches: the strings of six characters, one a term from the entry year on (RULE-414). */
import { codeList } from './codes.ts';
import { groupCodeOf, parseCourseCode } from './course-code.ts';
import { PLAN_TERMS, type PlanRow } from './filed-plan.ts';
import type { Term } from './term.ts';

/** Index of a term in the strings of a plan: (year − entry year) · 2 + term − 1; null outside the six, and for a whole year. */
export function planPlace(entryYear: number, { year, part }: Term): number | null {
  const place = (year - entryYear) * 2 + part - 1;
  return part !== 0 && place >= 0 && place < PLAN_TERMS ? place : null;
}

/** Credits a character stands for; null where nothing is taught. */
export function creditsOf(character: string): number | null {
  const [credits] = codeList('credit-period').entry(character)?.maps ?? [];
  return credits === undefined ? null : Number(credits);
}

/** Credits of the row in a term; null where it is not taught. */
export function creditsAt(row: PlanRow, place: number): number | null {
  return creditsOf(row.termCredits.charAt(place));
}

/** 開課方式 of the row in a term, `-` where the course is not open. */
export function openTypeAt(row: PlanRow, place: number): string {
  return row.termOpenTypes.charAt(place);
}

/** True where the row is open and taught in the term. */
export function opensAt(row: PlanRow, place: number): boolean {
  return openTypeAt(row, place) !== '-' && creditsAt(row, place) !== null;
}

/**
 * True for a 對開 course of the year the place is in: letters stand in both of its terms, and each class takes it in one
 * of the two. Letters without a partner are plain numbers.
 */
export function isPaired(row: PlanRow, place: number): boolean {
  const first = place - (place % 2);
  return /^[A-Y]{2}$/.test(row.termCredits.slice(first, first + 2));
}

const sharing = (courseType: string): readonly string[] => codeList('shared-plan-group').entries.filter(({ group }) => group === courseType).map(({ code }) => code);

/** True for a group whose rows others share in their first year: it tells nothing of a student's own. */
export function isSharedGroup(group: string): boolean {
  return sharing(group.charAt(9)).includes(group.slice(9));
}

/** Groups whose rows stand for a group's own in a term: those of the first year of its course type (綜合型), none later. */
export function sharedGroupsOf(group: string, place: number): readonly string[] {
  return place > 1 ? [] : sharing(group.charAt(9)).map((code) => group.slice(0, 9) + code);
}

/** True when a code may be taken by students of a group: their own, or one shared with them in that term. */
export function servesGroup(code: string, group: string, term: Term): boolean {
  const own = groupCodeOf(code);
  if (own === group) return true;
  const place = planPlace(parseCourseCode(code)?.entryYear ?? 0, term);
  return place !== null && sharedGroupsOf(group, place).includes(own);
}
