/** Systems that share a layout: what is said, what points to one of them, and what else is left as it was. */
import { describe, expect, test } from 'vitest';
import { detect } from '../../src/adapters/detect.ts';
import { loadRegistry } from '../../src/adapters/registry.ts';
import { Fault } from '../../src/core/fault.ts';
import type { OpenFile } from '../../src/core/table.ts';
import { printedHeader } from '../../src/mapping/invert.ts';
import { memoryFile, memoryTable } from '../mapping/table.ts';

const registry = await loadRegistry();
const header = (id: string): readonly string[] => printedHeader(registry.mapping(id)!);
const cover = { 學校代碼: '990301', 學年度: '114', 學期: '1', 名冊別: '2' };
const plain = header('national-roster/108-score-regular');
const sharing = registry.adapters.filter(({ bases }) => bases.includes('national-roster')).map(({ id }) => id);
const roster = (more: Partial<OpenFile> = {}): OpenFile => memoryFile([memoryTable('學期成績', plain)], { cover, ...more });
const seen = (file: OpenFile, ...systems: string[]) => {
  const { system, tables, clues, problems } = detect(file, registry, { systems });
  return { system, mappings: tables.map(({ mapping }) => mapping?.id ?? null), clues, problems: problems.map(({ code }) => code) };
};

describe('what is said', () => {
  test.each(['shinher', 'yashin', 'juyao', 'chuanyi', 'taipei', 'kaohsiung', 'experimental-education', 'ntut', 'new-taipei', 'ncnu-module'])('makes a plain roster one of %s', (id) => {
    // The last school year in which all of them were there.
    const of110 = seen(roster({ cover: { ...cover, 學年度: '110' } }), id);
    expect(of110).toMatchObject({ system: id, mappings: [`${id}/108-score-regular`], problems: [] });
    expect(of110.clues[0]?.['zh-TW']).toMatch(new RegExp(`^設定的系統是「.+」（${id}）。$`, 'u'));
  });

  test('counts even against the helper columns of another maker', () => {
    const columns = header('ischool/score-regular');
    const vendors = memoryFile([memoryTable('學期成績', columns)], { cover });
    expect([seen(vendors).system, seen(vendors, 'shinher').system]).toEqual(['ischool', 'shinher']);
  });

  test('of several, the one that fits best; of equals, the one named first', () => {
    expect(seen(roster(), 'big5-csv', 'yashin').system).toBe('yashin');
    expect([seen(roster(), 'yashin', 'shinher').system, seen(roster(), 'shinher', 'yashin').system]).toEqual(['yashin', 'shinher']);
    expect([seen(roster(), 'shinher', 'national-roster').system, seen(roster(), 'national-roster', 'shinher').system]).toEqual(['shinher', 'national-roster']);
  });

  test('gives way when the file does not fit, and a clue and a finding say so', () => {
    const night = memoryFile([memoryTable('學期成績', header('national-roster/107-score-regular'))], { cover: { ...cover, 學年度: '107' } });
    for (const [file, id] of [[roster(), 'big5-csv'], [night, 'shinher']] as const) {
      const outcome = seen(file, id);
      expect(outcome).toMatchObject({ system: 'national-roster', problems: ['intake/other-system'] });
      expect(outcome.clues[0]?.['zh-TW']).toMatch(new RegExp(`（${id}）與檔案不合，改依欄名辨認。$`, 'u'));
    }
  });

  test('is no say about the plan a school has filed, which comes from a platform', () => {
    const courses = memoryFile([memoryTable('課程資料', ['實施學年度', '課程類型', '課程代碼', '科目名稱', '授課學期學分節數', '授課學期開課方式', '課程屬性'])], { format: 'json' });
    expect(seen(courses, 'shinher')).toMatchObject({ system: 'course-plan', problems: [] });
    expect(seen(courses, 'shinher').clues).toEqual(seen(courses).clues);
  });

  test('gives way when it would read fewer sheets than another', () => {
    const two = memoryFile([memoryTable('學期成績', plain), memoryTable('實驗教育課程學習成果', header('experimental-education/plan-work'))], { cover });
    expect([seen(two, 'shinher').system, seen(two, 'experimental-education').system]).toEqual(['experimental-education', 'experimental-education']);
  });

  test('says nothing of a file nobody knows', () => {
    expect(seen(memoryFile([memoryTable('工作表1', ['a', 'b', 'c'])]), 'shinher')).toMatchObject({ system: null, mappings: [null] });
  });

  test('a system that is not there is refused, the nearest named', () => {
    const attempt = (id: string): unknown => {
      try {
        return detect(roster(), registry, { systems: [id] });
      } catch (error) {
        return error instanceof Fault ? [error.code, error.params['nearest']] : error;
      }
    };
    expect([attempt('shinhar'), attempt('iSchool'), attempt('kaoshiung')]).toEqual([['adapter/unknown', 'shinher'], ['adapter/unknown', 'ischool'], ['adapter/unknown', 'kaohsiung']]);
  });
});

describe('what points to one of them', () => {
  test.each([
    ['欣河/學生成績名冊.xlsx', 'shinher'], ['114_1_學生成績名冊_亞昕.xlsx', 'yashin'], ['新北市/學生成績名冊.xlsx', 'new-taipei'], ['台北市/學生成績名冊.xlsx', 'taipei'], ['New-Taipei/學生成績名冊.xlsx', 'new-taipei'], ['Taipei/學生成績名冊.xlsx', 'taipei'],
    ['北科/學生成績名冊.xlsx', 'ntut'], ['公版模組.zip!學生成績名冊.xlsx', 'ncnu-module'], ['公版模組/學生成績名冊.xlsx', 'ncnu-module'],
    ['學生成績名冊.xlsx', 'national-roster'], ['學生成績名冊_臺北科技班.xlsx', 'national-roster'], ['高雄中學學生成績名冊.xlsx', 'national-roster'],
  ])('%s is of %s', (file, system) => {
    expect(seen(roster({ file, cover: { ...cover, 學年度: '110' } })).system).toBe(system);
  });

  test('a name is no proof: what was not in use any more is not taken for it', () => {
    expect(seen(roster({ file: '公版模組/學生成績名冊.xlsx' })).system).toBe('national-roster');
  });

  test('a header only one of them has', () => {
    const cadre = header('kaohsiung/cadre-import').map((text) => (text === '學年' ? 'syear' : text));
    expect(seen(memoryFile([memoryTable('工作表1', cadre)])).system).toBe('kaohsiung');
    expect(seen(memoryFile([memoryTable('實驗教育課程學習成果', header('experimental-education/plan-work'))])).system).toBe('experimental-education');
  });
});

test('nothing said and nothing pointing: every sheet they share is the ministry\'s', () => {
  const taken = registry.adapter('national-roster')!.mappings.map((mapping) => {
    const table = memoryTable(mapping.definition.sheets[0]!, printedHeader(mapping));
    return [mapping.id, detect(memoryFile([table]), registry).system];
  });
  expect(taken.filter(([, system]) => sharing.includes(system!))).toEqual([]);
});

test('a school code is read as the system writes it, on covers and in file names', () => {
  const of = (file: Partial<OpenFile>, id: string) => detect(roster(file), registry, { systems: [id] });
  expect(of({ cover: { ...cover, 學校代碼: '990301D' } }, 'kaohsiung').school).toBe('990301');
  expect(of({ cover: { ...cover, 學校代碼: '990301.測試高級中學' } }, 'juyao').school).toBe('990301');
  const byName = of({ file: '990301D_114_1_學生成績名冊.xlsx', cover: {} }, 'kaohsiung');
  expect([byName.school, byName.term]).toEqual(['990301', '114-1']);
  const { 學年度: year, ...rest } = cover;
  expect(of({ cover: { ...rest, syear: year } }, 'kaohsiung').term).toBe('114-1');
  expect(of({ cover: { ...cover, 學校代碼: '990301D' } }, 'shinher').school).toBeNull();
});
