/** School years and terms (RULE-301, RULE-302): `114-1`, `114-2`, and `114-0` for a yearly roster. */

export interface Term {
  /** ROC school year, 1–999; year N runs from 1 August of N + 1911. */
  readonly year: number;
  /** 1 or 2; 0 for a roster of the whole year. */
  readonly part: 0 | 1 | 2;
}

/** `114-1` → term; null when the text is not a term. */
export function parseTerm(text: string): Term | null {
  const match = /^([1-9]\d{1,2})-([012])$/.exec(text);
  return match ? { year: Number(match[1]), part: Number(match[2]) as 0 | 1 | 2 } : null;
}

/** Cover values 學年度 and 學期 → `114-1`; null when either is not a term's. */
export function termOf(schoolYear: string, part: string): string | null {
  const year = /^0?([1-9]\d{1,2})$/.exec(schoolYear.trim());
  const half = /^([012])$/.exec(part.trim());
  return year && half ? `${Number(year[1])}-${half[1]}` : null;
}

/**
 * The term an ISO date falls into: August to January is term 1, February to July term 2.
 * @requirement RULE-301
 */
export function termOfDate(iso: string): string {
  const year = Number(iso.slice(0, 4)) - 1911;
  const month = Number(iso.slice(5, 7));
  if (month >= 8) return `${year}-1`;
  return month === 1 ? `${year - 1}-1` : `${year - 1}-2`;
}

/**
 * First and last ISO date of a term, of the whole school year for `114-0`; null for no term.
 * @requirement RULE-301
 */
export function datesOfTerm(text: string): { readonly from: string; readonly to: string } | null {
  const term = parseTerm(text);
  if (!term) return null;
  const year = term.year + 1911;
  return { from: term.part === 2 ? `${year + 1}-02-01` : `${year}-08-01`, to: term.part === 1 ? `${year + 1}-01-31` : `${year + 1}-07-31` };
}

/**
 * The term within a school year in which something reported for the whole year was: `114-0` and 1 give `114-1`.
 *
 * @returns null for a term that is no whole year, or a part that is none
 */
export function termWithin(year: string, part: unknown): string | null {
  const term = parseTerm(year);
  return term?.part === 0 && (part === 1 || part === 2) ? `${term.year}-${part}` : null;
}
