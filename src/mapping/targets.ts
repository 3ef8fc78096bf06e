/** Column targets that are not plain fields: the record's term, what is only compared, and the bag of columns kept as they are. */

export const TERM_YEAR = 'term.year';
export const TERM_PART = 'term.part';
/** Year and part in one cell. */
export const TERM_STAMP = 'term.stamp';
/** The school a row says it is of: compared with the school it is read for, never taken from the row. */
export const OWN_SCHOOL = 'school';
/** The sheet a row says it is of: compared by its transform, and kept nowhere. */
export const OWN_SHEET = 'sheet';
export const EXTRA_PREFIX = 'extra.';

/** Fields the program fills itself; a column may only say the school, to be compared. */
export const RESERVED = ['type', 'school', 'term', 'source', 'raw', 'extra'] as const;

/** The key in `extra` a column is kept under; null for an ordinary field. */
export function extraKey(to: string): string | null {
  return to.startsWith(EXTRA_PREFIX) ? to.slice(EXTRA_PREFIX.length) : null;
}

/** True for what a row says of itself only to be compared. */
export function isCompared(to: string): boolean {
  return to === OWN_SCHOOL || to === OWN_SHEET;
}

/** True for the two halves of the term, and for both in one. */
export function isTermPart(to: string): boolean {
  return to === TERM_YEAR || to === TERM_PART || to === TERM_STAMP;
}
