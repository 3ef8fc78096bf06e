import { describe, expect, test } from 'vitest';
import { batchOfGroup, batchOfName, kindOfFile, lineId, lineNamed, lineTitle, sheetOfTitle, termOfKind } from '../../src/receipts/kinds.ts';
import { KINDS, planOf } from './support.ts';

const kind = (title: string) => kindOfFile(KINDS, title)!;

describe('kinds', () => {
  test('every sheet is one of the rosters\' own, with a key of its own fields', () => {
    for (const { title, sheets } of KINDS.kinds) {
      for (const { titles, key } of sheets) {
        const { mapping } = planOf(title, titles[0]!);
        expect(mapping.columns.map(({ to }) => to)).toEqual(expect.arrayContaining([...key]));
      }
    }
  });

  test('a batch is told by a name or by the list of roster types', () => {
    expect(['第一梯次課程學習成果.json', '114_0_第2梯次_多元表現', '多元表現', '第三梯次'].map(batchOfName)).toEqual(['1', '2', '', '']);
    expect(['work-day-batch1', 'cadre-batch2', 'cadre', undefined].map(batchOfGroup)).toEqual(['1', '2', '', '']);
  });

  test('a line is called by its id or as it is shown', () => {
    const works = kind('課程學習成果');
    for (const batch of ['', '1', '2'] as const) {
      expect(lineNamed(KINDS, lineId(works, batch))).toEqual({ kind: works, batch });
      expect(lineNamed(KINDS, lineTitle(works, batch)['zh-TW'])).toEqual({ kind: works, batch });
    }
    expect(lineNamed(KINDS, '第二梯次課程學習成果')).toEqual({ kind: works, batch: '2' });
    expect(lineNamed(KINDS, '成績')).toBeNull();
  });

  test('yearly kinds belong to the whole year, whichever term they come with', () => {
    expect([termOfKind(kind('課程學習成果'), '114-2'), termOfKind(kind('修課紀錄'), '114-2'), termOfKind(kind('多元表現'), '114-0')]).toEqual(['114-0', '114-2', '114-0']);
  });

  test('a sheet is known in its years only', () => {
    expect([sheetOfTitle(kind('修課紀錄'), '學期成績', 107), sheetOfTitle(kind('修課紀錄'), '學期成績', 120)?.sheet, sheetOfTitle(kind('修課紀錄'), '借讀成績', 114)]).toEqual([null, '學期成績', null]);
  });
});
