/** A transfer package read into records and written from them says the same. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { detect } from '../../src/adapters/detect.ts';
import { printTable } from '../../src/adapters/print.ts';
import { readTable } from '../../src/adapters/read.ts';
import { loadRegistry, ownAdapters } from '../../src/adapters/registry.ts';
import { memorySource } from '../../src/formats/bytes.ts';
import { openJson } from '../../src/formats/json/table-read.ts';
import { type JsonTable, writeJsonTables } from '../../src/formats/json/table-write.ts';

const NAME = '990302_2025_07_31_10_20_30.json';
const bytes = readFileSync(join(ownAdapters(), 'exchange-json', 'fixtures', 'package', 'input', NAME));
const registry = await loadRegistry();
const { shape } = registry.adapter('exchange-json')!.manifest;

async function written(): Promise<unknown> {
  const file = await openJson(memorySource(bytes), NAME, [shape!]);
  const tables: JsonTable[] = [];
  for (const [tableIndex, { table, mapping }] of detect(file, registry).tables.entries()) {
    for await (const { records } of readTable(table, mapping!, { school: '990301', term: '114-1', input: 'x', tableIndex })) {
      if (records.length > 0) tables.push({ sheet: mapping!.definition.sheets[0]!, ...printTable(mapping!, records, { extra: true }) });
    }
  }
  return JSON.parse(new TextDecoder().decode(writeJsonTables(tables, shape!)));
}

/** The fixture as a careful writer gives it: known keys always there, the settled spelling, without what was rejected. */
function wanted(): unknown {
  const students = JSON.parse(bytes.toString('utf8')) as Record<string, Record<string, unknown[]>>[];
  const always = { 認證時間: '', 認證教師: '', 認證說明: '', 送審時間: '' };
  for (const student of students) {
    const works = student['課程學習成果紀錄'] as unknown as Record<string, unknown>[];
    const flags = Object.keys(works[0]!).filter((key) => key.startsWith('是否為'));
    const kept = works.filter((work) => flags.filter((flag) => work[flag] === true).length < 2 && work['學生出生年月日'] !== '2008/13/01');
    const unknown = kept.some((work) => '未知欄位' in work && !flags.some((flag) => work[flag] === true));
    student['課程學習成果紀錄'] = kept.map((work) => ({ ...always, ...(unknown && !flags.some((flag) => work[flag] === true) ? { 未知欄位: '' } : {}), ...work })) as never;
    const lists = student['多元表現']!;
    lists['其他多元表現紀錄'] ??= lists['其他多元表現']!;
    delete lists['其他多元表現'];
  }
  return students;
}

test('what is read is written again, key by key', async () => {
  const [got, want] = [await written(), wanted()] as [Record<string, unknown>[], Record<string, unknown>[]];
  // A column that only one student needs is written for all rows of the list.
  const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value, (key, item: unknown) => (key === '未知欄位' && item === '' ? undefined : item)));
  expect(plain(got)).toEqual(plain(want));
});
