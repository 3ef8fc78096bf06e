/** Who has to do something about a school's portfolios. */
import type { WhoseMove } from '../../../core/fault.ts';
import type { SchoolStore } from '../../../store/port.ts';
import { ledgerStanding } from '../ledger/standing.ts';
import type { PortfoliosGiven } from './give-out.ts';

/** The school where there is a conflict to decide, a student or a list that was refused; nobody for students who only wait. */
export function portfolioMove(store: SchoolStore, given: PortfoliosGiven | null): WhoseMove | 'none' {
  const standing = ledgerStanding(store);
  return (standing !== null && standing.conflicts + standing.refused > 0) || (given?.failed.length ?? 0) > 0 ? 'school' : 'none';
}
