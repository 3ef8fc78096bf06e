/** What a rule says it reads is all that it reads: otherwise an answer given about one record would be taken for that about another. */
import { describe, expect, test } from 'vitest';
import { codeList } from '../../src/core/codes.ts';
import { FIELDS } from '../../src/core/fields.ts';
import type { CanonicalRecord } from '../../src/core/record.ts';
import { loadRules } from '../../src/rules/catalogue.ts';
import type { RecordRule, RuleContext } from '../../src/rules/rule.ts';
import { type Case, cases } from './cases.ts';
import { record, SCHOOL, TERM, TODAY } from './support.ts';

const declared = [...await loadRules()].flatMap(([id, rule]): [string, RecordRule][] => (rule.scope === 'record' && rule.reads ? [[id, rule]] : []));

/** The record, and the names of the fields that were looked at. */
function watched(fields: Readonly<Record<string, unknown>>): { readonly record: CanonicalRecord; readonly seen: Set<string> } {
  const seen = new Set<string>();
  const look = (_target: object, field: string | symbol): void => { if (typeof field === 'string') seen.add(field); };
  const proxy = new Proxy(record(fields), {
    get: (target, field) => { look(target, field); return Reflect.get(target, field) as unknown; },
    has: (target, field) => { look(target, field); return Reflect.has(target, field); },
    ownKeys: () => { throw new Error('all fields were looked at'); },
  });
  return { record: proxy, seen };
}

describe.each(declared)('%s', (id, rule) => {
  const all: readonly Case[] = [...cases(id, 'passes'), ...cases(id, 'fails')];

  test('looks at no field that it does not name', () => {
    for (const { records, context, params } of all) {
      const asked: RuleContext = { school: SCHOOL, term: TERM, today: TODAY, inList: (list, value) => codeList(list).has(value), ...context, params: { ...rule.params, ...params } };
      for (const fields of records ?? []) {
        const { record: one, seen } = watched(fields);
        if (rule.types.includes(one.type)) Array.from(rule.check(one, asked) ?? []);
        seen.delete('type');
        seen.delete('kind');
        expect([...seen].filter((field) => !rule.reads!.includes(field))).toEqual([]);
      }
    }
  });

  test('names fields that there are', () => {
    const known = new Set(rule.types.flatMap((type) => Object.keys(FIELDS[type])));
    expect(rule.reads!.filter((field) => !known.has(field))).toEqual([]);
  });
});
