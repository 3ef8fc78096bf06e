/** 課程代碼比對 of one school's term: read, compare, report, keep. The same data compared again is left alone. */
import { existsSync } from 'node:fs';
import { sha256 } from '../../core/sha256.ts';
import { parseTerm } from '../../core/term.ts';
import { isoTime } from '../../observe/clock.ts';
import { type ComparisonResult, type Difference, DIFFERENCE_KINDS, differencesIn } from '../../report/comparison-model.ts';
import type { SchoolStore } from '../../store/port.ts';
import { audit } from '../audit.ts';
import { locator } from '../check/locate.ts';
import type { Services } from '../services.ts';
import { comparePlan } from './compare/compare.ts';
import { comparisonDue } from './due.ts';
import { keepComparison, type KeptComparison, lastComparison } from './kept.ts';
import { type FiledPlan, filedPlan } from './plan.ts';
import { type ComparisonFiles, comparisonFiles, writeComparison } from './reports.ts';
import { codesTaken, schoolRows } from './school-rows.ts';
import { shownDifference } from './shown.ts';
import { uncodedRecords } from './uncoded.ts';

export interface ComparisonOutcome {
  /** `no-plan` and `no-courses`: there is nothing to compare; `unchanged`: what was compared last is still so. */
  readonly status: 'compared' | 'unchanged' | 'no-plan' | 'no-courses';
  /** The last there is, whatever the status; null before the first. */
  readonly kept: KeptComparison | null;
  /** Null where there is none. */
  readonly files: ComparisonFiles | null;
}

function summaryOf(differences: readonly Difference[]): ComparisonResult['summary'] {
  const counts = Map.groupBy(differences, ({ kind }) => kind);
  return Object.fromEntries(DIFFERENCE_KINDS.flatMap((kind) => (counts.has(kind) ? [[kind, counts.get(kind)!.length]] : [])));
}

/** The term before, for 對開 courses: only the second term of a school year looks back. */
function termBefore(term: string): string | null {
  const { year, part } = parseTerm(term)!;
  return part === 2 ? `${year}-1` : null;
}

function keyOf(services: Services, store: SchoolStore, term: string, { key }: FiledPlan): string {
  const before = termBefore(term);
  const uncoded = uncodedRecords(services, store, term).map(({ source }) => `${source.input}:${source.table}:${source.row}`);
  return sha256(JSON.stringify([key, store.contentKey(term), before === null ? null : store.contentKey(before), uncoded, services.registry.hash, services.version]));
}

async function resultOf(services: Services, store: SchoolStore, term: string, { plan }: FiledPlan): Promise<ComparisonResult | null> {
  const rows = await schoolRows(store, term, uncodedRecords(services, store, term));
  const { taken, students, courses } = rows;
  if (taken.length === 0 && courses.length === 0) return null;
  const before = termBefore(term);
  const { differences, remarks, classes, paired, missing } = comparePlan({
    school: store.school, term: parseTerm(term)!, plan, taken, students, courses, before: before === null ? null : await codesTaken(store, before),
  });
  const shown = shownDifference(rows, plan, locator(services, store));
  const all = differences.map(shown);
  return {
    summary: summaryOf(all), differences: all, remarks: remarks.map(shown),
    compared: { courses: courses.length, scores: taken.length, students: new Set(taken.map(({ who }) => who)).size, classes, paired },
    plan: { rows: plan.rows, odd: plan.odd, years: plan.years, missing },
  };
}

/** A comparison that still holds: its pages are written again only where one is gone or the calendar has changed. */
async function stand(services: Services, store: SchoolStore, term: string, last: KeptComparison, due: string | null): Promise<{ kept: KeptComparison; files: ComparisonFiles }> {
  const files = comparisonFiles(services, store.school, term);
  if (last.due === due && existsSync(files.html) && existsSync(files.xlsx)) return { kept: last, files };
  const kept = { ...last, due };
  await writeComparison(services, store, term, kept);
  store.shelve(keepComparison(term, kept));
  return { kept, files };
}

/**
 * @param term `114-1`; a whole year has nothing of its own to compare
 * @throws {Fault} of the store; `config/invalid`
 * @requirement RULE-308, RULE-415
 */
export async function compareCodes(services: Services, store: SchoolStore, term: string): Promise<ComparisonOutcome> {
  const last = lastComparison(store, term);
  const due = comparisonDue(services, store.school, term);
  const again = async (status: ComparisonOutcome['status']): Promise<ComparisonOutcome> => (last ? { status, ...await stand(services, store, term, last, due) } : { status, kept: null, files: null });
  const filed = await filedPlan(store);
  if (filed.plan.rows.length === 0 && filed.plan.odd.length === 0) return again('no-plan');
  const key = keyOf(services, store, term, filed);
  if (last?.key === key) return again('unchanged');
  services.progress.step(`${store.school} ${term} 課程代碼比對`);
  const result = await resultOf(services, store, term, filed);
  if (!result) return again('no-courses');
  const kept: KeptComparison = {
    key, planKey: filed.key, today: services.today, ranAt: isoTime(services.clock), due, first: last?.first ?? services.today, number: (last?.number ?? 0) + 1, result,
  };
  const files = await writeComparison(services, store, term, kept);
  audit(services, store.school, 'codes/compare', { term, number: kept.number, differences: differencesIn(result.summary) });
  // Last of all: cut off before, the comparison is made again and gives the same pages.
  store.shelve(keepComparison(term, kept));
  return { status: 'compared', kept, files };
}
