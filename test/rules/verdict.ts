/** What is wrong with a rule, as far as its cases and its own words can tell: what the tests assert, and mutants are held against. */
import { isDeepStrictEqual } from 'node:util';
import { codeList } from '../../src/core/codes.ts';
import { FIELDS } from '../../src/core/fields.ts';
import { Fault } from '../../src/core/fault.ts';
import type { Finding } from '../../src/core/finding.ts';
import type { CanonicalRecord } from '../../src/core/record.ts';
import type { RecordRule, Rule, RuleContext } from '../../src/rules/rule.ts';
import { type Case, cases, type ExpectedHit, findingsOf } from './cases.ts';
import { record, SCHOOL, TERM, TODAY } from './support.ts';

const CERTAINTIES = ['A', 'B', 'C', 'D', 'T'];
const SEVERITIES = ['error', 'warning', 'info'];
const SCOPES = ['field', 'record', 'student', 'school', 'calendar'];

/** The parameters a template asks for. */
export function placeholders(template: string): string[] {
  return [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();
}

function spots(found: readonly (Pick<ExpectedHit, 'row' | 'field'> | Finding)[]): string[] {
  return found.map((one) => `row ${one.row ?? '–'} ${('column' in one ? one.column : (one as ExpectedHit).field) ?? '–'}`).sort();
}

function isAs(hit: ExpectedHit, finding: Finding, id: string, rule: Rule): boolean {
  return finding.rule === id && finding.row === (hit.row ?? null) && finding.column === (hit.field ?? null)
    && finding.severity === (hit.severity ?? rule.severity)
    && Object.entries(hit.params ?? {}).every(([name, value]) => isDeepStrictEqual(finding.params[name], value));
}

async function isSkipped(id: string, rule: Rule, one: Case): Promise<boolean> {
  try {
    await findingsOf(id, rule, one);
    return false;
  } catch (error) {
    if (error instanceof Fault && error.code === 'rules/none-run') return true;
    throw error;
  }
}

/** Passing cases that are found fault with, failing ones that are found otherwise than they say, messages left without a value. */
export async function caseMistakes(id: string, rule: Rule): Promise<string[]> {
  const wrong: string[] = [];
  for (const passing of cases(id, 'passes')) {
    if (passing.skipped) {
      if (!await isSkipped(id, rule, passing)) wrong.push(`passes "${passing.case}": was asked`);
      continue;
    }
    const found = await findingsOf(id, rule, passing);
    if (found.length > 0) wrong.push(`passes "${passing.case}": ${spots(found).join(', ')}`);
  }
  for (const failing of cases(id, 'fails')) {
    const found = await findingsOf(id, rule, failing);
    const hits = failing.hits ?? [];
    if (hits.length === 0) wrong.push(`fails "${failing.case}" says nothing`);
    if (spots(found).join() !== spots(hits).join()) wrong.push(`fails "${failing.case}": ${spots(found).join(', ')}, not ${spots(hits).join(', ')}`);
    for (const hit of hits) if (!found.some((finding) => isAs(hit, finding, id, rule))) wrong.push(`fails "${failing.case}": no ${JSON.stringify(hit)} among ${JSON.stringify(found.map(({ row, column, severity, params }) => ({ row, column, severity, params })))}`);
    for (const { params, value } of found) {
      const missing = placeholders(rule.message.en).filter((name) => !(name in params) && !(name === 'value' && value !== null));
      if (missing.length > 0) wrong.push(`fails "${failing.case}": no value for {${missing.join('}, {')}}`);
    }
  }
  return wrong;
}

/** The record, and the names of the fields that were looked at. */
function watched(fields: Readonly<Record<string, unknown>>): { readonly record: CanonicalRecord; readonly seen: Set<string> } {
  const seen = new Set<string>();
  const look = (field: string | symbol): void => { if (typeof field === 'string') seen.add(field); };
  const proxy = new Proxy(record(fields), {
    get: (target, field) => { look(field); return Reflect.get(target, field) as unknown; },
    has: (target, field) => { look(field); return Reflect.has(target, field); },
    ownKeys: () => { throw new Error('all fields were looked at'); },
  });
  return { record: proxy, seen };
}

/**
 * Fields that a rule about records looks at and does not name, or names though they do not exist. What it says it reads
 * must be all that it reads: otherwise an answer given about one record would be taken for that about another.
 */
export function readMistakes(id: string, rule: Rule): string[] {
  if (rule.scope !== 'record' || rule.reads === undefined) return [];
  const reads = rule.reads;
  const known = new Set(rule.types.flatMap((type) => Object.keys(FIELDS[type])));
  return [...reads.filter((field) => !known.has(field)).map((field) => `reads ${field}, which does not exist`), ...unnamed(id, rule, reads).map((field) => `looks at ${field} without naming it`)];
}

function unnamed(id: string, rule: RecordRule, reads: readonly string[]): string[] {
  const all = new Set<string>();
  for (const { records, context, params } of [...cases(id, 'passes'), ...cases(id, 'fails')]) {
    const asked: RuleContext = { school: SCHOOL, term: TERM, today: TODAY, inList: (list, value) => codeList(list).has(value), ...context, params: { ...rule.params, ...params } };
    for (const fields of records ?? []) {
      const { record: one, seen } = watched(fields);
      if (rule.types.includes(one.type)) Array.from(rule.check(one, asked) ?? []);
      for (const field of seen) all.add(field);
    }
  }
  return [...all].filter((field) => field !== 'type' && field !== 'kind' && !reads.includes(field));
}

/** Values of a rule's own that no rule may have; being unverified, it must not be an error. */
export function definitionMistakes(rule: Rule): string[] {
  return [
    ...(CERTAINTIES.includes(rule.certainty) ? [] : [`certainty ${rule.certainty}`]),
    ...(SEVERITIES.includes(rule.severity) ? [] : [`severity ${rule.severity}`]),
    ...(SCOPES.includes(rule.scope) ? [] : [`scope ${rule.scope}`]),
    ...(rule.types.length > 0 === (rule.scope !== 'calendar') ? [] : ['types']),
    ...(rule.certainty === 'D' && rule.severity === 'error' ? ['an error of certainty D'] : []),
  ];
}
