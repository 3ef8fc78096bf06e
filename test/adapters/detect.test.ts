import { describe, expect, test } from 'vitest';
import { detect } from '../../src/adapters/detect.ts';
import { loadRegistry } from '../../src/adapters/registry.ts';
import type { OpenFile } from '../../src/core/table.ts';
import { printedHeader } from '../../src/mapping/invert.ts';
import { memoryFile, memoryTable } from '../mapping/table.ts';

const registry = await loadRegistry();
const header = (id: string): readonly string[] => printedHeader(registry.mapping(id)!);
const cover = { 學校代碼: '990301', 學年度: '114', 學期: '1', 名冊別: '2' };
const plain = header('national-roster/108-score-regular');
const found = (file: OpenFile) => {
  const detection = detect(file, registry);
  return { ...detection, mappings: detection.tables.map(({ mapping }) => mapping?.id ?? null) };
};

describe('detect', () => {
  test('takes school, term and 名冊別 from the cover, even when a number lost its zero', () => {
    expect(found(memoryFile([memoryTable('學期成績', plain)], { cover: { ...cover, 學校代碼: '11301' } }))).toMatchObject({
      system: 'national-roster', edition: '108', school: '011301', term: '114-1', rosterType: '2', mappings: ['national-roster/108-score-regular'],
    });
  });

  test('takes them from the file name when there is no cover', () => {
    const file = '011301_114_2_進修部(學校)學生成績名冊_學期成績.csv';
    const table = memoryTable('whatever', header('national-roster/108-score-night-regular'), [], file);
    expect(found(memoryFile([table], { format: 'csv' }))).toMatchObject({ school: '011301', term: '114-2', mappings: ['national-roster/108-score-night-regular'], rosterType: '7' });
  });

  test('helper columns of a vendor tell its file from a plain roster', () => {
    const vendor = header('ischool/score-regular');
    const systems = [plain, vendor, vendor.filter((text) => text !== 'DataKey'), [...plain, '備註(學生姓名)']].map((columns) => found(memoryFile([memoryTable('學期成績', columns)], { cover })).system);
    expect(systems).toEqual(['national-roster', 'ischool', 'ischool', 'ischool']);
  });

  test('the title tells sheets of equal columns apart, the year editions', () => {
    const columns = header('national-roster/107-performance-other');
    const titles = ['自主學習紀錄', '其他活動紀錄', '其他多元表現紀錄'];
    expect(found(memoryFile(titles.map((title) => memoryTable(title, columns)))).mappings).toEqual(['national-roster/107-performance-self-study', 'national-roster/107-performance-other', 'national-roster/108-performance-other']);
    const certificate = memoryTable('檢定證照紀錄', header('national-roster/107-performance-certificate'));
    const of = (year: string) => found(memoryFile([certificate], { cover: { ...cover, 學年度: year, 學期: '0', 名冊別: '25' } }));
    expect([of('107').mappings, of('112').mappings]).toEqual([['national-roster/107-performance-certificate'], ['national-roster/108-performance-certificate']]);
  });

  test('a sheet whose title is known keeps its mapping when a column is missing, so that the school is told', () => {
    const { mappings, tables } = found(memoryFile([memoryTable('學期成績', plain.filter((text) => text !== '課程代碼'))], { cover }));
    expect(mappings).toEqual(['national-roster/108-score-regular']);
    expect(tables[0]?.reason['zh-TW']).toContain('缺少必要欄位 課程代碼');
  });

  test('a school year of which no edition is known is a problem that names the nearest; a system of other years is passed over', () => {
    const of = (year: string, systems: readonly string[] = []) => detect(memoryFile([memoryTable('學期成績', plain)], { cover: { ...cover, 學年度: year } }), registry, { systems });
    expect(of('105').problems).toEqual([{ code: 'intake/unknown-edition', params: { system: '中央資料庫名冊', systemEn: 'Rosters of the central database', year: 105, edition: '108', near: '107', span: '107' } }]);
    expect([of('107'), of('108'), of('130')].map(({ problems }) => problems)).toEqual([[], [], []]);
    expect(of('113', ['ncnu-module'])).toMatchObject({ system: 'national-roster', problems: [{ code: 'intake/other-system' }] });
    expect(of('109', ['ncnu-module'])).toMatchObject({ system: 'ncnu-module', problems: [] });
  });

  test('a sheet nobody knows is left without a mapping, the others are not', () => {
    const { system, mappings, confidence } = found(memoryFile([memoryTable('學期成績', plain), memoryTable('說明', ['項目', '內容']), memoryTable('空白', [])], { cover }));
    expect([system, mappings]).toEqual(['national-roster', ['national-roster/108-score-regular', null, null]]);
    expect(confidence).toBeLessThan(0.6);
  });

  test('a file nobody knows has no system, and says so', () => {
    const detection = found(memoryFile([memoryTable('工作表1', ['a', 'b', 'c'])]));
    expect(detection).toMatchObject({ system: null, edition: null, confidence: 0, mappings: [null] });
    expect(detection.adapter).toBeUndefined();
    expect(detection.clues).toEqual([{ 'zh-TW': '沒有任何轉接器認得這些欄名。', en: 'No adapter knows these headers.' }]);
  });

  test('confidence is between 0 and 1 and clues are sentences', () => {
    const { confidence, clues } = found(memoryFile([memoryTable('學期成績', header('ischool/score-regular'))], { cover }));
    expect(confidence).toBeGreaterThan(0.9);
    expect(confidence).toBeLessThanOrEqual(1);
    expect(clues.length).toBeGreaterThan(1);
    for (const clue of clues) expect([clue['zh-TW'], clue.en]).toEqual([expect.stringMatching(/。$/), expect.stringMatching(/\.$/)]);
  });
});
