/**
 * The mark a finished night leaves for one school and term: what it was made from. The same key again
 * means there is nothing to do. It is written last, so that a night that was cut off is done again.
 */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { sha256 } from '../../core/sha256.ts';
import type { Bilingual } from '../../core/problem.ts';
import { termOfDate } from '../../core/term.ts';
import type { SubmissionEdition } from '../../package/submission.ts';
import type { SchoolStore } from '../../store/port.ts';
import { schoolCalendar } from '../calendar/read.ts';
import { calendarRulesBroken } from '../calendar/violations.ts';
import { comparisonCount } from '../codes/kept.ts';
import { planInputs } from '../codes/plan.ts';
import { publishFile } from '../publish-file.ts';
import type { Policy } from '../policy.ts';
import { ledgerKey } from '../portfolio/ledger/ledger.ts';
import { statusPolicy } from '../portfolio/status/policy.ts';
import { schoolSettings } from '../school-settings.ts';
import type { Services } from '../services.ts';
import { repliesKey } from '../replies/kept.ts';
import { replySettings } from '../replies/settings.ts';
import { packKey } from '../submit/pack-term.ts';
import { termRosters } from '../submit/term-rosters.ts';

/** Which part of the night a mark speaks of: the edition it packs. */
export type Stage = SubmissionEdition;

export interface Mark {
  readonly key: string;
  readonly status: 'packed' | 'shut' | 'held';
  readonly findings: { readonly errors: number; readonly warnings: number; readonly infos: number };
  /** Packages the stage stands for, by absolute path. */
  readonly packages: readonly string[];
  /** What is to be fixed first; left out where nothing is. */
  readonly first?: Bilingual;
}

/** Everything a term's result depends on: content, quarantine, approvals, coined characters, filed plan and its comparisons, official replies, rules, mappings, configuration, calendar, waivers' ends, version. */
export function nightKey(services: Services, store: SchoolStore, term: string, policy: Policy): string {
  const quarantined = store.quarantine().map((item) => item.id);
  const expired = (policy.waivers ?? []).filter(({ school, expires }) => school === store.school && expires < services.today);
  const calendar = schoolCalendar(services.home, store.school);
  return sha256(JSON.stringify([
    store.contentKey(term), quarantined.sort(), store.approvals().map(({ key }) => key), store.coined(), planInputs(store), comparisonCount(store, term),
    [...services.rules.keys()], services.registry.hash, policy, termRosters(services.home.path),
    repliesKey(store, term), replySettings(services.home.path, services.rules), ledgerKey(store), statusPolicy(services.home.path),
    // All that rules ask of the day: whether the term has begun, and what it makes of the calendar.
    schoolSettings(services.home, store.school).checkWorkbook, expired, termOfDate(services.today) < term, calendar.terms, calendarRulesBroken(services, store.school, term, calendar, policy), services.version,
  ]));
}

/** True while a mark speaks for itself: a package that left the outbox, or was never accepted, is made again. */
export function stands(services: Services, store: SchoolStore, term: string, stage: Stage, mark: Mark): boolean {
  if (!mark.packages.every((path) => existsSync(path))) return false;
  return mark.status !== 'packed' || store.submission(term, stage)?.key === packKey(services, store.contentKey(term), stage);
}

function markFile(services: Services, school: string, term: string, stage: Stage): string {
  return join(services.home.paths(school).state, `night_${term}_${stage}.json`);
}

/** Null when the stage never ended for this term. */
export function readMark(services: Services, school: string, term: string, stage: Stage): Mark | null {
  const file = markFile(services, school, term, stage);
  if (!existsSync(file)) return null;
  const mark = JSON.parse(readFileSync(file, 'utf8')) as Mark;
  return { ...mark, packages: mark.packages.map((path) => join(services.home.path, path)) };
}

/** Called last, when everything the mark stands for is on disk. */
export function writeMark(services: Services, school: string, term: string, stage: Stage, mark: Mark): void {
  const file = markFile(services, school, term, stage);
  mkdirSync(join(file, '..'), { recursive: true, mode: 0o700 });
  // Relative, so that a home that was moved or restored elsewhere has nothing to do.
  const packages = mark.packages.map((path) => relative(services.home.path, path));
  publishFile(file, `${JSON.stringify({ ...mark, packages })}\n`);
}
