/** What lies in a school's `portfolios/in` at night: each file on its own, removed once it is kept and settled. */
import { existsSync, rmSync } from 'node:fs';
import { maskId } from '../../../core/mask.ts';
import type { Problem } from '../../../core/problem.ts';
import { sha256Of } from '../../../core/sha256.ts';
import { fileSource } from '../../../formats/bytes.ts';
import type { SchoolStore } from '../../../store/port.ts';
import { filesBelow } from '../../intake/offered.ts';
import type { SchoolSettings } from '../../school-settings.ts';
import type { Services } from '../../services.ts';
import { portfolioFolders } from '../folders.ts';
import { refreshStanding } from '../ledger/standing.ts';
import { problemWords } from '../problem-words.ts';
import type { TakeOutcome } from '../take/outcome.ts';
import { matchWaiting } from '../take/match-waiting.ts';
import { takePackage } from '../take/take-package.ts';
import { endTrouble, isTrouble, tellTrouble, type Trouble } from './trouble.ts';

export interface PortfoliosTaken {
  readonly packages: readonly { readonly file: string; readonly outcome: TakeOutcome }[];
  /** Students that waited and are in force now. */
  readonly matched: number;
  /** True when anything is otherwise than before. */
  readonly worked: boolean;
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

/** What hindered a package and its students, the student's place before what is said of one. */
function troublesOf({ problems, students }: TakeOutcome): readonly Trouble[] {
  const hinders = (problem: Problem): boolean => problemWords(problem, 'zh-TW').severity === 'error';
  const ofStudents = students.filter(({ status }) => status === 'refused').flatMap(({ position, key, problems: found }) => found.filter(hinders).map((problem) => {
    const { message, fix } = problemWords(problem, 'zh-TW');
    return { message: `第 ${position} 位${key === null ? '' : `（${maskId(key.idNumber)}）`}：${message}`, fix };
  }));
  return [...problems.filter(hinders).map((problem) => problemWords(problem, 'zh-TW')), ...ofStudents];
}

/** Takes everything in, then looks whether students who waited are on the roster by now. Done again it changes nothing. */
export async function takePortfolios(services: Services, store: SchoolStore, settings: SchoolSettings): Promise<PortfoliosTaken> {
  const { in: folder } = portfolioFolders(services, store.school);
  const packages: { file: string; outcome: TakeOutcome }[] = [];
  for (const { name, path } of existsSync(folder) ? filesBelow(folder).filter((file) => !isTrouble(file.name)) : []) {
    await using source = await fileSource(path);
    const before = await sha256Of(source);
    const outcome = await takePackage(services, store, source, {
      file: name, dryRun: false, acceptMissing: null, change: null, act: 'portfolio/night', ...(settings.portfolioPassword === undefined ? {} : { password: settings.portfolioPassword }),
    });
    packages.push({ file: name, outcome });
    services.log.info('portfolio/in', { school: store.school, package: outcome.package, status: outcome.status, reasons: [...new Set(outcome.problems.map(({ code }) => code))] });
    // One that was written anew since it was read stays for the next night.
    if (!isSettled(outcome)) tellTrouble(path, troublesOf(outcome));
    else if (await hasContent(path, before)) {
      rmSync(path, { force: true });
      endTrouble(path);
    }
  }
  const matched = await matchWaiting(services, store);
  const changed = await refreshStanding(store);
  return { packages, matched, worked: changed || matched > 0 || packages.some(({ outcome }) => outcome.status !== 'refused') };
}

async function hasContent(path: string, sha256: string): Promise<boolean> {
  await using source = await fileSource(path);
  return await sha256Of(source) === sha256;
}
