import { describe, expect, test } from 'vitest';
import { codeList, codeListNames } from '../../src/core/codes.ts';
import { dayExists } from '../../src/core/roc-date.ts';
import { Fault } from '../../src/core/fault.ts';
import { FIELDS } from '../../src/core/fields.ts';
import type { RecordType } from '../../src/core/record.ts';
import { resourceJson } from '../../src/core/resources.ts';
import { canonicalSchema, configSchema } from '../../src/core/schemas.ts';
import { compileSchema } from '../../src/formats/json/schema.ts';

const validate = compileSchema(configSchema('code-list'), { allErrors: true });

describe.each(codeListNames())('%s', (name) => {
  const list = codeList(name);

  test('fits the schema and is named as its file', () => {
    expect(validate(resourceJson(`schemas/codes/${name}.json`))).toEqual([]);
    expect(list.name).toBe(name);
    const [year, month, day] = list.asOf.split('-').map(Number);
    expect(dayExists(year ?? 0, month ?? 0, day ?? 0)).toBe(true);
  });

  test('has each code once in any year', () => {
    const clashes = list.entries.filter((entry, index) => list.entries.slice(index + 1).some((other) =>
      other.code === entry.code && (entry.from ?? 0) <= (other.to ?? Infinity) && (other.from ?? 0) <= (entry.to ?? Infinity)));
    expect(clashes).toEqual([]);
    for (const { from, to } of list.entries) expect(from ?? 0).toBeLessThanOrEqual(to ?? Infinity);
  });
});

const kinds = Object.entries(FIELDS).flatMap(([type, fields]) => (fields['kind']?.codes === undefined ? [] : [[type as RecordType, fields['kind'].codes] as const]));

test.each(kinds)('the kinds of %s are the code list %s', (type, codes) => {
  const properties = canonicalSchema(type)['properties'] as Record<string, { enum: string[] }>;
  expect(codeList(codes).entries.map(({ code }) => code)).toEqual(properties['kind']?.enum);
});

test('codes that stand for codes of another list name codes of that list', () => {
  const identities = codeList('transfer-identity');
  for (const { maps } of codeList('update-code-identity').entries) expect(identities.has(maps?.[0] ?? '')).toBe(true);
  const changes = codeList('update-code-day');
  for (const name of ['update-code-identity', 'update-code-reread']) {
    expect(codeList(name).entries.filter(({ code }) => !changes.has(code))).toEqual([]);
  }
});

test('a code is text: 1 and 01 are two class types', () => {
  const types = codeList('class-type');
  expect(types.label('1', 'zh-TW')).toBe('日間部(一般班)');
  expect(types.label('01', 'zh-TW')).toBe('進修部(核定班)');
  expect(types.has('001')).toBe(false);
});

test('a meaning holds in its school years', () => {
  const levels = codeList('cadre-level');
  expect(levels.label('5', 'en', 107)).toBe('Other');
  expect(levels.label('5', 'en', 108)).toBe('Self-governing body outside the school');
  expect(levels.label('5', 'zh-TW')).toBe('校外自治組織團體');
  expect([levels.has('9', 107), levels.has('9', 108), levels.has('9')]).toEqual([false, true, true]);
  expect(codeList('certificate-type').label('3', 'zh-TW', 106)).toBe('其他');
});

test('an unknown code is its own label, and English falls back to Chinese', () => {
  expect(codeList('sex').label('3', 'en')).toBe('3');
  expect(codeList('domain').label('01', 'en')).toBe('語文');
});

test('credits per term are given by character', () => {
  const credits = codeList('credit-period');
  expect([credits.entry('Z')?.maps, credits.entry('4')?.maps, credits.entry('D')?.maps, credits.entry('T')?.maps]).toEqual([['0'], ['4'], ['4'], ['12']]);
});

test('the lists hold what the sources hold', () => {
  expect(codeList('school').label('010301', 'zh-TW')).toBe('國立華僑高級中等學校');
  expect(codeList('school').has('000000')).toBe(false);
  expect(codeList('test-school').has('000B00')).toBe(true);
  expect(codeList('update-code-day').entry('348')).toMatchObject({ 'zh-TW': '休學(出國)', group: '學籍異動' });
  expect(codeList('update-code-night').has('348')).toBe(false);
});

test('a list that is known to lack values says so', () => {
  expect(['makeup-mode', 'retake-mode', 'transfer-identity', 'special-identity', 'course-type', 'school'].filter((name) => codeList(name).complete)).toEqual([]);
});

test('a name without a file is a fault, also when it looks like a path', () => {
  for (const name of ['no-such-list', '../config/policy', 'sex.json']) {
    expect(() => codeList(name)).toThrow(expect.objectContaining({ code: 'codes/unknown-list', params: { list: name } }));
  }
  expect(() => codeList('x')).toThrow(Fault);
});
