/** What lies in a school's `portfolios/in` at night: each file on its own, removed once it is kept and settled. */
import { existsSync, rmSync } from 'node:fs';
import { sha256Of } from '../../../core/sha256.ts';
import { fileSource } from '../../../formats/bytes.ts';
import type { SchoolStore } from '../../../store/port.ts';
import { filesBelow } from '../../intake/offered.ts';
import type { SchoolSettings } from '../../school-settings.ts';
import type { Services } from '../../services.ts';
import { portfolioFolders } from '../folders.ts';
import { refreshStanding } from '../ledger/standing.ts';
import type { TakeOutcome } from '../take/outcome.ts';
import { matchWaiting } from '../take/match-waiting.ts';
import { takePackage } from '../take/take-package.ts';

export interface PortfoliosTaken {
  readonly packages: readonly { readonly file: string; readonly outcome: TakeOutcome }[];
  /** Students that waited and are in force now. */
  readonly matched: number;
  /** True when anything is otherwise than before. */
  readonly worked: boolean;
}

/** True when the next night has something to look at. */
export function portfoliosWait(services: Services, school: string): boolean {
  const { in: folder } = portfolioFolders(services, school);
  return existsSync(folder) && filesBelow(folder).length > 0;
}

/** Reasons that no later night mends. */
const FINAL = new Set(['sealed/repeated', 'sealed/stale']);

/**
 * What was refused, a package or a student of it, stays where it lies, so that a password, a key or a file can still be
 * supplied; the rest is taken in meanwhile. What was settled before goes.
 */
function isSettled({ students, status, problems }: TakeOutcome): boolean {
  const refused = students.filter((student) => student.status === 'refused');
  if (students.length === 0) return status !== 'refused' || problems.some(({ code }) => FINAL.has(code));
  return refused.every((student) => student.problems.some(({ code }) => FINAL.has(code)));
}

/** Takes everything in, then looks whether students who waited are on the roster by now. Done again it changes nothing. */
export async function takePortfolios(services: Services, store: SchoolStore, settings: SchoolSettings): Promise<PortfoliosTaken> {
  const { in: folder } = portfolioFolders(services, store.school);
  const packages: { file: string; outcome: TakeOutcome }[] = [];
  for (const { name, path } of existsSync(folder) ? filesBelow(folder) : []) {
    await using source = await fileSource(path);
    const before = await sha256Of(source);
    const outcome = await takePackage(services, store, source, {
      file: name, dryRun: false, acceptMissing: null, change: null, act: 'portfolio/night', ...(settings.portfolioPassword === undefined ? {} : { password: settings.portfolioPassword }),
    });
    packages.push({ file: name, outcome });
    services.log.info('portfolio/in', { school: store.school, package: outcome.package, status: outcome.status, reasons: [...new Set(outcome.problems.map(({ code }) => code))] });
    // One that was written anew since it was read stays for the next night.
    if (isSettled(outcome) && await hasContent(path, before)) rmSync(path, { force: true });
  }
  const matched = await matchWaiting(services, store);
  const changed = await refreshStanding(store);
  return { packages, matched, worked: changed || matched > 0 || packages.some(({ outcome }) => outcome.status !== 'refused') };
}

async function hasContent(path: string, sha256: string): Promise<boolean> {
  await using source = await fileSource(path);
  return await sha256Of(source) === sha256;
}
