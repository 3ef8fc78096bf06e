/** The cases under `fixtures/rules/<area>/<slug>/`, which say what each rule finds and what it lets pass. */
import { readFileSync } from 'node:fs';
import type { SchoolCalendar } from '../../src/core/calendar.ts';
import { codeList } from '../../src/core/codes.ts';
import type { EarlierItems } from '../../src/core/items/earlier.ts';
import { type CoinedEntry, coinedLookup } from '../../src/core/coined.ts';
import { coursePlan } from '../../src/core/filed-plan.ts';
import type { Finding } from '../../src/core/finding.ts';
import type { Severity } from '../../src/core/problem.ts';
import { checkCalendar } from '../../src/rules/calendar.ts';
import type { CalendarRule, Rule } from '../../src/rules/rule.ts';
import { record, run, SCHOOL, TERM, TODAY } from './support.ts';

export interface ExpectedHit {
  /** Left out for a finding about no record. */
  readonly row?: number;
  readonly field?: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly severity?: Severity;
}

export interface Case {
  readonly case: string;
  /** Overrides school, term and today. */
  readonly context?: Readonly<Record<string, string>>;
  readonly params?: Readonly<Record<string, unknown>>;
  /** The school's 造字 table. */
  readonly coined?: readonly CoinedEntry[];
  readonly calendar?: Partial<SchoolCalendar>;
  /** Rows of the filed plan. */
  readonly plan?: readonly Readonly<Record<string, unknown>>[];
  /** What was known of the student's items before. */
  readonly earlier?: Partial<EarlierItems>;
  /** The first stands in row 2, the next in row 3; none for a rule about the calendar. */
  readonly records?: readonly Readonly<Record<string, unknown>>[];
  readonly hits?: readonly ExpectedHit[];
  /** The rule cannot be asked: the term lacks what it needs, and the program must say so instead of "nothing found". */
  readonly skipped?: true;
}

export const CASES = new URL('../../fixtures/rules/', import.meta.url);

export function cases(id: string, which: 'passes' | 'fails'): readonly Case[] {
  return JSON.parse(readFileSync(new URL(`${id}/${which}.json`, CASES), 'utf8')) as Case[];
}

/** What a rule about the calendar says, with the severity it has by itself. */
function calendarFindings(id: string, rule: CalendarRule, { calendar, context, params }: Case): readonly Finding[] {
  const whole = { terms: {}, workingTerm: null, ...calendar };
  const asked = { school: SCHOOL, term: TERM, today: TODAY, ...context, calendar: whole, inList: (list: string, value: string) => codeList(list).has(value) };
  return checkCalendar(new Map([[id, rule]]), asked, params ? { params: { [id]: params } } : {}, (fault) => { throw fault; }).map(({ hit }) => ({
    rule: id, severity: hit.severity ?? rule.severity, params: hit.params ?? {},
    file: null, sheet: null, row: null, column: null, value: null, student: null, record: null,
  }));
}

/**
 * What one rule says about a case.
 * @throws {Fault} `rules/none-run` when it was skipped
 */
export async function findingsOf(id: string, rule: Rule, one: Case): Promise<readonly Finding[]> {
  if (rule.scope === 'calendar') return calendarFindings(id, rule, one);
  const { records = [], context, params, coined, calendar, plan, earlier } = one;
  const here = context?.['school'] === undefined ? {} : { school: context['school'] };
  const { outcome, faults } = await run(new Map([[id, rule]]), records.map((fields, index) => record({ ...here, ...fields }, index + 2)), {
    ...(context ? { context } : {}),
    ...(coined ? { coined: coinedLookup({ entries: coined }) } : {}),
    ...(calendar ? { calendar: { terms: {}, workingTerm: null, ...calendar } } : {}),
    ...(plan ? { plan: coursePlan(plan.map((fields, index) => record({ type: 'coursePlanRow', idNumber: null, birthDate: null, ...fields }, index + 2))) } : {}),
    ...(params ? { policy: { params: { [id]: params } } } : {}),
    ...(earlier ? { earlier } : {}),
  });
  if (faults[0]) throw faults[0];
  return outcome.findings;
}
