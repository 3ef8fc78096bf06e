/** How a school stands with portfolios after a night: what lies in its folders and what its ledger says. */
import { existsSync } from 'node:fs';
import type { WhoseMove } from '../../../core/fault.ts';
import type { SchoolStore } from '../../../store/port.ts';
import { filesBelow } from '../../intake/offered.ts';
import type { Services } from '../../services.ts';
import { portfolioFolders } from '../folders.ts';
import { type LedgerStanding, ledgerStanding } from '../ledger/standing.ts';
import { countTroubles } from './trouble.ts';

export interface PortfolioState extends LedgerStanding {
  /** Packages and lists that could not be dealt with. */
  readonly stuck: number;
  /** Packages and acknowledgements to be given to other schools. */
  readonly ready: number;
}

/** Null for a school that has nothing to do with portfolios. */
export function portfolioState(services: Services, store: SchoolStore): PortfolioState | null {
  const folders = portfolioFolders(services, store.school);
  const ledger = ledgerStanding(store);
  const ready = [folders.ready, folders.replies].reduce((sum, folder) => sum + (existsSync(folder) ? filesBelow(folder).length : 0), 0);
  const stuck = countTroubles(folders.in) + countTroubles(folders.out);
  return ledger === null && ready + stuck === 0 ? null : { waiting: 0, conflicts: 0, refused: 0, ...ledger, stuck, ready };
}

/** The school where there is a conflict to decide, a student refused or a file stuck; nobody for students who only wait. */
export function portfolioMove(state: PortfolioState | null): WhoseMove | 'none' {
  return state !== null && state.conflicts + state.refused + state.stuck > 0 ? 'school' : 'none';
}
