/** A receipt that says another school or term than it was imported for is not taken. */
import { ProblemError } from '../../core/problem.ts';
import type { ReceiptLine } from '../../receipts/lines.ts';

export interface Expected {
  readonly school: string;
  /** Term of the line's rosters. */
  readonly term: string;
  readonly file: string;
}

/** A year alone, or a term of it for a roster of the whole year, says nothing else. */
function fits(claim: string, term: string): boolean {
  const [year] = term.split('-');
  return claim === term || claim === year || (term.endsWith('-0') && claim.split('-')[0] === year);
}

/** @throws ProblemError `receipt/other-school`, `receipt/other-term` */
export function refuseClaims({ claims }: ReceiptLine, { school, term, file }: Expected): void {
  const foreign = claims.flatMap(({ schools }) => schools).find((one) => one !== school);
  if (foreign !== undefined) throw new ProblemError({ code: 'receipt/other-school', params: { found: foreign, school }, file });
  const other = claims.flatMap(({ terms }) => terms).find((one) => !fits(one, term));
  if (other !== undefined) throw new ProblemError({ code: 'receipt/other-term', params: { found: other, term }, file });
}
