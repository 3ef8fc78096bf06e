/** Where packages come and go in a school's folder. */
import { join } from 'node:path';
import type { Services } from '../services.ts';

export interface PortfolioFolders {
  /** Packages and acknowledgements that were handed in; emptied once they are kept encrypted. */
  readonly in: string;
  /** Lists of students to be handed over; emptied once their packages are made. */
  readonly out: string;
  /** Packages to be given to other schools. */
  readonly ready: string;
  /** Acknowledgements to be given back. */
  readonly replies: string;
}

/** They are made when something is put there. */
export function portfolioFolders({ home }: Services, school: string): PortfolioFolders {
  const { portfolios } = home.paths(school);
  return { in: join(portfolios, 'in'), out: join(portfolios, 'out'), ready: join(portfolios, 'ready'), replies: join(portfolios, 'replies') };
}
