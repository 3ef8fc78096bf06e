import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { configSchema } from '../../../src/core/schemas.ts';
import { importCoined } from '../../../src/flows/coined/import-table.ts';
import { coinedInUse } from '../../../src/flows/coined/in-use.ts';
import { compileSchema } from '../../../src/formats/json/schema.ts';
import { encodeCp950 } from '../../../src/formats/text/encode-cp950.ts';
import { inputId, record, SCHOOL, student, takeDrop, temporaryStore } from '../../store/support.ts';

const OPTIONS = { today: '2026-11-22', cns: null, replace: false };
const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

async function place() {
  const made = await temporaryStore();
  const write = (name: string, content: string | Uint8Array): string => {
    const path = join(made.folder, 'tables', name);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, content);
    return path;
  };
  return { ...made, write };
}

const said = (outcome: Awaited<ReturnType<typeof importCoined>>): unknown[] => outcome.rejected.map(({ row, code }) => [row, code]);

describe('a CSV table', () => {
  test('every row is imported or rejected with a reason', async () => {
    const { store, write } = await place();
    const outcome = await importCoined(store, write('造字.csv', [
      '內碼,字,全字庫,確認者,確認日期,備註', 'FA40,堃,3-2144,註冊組,1150901,', 'A440,一,,註冊組,1150901,', 'FA41,,,註冊組,1150901,', 'FA42,喆,,,1150901,',
      'FA43,瑠,,註冊組,1150901', 'FA44,𠮷,,註冊組,2026-09-01,x', 'FA45,𠮷,,註冊組,2026-09-01,', '',
    ].join('\r\n')), OPTIONS);
    expect(said(outcome)).toEqual([[3, 'coined/bad-cell'], [4, 'coined/no-meaning'], [5, 'coined/not-verified'], [6, 'csv/too-few-cells'], [7, 'coined/character-twice'], [8, 'coined/character-twice']]);
    expect(outcome.imported.length + outcome.rejected.length).toBe(outcome.read);
    expect(store.coined().entries).toEqual([{ cell: 'FA40', cns: '3-2144', unicode: 'U+5803', verifiedBy: '註冊組', date: '2026-09-01' }]);
  });

  test('may be Big5, with code points in place of characters', async () => {
    const { store, write } = await place();
    const { bytes } = encodeCp950('造字內碼,Unicode,確認者,日期\r\nFA40,U+5803,註冊組,1150901\r\n');
    expect(await importCoined(store, write('a.csv', bytes), OPTIONS)).toMatchObject({ read: 1, imported: [{ unicode: 'U+5803', verifiedBy: '註冊組' }], rejected: [] });
  });

  test('without a cell column is no table, and its header, which may be anything, is not shown', async () => {
    const { store, write } = await place();
    const path = write('a.csv', '王小明,A123456789\r\n1,2\r\n');
    await expect(importCoined(store, path, OPTIONS)).rejects.toMatchObject({ problem: { code: 'coined/not-a-table', params: { detail: expect.not.stringContaining('王') } } });
  });

  test('keeps pictures that lie beside it, and reads nothing else', async () => {
    const { store, write, folder } = await place();
    write('glyphs/FA40.png', PNG);
    write('text.png', 'not a picture');
    writeFileSync(join(folder, 'outside.png'), PNG);
    symlinkSync(join(folder, 'outside.png'), join(folder, 'tables', 'link.png'));
    const rows = ['glyphs/FA40.png', '../outside.png', 'link.png', 'text.png', 'none.png', join(folder, 'outside.png')];
    const outcome = await importCoined(store, write('a.csv', ['cell,glyph file,verified by,date', ...rows.map((name, at) => `FA4${at},${name},office,2026-09-01`)].join('\n')), OPTIONS);
    expect(said(outcome)).toEqual([3, 4, 5, 6, 7].map((row) => [row, 'coined/bad-glyph']));
    const glyph = createHash('sha256').update(PNG).digest('hex');
    expect(outcome.imported).toEqual([{ cell: 'FA40', glyph, verifiedBy: 'office', date: '2026-09-01' }]);
    expect(await (await store.blobs.open(glyph)).read(0, 8)).toEqual(PNG.subarray(0, 8));
  });
});

describe('a JSON table', () => {
  const entry = { cell: 'FA40', unicode: 'U+5803', verifiedBy: '註冊組', date: '2026-09-01', cnsTables: [{ file: 'bmp.txt', sha256: 'a'.repeat(64) }] };

  test('comes in as it went out', async () => {
    const { store, write } = await place();
    const text = JSON.stringify({ school: SCHOOL, entries: [entry] });
    expect(compileSchema(configSchema('coined'))(JSON.parse(text))).toEqual([]);
    expect(await importCoined(store, write('a.json', text), OPTIONS)).toMatchObject({ read: 1, rejected: [] });
    expect(store.coined()).toEqual({ entries: [entry] });
  });

  test('has its bad entries rejected one by one', async () => {
    const { store, write } = await place();
    const entries = [entry, { ...entry, cell: 'fa41' }, { ...entry, cell: 'FA42', unicode: 'U+E000' }, { cell: 'FA43' }, { ...entry, cell: 'FA44', glyph: 'b'.repeat(64) }, 7];
    const outcome = await importCoined(store, write('a.json', JSON.stringify({ entries })), OPTIONS);
    expect(said(outcome)).toEqual([[2, 'coined/bad-entry'], [3, 'coined/bad-unicode'], [4, 'coined/bad-entry'], [5, 'coined/bad-glyph'], [6, 'coined/bad-entry']]);
    expect(outcome.imported.length + outcome.rejected.length).toBe(outcome.read);
  });

  test.each([
    ['of another school', { school: '014302', entries: [entry] }, 'coined/other-school'], ['of another kind', { students: [] }, 'coined/not-a-table'], ['that is a list', [entry], 'coined/not-a-table'],
  ])('%s is refused whole', async (_what, value, code) => {
    const { store, write } = await place();
    await expect(importCoined(store, write('a.json', JSON.stringify(value)), OPTIONS)).rejects.toMatchObject({ problem: { code } });
    expect(store.coined().entries).toEqual([]);
  });
});

test('coined characters in use are counted by student and record, over all terms', async () => {
  const { store } = await temporaryStore();
  const [a, b] = [inputId('a'), inputId('b')];
  await takeDrop(store, { id: a, records: [
    record(a, 1, 2, { studentName: '王\ue000', raw: { score: '\ue009' } }), record(a, 1, 3, { studentName: '王\ue000\ue000', extra: { 備註: '\ue001' } }), record(a, 2, 4, { studentName: '李\ue000' }),
    record(a, 3, 5), { type: 'coursePlanRow', school: SCHOOL, term: '114-1', source: { input: a, table: 0, row: 6 }, subjectName: '\u{f0000}' },
  ] });
  await takeDrop(store, { id: b, records: [record(b, 1, 2, { term: '114-2', studentName: '王\ue000' })] });
  expect(await coinedInUse(store)).toEqual([
    { character: '\ue000', cell: 'FA40', students: 2, records: 4 }, { character: '\ue001', cell: 'FA41', students: 1, records: 1 },
    { character: '\u{f0000}', cell: 'U+F0000', students: 0, records: 1 },
  ]);
  expect(JSON.stringify(await coinedInUse(store))).not.toContain(student(1).idNumber);
});
