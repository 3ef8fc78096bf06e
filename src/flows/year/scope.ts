/** A school year as something to be checked: its items, and who they are of. */
import type { Finding } from '../../core/finding.ts';
import type { EarlierItems } from '../../core/items/earlier.ts';
import { PROBLEMS } from '../../core/problems/index.ts';
import type { Severity } from '../../core/problem.ts';
import type { StudentKey } from '../../core/record.ts';
import { sha256 } from '../../core/sha256.ts';
import type { StudentFile, SchoolStore } from '../../store/port.ts';
import { assumptionsOf } from '../assumptions.ts';
import type { CheckScope } from '../check/scope.ts';
import type { StandingFindings } from '../check/intake-findings.ts';
import { locator } from '../check/locate.ts';
import { IntakeFindings } from '../intake/findings.ts';
import type { Policy } from '../policy.ts';
import { problemFinding } from '../problem-finding.ts';
import { schoolSettings } from '../school-settings.ts';
import type { Services } from '../services.ts';
import { earlierItems } from './earlier.ts';
import { gradeOf } from './grades.ts';
import { isOfBatch, type Unplaced, yearItems } from './items.ts';
import { type Batch, editionFor, type YearEditionRosters, type YearRosters, yearAssumptions, yearRosters } from './rosters.ts';
import { type Placed, sheetsOf } from './sheets.ts';
import { termsOfYear, YEAR_TYPES, yearStudents } from './students.ts';

/** A yearly submission that is to be checked, and packed. */
export interface YearPlan {
  readonly year: number;
  readonly rosters: YearRosters;
  readonly edition: YearEditionRosters;
  readonly sheets: readonly Placed[];
}

/** What the check of a year goes by, in its history and among the reports. @param term `114-0` */
export function yearCheckName(term: string, batch: Batch): string {
  return batch === null ? term : `${term}-batch-${batch}`;
}

/** @throws {Fault} `adapter/invalid`, `config/invalid` */
export function yearPlan(services: Services, year: number, batch: Batch, policy: Policy): YearPlan {
  const rosters = yearRosters(services.home.path, policy);
  const edition = editionFor(rosters, batch);
  return { year, rosters, edition, sheets: sheetsOf(services, rosters, edition, year) };
}

/** Names everything a yearly submission is made from: the year's items, who is in which grade, and what was submitted before. */
export function yearContentKey(services: Services, store: SchoolStore, { year, rosters, edition }: YearPlan): string {
  const terms = termsOfYear(year);
  const types = [...YEAR_TYPES, 'student', ...(edition.batch === null ? [] : ['cadre'])];
  const others = rosters.editions.map((one) => one.edition).filter((one) => one !== edition.edition);
  return sha256(JSON.stringify([
    edition.edition, terms.map((term) => store.contentKey(term, types)), schoolSettings(services.home, store.school).divisions,
    others.map((one) => store.submission(`${year}-0`, one)?.key ?? null),
  ]));
}

function placeFindings(services: Services, store: SchoolStore, unplaced: readonly Unplaced[]): StandingFindings {
  const locate = locator(services, store);
  const found = new IntakeFindings();
  const students = new Map<string, Set<string>>();
  for (const { code, record, params } of unplaced) {
    const { file, sheet } = locate(record, undefined);
    const { input, table, row } = record.source;
    const finding: Finding = { ...problemFinding({ code, params, row }, { file: file ?? '', sheet, table: `${input}:${table}`, definition: null }) };
    found.add(finding);
    students.set(code, (students.get(code) ?? new Set()).add(record.idNumber ?? ''));
  }
  const severityOf = (code: string): Severity => PROBLEMS[code]?.severity ?? 'error';
  return {
    counts: Object.entries(found.counts).map(([rule, count]) => ({ rule, severity: severityOf(rule), count, students: students.get(rule)?.size ?? 0, columns: [] })),
    findings: found.samples,
  };
}

/** What was known of the student asked about; several rules ask about one student after another. */
function remembering(store: SchoolStore, year: number): NonNullable<CheckScope['context']['earlier']> {
  let last: { readonly key: StudentKey; readonly items: EarlierItems } | null = null;
  return (key) => {
    if (last?.key !== key) last = { key, items: earlierItems(store, year, key) };
    return last.items;
  };
}

/**
 * The students of the batch, with what they have in the whole year. A student whose grade is not known is looked at in every batch.
 *
 * @requirement RULE-306, RULE-312
 */
export async function yearScope(services: Services, store: SchoolStore, plan: YearPlan): Promise<CheckScope> {
  const { year, edition, rosters } = plan;
  const { unplaced, grades } = await yearItems(services, store, plan);
  async function* students(): AsyncGenerator<StudentFile> {
    for await (const student of yearStudents(store, year)) {
      if (isOfBatch(gradeOf(grades, student.ref, student.records), edition.batch, rosters) !== false) yield student;
    }
  }
  const term = `${year}-0`;
  const terms = termsOfYear(year);
  return {
    name: yearCheckName(term, edition.batch), term, terms, edition: edition.edition, contentKey: yearContentKey(services, store, plan),
    students, keyless: () => store.keyless(term),
    context: { earlier: remembering(store, year) },
    findings: placeFindings(services, store, unplaced),
    assumptions: assumptionsOf(services, store, terms, yearAssumptions(rosters, edition, year)),
  };
}
