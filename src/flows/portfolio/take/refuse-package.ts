/** Reasons to refuse a sealed package that is genuine: it was here before, or it is of another time. */
import type { Problem } from '../../../core/problem.ts';
import { portfolioProblem } from '../../../package/portfolio/refuse.ts';
import type { SchoolStore } from '../../../store/port.ts';
import type { Services } from '../../services.ts';
import { findPackage } from '../ledger/ledger.ts';
import type { ReadPackage } from '../read/read-package.ts';
import { settingOf, statusPolicy } from '../status/policy.ts';
import { parseTerm, termOfDate } from '../../../core/term.ts';

const DAY = 24 * 60 * 60 * 1000;

export interface Refusing {
  readonly services: Services;
  readonly store: SchoolStore;
  readonly file: string;
  /** Of the file. */
  readonly sha256: string;
}

/**
 * Null for a package that may be looked into, and for every package that is not sealed: those say nothing that could be checked.
 * One of which students were refused may come again, for what hindered them may be mended.
 */
export function refusedAsWhole({ services, store, file, sha256 }: Refusing, read: ReadPackage): Problem | null {
  if (read.format !== 'sealed' || read.at === null) return null;
  const before = findPackage(store, read.key);
  if (before?.sha256 === sha256 && before.refused.length === 0) return portfolioProblem('sealed/repeated', file, { on: before.takenAt.slice(0, 10) });
  const age = (Date.parse(services.today) - Date.parse(read.at.slice(0, 10))) / DAY;
  const most = Number(settingOf(statusPolicy(services.home.path), 'package-days', parseTerm(termOfDate(services.today))?.year ?? 0));
  if (age < -1) return portfolioProblem('sealed/from-future', file, { at: read.at.slice(0, 10), today: services.today });
  if (age > most) return portfolioProblem('sealed/too-old', file, { at: read.at.slice(0, 10), days: most });
  return null;
}
