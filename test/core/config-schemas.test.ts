import { describe, expect, test } from 'vitest';
import { codeList } from '../../src/core/codes.ts';
import { resourceJson } from '../../src/core/resources.ts';
import { configSchema, submissionSchema } from '../../src/core/schemas.ts';
import { compileSchema } from '../../src/formats/json/schema.ts';

const all = { allErrors: true };

describe('policy', () => {
  const validate = compileSchema(configSchema('policy'), all);
  const waiver = { rule: 'course/score-range', school: '011C71', reason: '教務會議決議', by: '王組長', expires: '2026-01-31' };

  test('takes thresholds, severities, parameters and waivers', () => {
    expect(validate({
      thresholds: { courseRecord: { updated: 0.75, gone: 0.1 } }, severities: { 'course/score-range': 'off' },
      params: { 'course/score-range': { max: 100 } }, waivers: [waiver, { ...waiver, term: '114-1' }],
    })).toEqual([]);
    expect(validate({})).toEqual([]);
  });

  test.each([
    ['a waiver without a reason', { waivers: [{ ...waiver, reason: '' }] }, '/waivers/0/reason'],
    ['a waiver without an end', { waivers: [{ ...waiver, expires: undefined }] }, '/waivers/0'],
    ['a share above 1', { thresholds: { student: { updated: 75, gone: 0.1 } } }, '/thresholds/student/updated'],
    ['a rule without an area', { severities: { score: 'off' } }, '/severities'],
    ['a word that is no severity', { severities: { 'a/b': 'fatal' } }, '/severities/a~1b'],
    ['a misspelt part', { waiver: [] }, ''],
  ])('refuses %s', (_what, policy, path) => {
    expect(validate(policy).map((error) => error.path)).toContain(path);
  });
});

test('a school names its code; a password stands in a file of its own', () => {
  const validate = compileSchema(configSchema('school'), all);
  expect(validate({ code: '011C71', term: '114-1', divisions: ['night'], zipPasswordFile: '/run/secrets/zip' })).toEqual([]);
  expect(validate({ code: '011C71', zipPassword: 'x' })).toMatchObject([{ keyword: 'additionalProperties' }]);
  expect(validate({ code: '11C71' })).toMatchObject([{ path: '/code' }]);
});

test('a home says which layout it has', () => {
  const validate = compileSchema(configSchema('home'), all);
  const home = { version: 1, keyId: 'k1', createdAt: '2025-09-01T08:00:00.000Z' };
  expect(validate(home)).toEqual([]);
  expect(validate({ ...home, version: 2 })).toMatchObject([{ path: '/version', keyword: 'const' }]);
});

describe('rosters of a term', () => {
  interface Entry { readonly book: string; readonly rosterType: readonly { code: string; from: number; certainty: string }[] }
  const shipped = resourceJson('schemas/rosters/term.json') as { submission: readonly Entry[]; precheck: readonly Entry[] };
  const entries = [...shipped.submission, ...shipped.precheck];

  test('fit their schema', () => {
    expect(compileSchema(configSchema('term-rosters'), all)(shipped)).toEqual([]);
  });

  test('carry the numbers and the certainty of the code list', () => {
    const types = codeList('roster-type');
    const listed = entries.flatMap(({ book, rosterType }) => rosterType.map(({ code, certainty }) => ({ book, code, certainty })));
    expect(listed).toEqual(listed.map(({ code }) => ({ book: types.entry(code)?.group, code, certainty: types.entry(code)?.certainty ?? types.certainty })));
  });

  test('may be replaced book by book in a home', () => {
    const validate = compileSchema(configSchema('roster-types'), all);
    const row = { from: 114, to: null, code: '4', certainty: 'A', asOf: '2026-01-01', note: '公文' };
    expect(validate({ 'score-day': [row] })).toEqual([]);
    expect(validate({ 'score-day': [] })).toMatchObject([{ keyword: 'minItems' }]);
    expect(validate({ 'score-day': [{ ...row, code: 4 }] })).toMatchObject([{ path: '/score-day/0/code' }]);
  });
});

describe('kinds of receipts', () => {
  interface Sheet { readonly titles: readonly string[]; readonly roster: string; readonly sheet: string; readonly key: readonly string[] }
  const shipped = resourceJson('schemas/receipts/kinds.json') as { readonly kinds: readonly { readonly id: string; readonly title: string; readonly sheets: readonly Sheet[] }[] };

  test('fit their schema, and are searched for in the order in which names can hold two of them', () => {
    expect(compileSchema(configSchema('receipt-kinds'), all)(shipped)).toEqual([]);
    expect(shipped.kinds.map(({ title }) => title)).toEqual(['多元表現', '修課紀錄', '校內幹部經歷', '課程學習成果']);
  });

  test('no two lists of a kind have a title in common', () => {
    for (const { sheets } of shipped.kinds) {
      const titles = sheets.flatMap((sheet) => sheet.titles);
      expect(new Set(titles).size).toBe(titles.length);
    }
  });

  test('a window or a sheet without its days or key is refused', () => {
    const validate = compileSchema(configSchema('receipt-kinds'), all);
    expect(validate({ ...shipped, window: { days: 0, certainty: 'A', note: '' } })).toMatchObject([{ path: '/window/days', keyword: 'minimum' }]);
    const [kind] = shipped.kinds;
    expect(validate({ ...shipped, kinds: [{ ...kind, sheets: [{ ...kind!.sheets[0], key: [] }] }] })[0]).toMatchObject({ path: '/kinds/0/sheets/0/key' });
  });
});

test('the manifest of a submission names its files without folders', () => {
  const validate = compileSchema(submissionSchema(), all);
  const roster = { rosterType: '24', roster: '校內幹部經歷名冊', file: '校內幹部經歷名冊.xlsx', sha256: 'a'.repeat(64), sheets: { 幹部經歷紀錄: 3 } };
  const manifest = { school: '011C71', term: '114-1', edition: 'term-submission', version: '0.1.0', rosters: [roster], inputs: [], rows: 3 };
  expect(validate(manifest)).toEqual([]);
  for (const file of ['../x.xlsx', 'a\\b.xlsx', '']) {
    expect(validate({ ...manifest, rosters: [{ ...roster, file }] })[0]).toMatchObject({ path: '/rosters/0/file' });
  }
  expect(validate({ ...manifest, edition: 'draft' })).toMatchObject([{ path: '/edition', keyword: 'enum' }]);
});
