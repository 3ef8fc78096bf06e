/** The cases under `fixtures/rules/<area>/<slug>/`, which say what each rule finds and what it lets pass. */
import { readFileSync } from 'node:fs';
import { type CoinedEntry, coinedLookup } from '../../src/core/coined.ts';
import type { Finding } from '../../src/core/finding.ts';
import type { Severity } from '../../src/core/problem.ts';
import type { Rule } from '../../src/rules/rule.ts';
import { record, run } from './support.ts';

export interface ExpectedHit {
  readonly row: number;
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
  /** The first stands in row 2, the next in row 3. */
  readonly records: readonly Readonly<Record<string, unknown>>[];
  readonly hits?: readonly ExpectedHit[];
}

export const CASES = new URL('../../fixtures/rules/', import.meta.url);

export function cases(id: string, which: 'passes' | 'fails'): readonly Case[] {
  return JSON.parse(readFileSync(new URL(`${id}/${which}.json`, CASES), 'utf8')) as Case[];
}

/** What one rule says about a case. */
export async function findingsOf(id: string, rule: Rule, { records, context, params, coined }: Case): Promise<readonly Finding[]> {
  const here = context?.['school'] === undefined ? {} : { school: context['school'] };
  const { outcome, faults } = await run(new Map([[id, rule]]), records.map((fields, index) => record({ ...here, ...fields }, index + 2)), {
    ...(context ? { context } : {}),
    ...(coined ? { coined: coinedLookup({ entries: coined }) } : {}),
    ...(params ? { policy: { params: { [id]: params } } } : {}),
  });
  if (faults[0]) throw faults[0];
  return outcome.findings;
}
