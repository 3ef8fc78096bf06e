import { describe, expect, test } from 'vitest';
import { parseFileName } from '../../src/adapters/file-name.ts';

const nothing = { school: null, term: null, roster: null, sheet: null, rosterType: null };

describe('parseFileName', () => {
  test.each<[string, Partial<ReturnType<typeof parseFileName>>]>([
    ['114_1_學生成績名冊_學期成績.csv', { term: '114-1', roster: '學生成績名冊', sheet: '學期成績' }],
    ['108_0_進修部(學校)學生課程學習成果名冊_借讀課程學習成果.csv', { term: '108-0', roster: '進修部(學校)學生課程學習成果名冊', sheet: '借讀課程學習成果' }],
    ['108_1_學生資料名冊_學生資料_de.csv', { term: '108-1', roster: '學生資料名冊', sheet: '學生資料' }],
    ['011301_114_1_學生成績名冊.xlsx', { school: '011301', term: '114-1', roster: '學生成績名冊' }],
    ['01F301_114_2_學生成績名冊_學期成績.CSV', { school: '01F301', term: '114-2', roster: '學生成績名冊', sheet: '學期成績' }],
    ['01_學業表現上傳資料__3_學生成績名冊.xlsx', { roster: '學生成績名冊' }],
    ['4_學生重修重讀成績名冊.xlsx', { roster: '學生重修重讀成績名冊' }],
    ['第一梯次學生課程學習成果名冊.xlsx', { roster: '學生課程學習成果名冊' }],
    ['011301_114_1_24_20250901_10_20_30.xlsx', { school: '011301', term: '114-1', rosterType: '24' }],
    ['114_1_課程代碼原始資料.xlsx', { term: '114-1', sheet: '課程代碼原始資料' }],
    ['學期成績.csv', { sheet: '學期成績' }],
    ['drop.zip!inner/114_2_校內幹部經歷名冊_幹部經歷紀錄.csv', { term: '114-2', roster: '校內幹部經歷名冊', sheet: '幹部經歷紀錄' }],
    ['114_3_學生成績名冊.xlsx', { roster: '學生成績名冊' }],
    ['', {}],
  ])('%s', (file, expected) => {
    expect(parseFileName(file)).toEqual({ ...nothing, ...expected });
  });
});
