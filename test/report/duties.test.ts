/** What a school must be able to show, in one sentence each. */
import { describe, expect, test } from 'vitest';
import { comparisonNote, comparisonSentence, precheckNote, precheckSentence } from '../../src/report/duties.ts';
import { COMPARISON_STATES, type ComparisonDuty, PRECHECK_STATES, type PrecheckDuty } from '../../src/report/duties-model.ts';
import { renderHtml } from '../../src/report/html.ts';
import { sampleReport } from './sample.ts';

const comparison = (changed: Partial<ComparisonDuty>): string => comparisonSentence({ term: '114-1', state: 'clean', due: '2025-09-29', first: '2025-09-12', last: '2025-10-02', differences: 0, ...changed })['zh-TW'];
const precheck = (changed: Partial<PrecheckDuty>): string => precheckSentence({ term: '114-1', state: 'clean', on: '2025-10-02', errors: 0, window: { from: '2025-10-01', to: '2025-10-15' }, ...changed })['zh-TW'];

describe('in words', () => {
  test('a comparison', () => {
    expect(COMPARISON_STATES.map((state) => comparison({ state, differences: 3 }))).toEqual([
      '114-1 課程代碼比對逾期（2025-09-29 前應完成第 1 次）', '114-1 課程代碼比對 2025-10-02 有 3 項不符', '114-1 課程計畫在 2025-10-02 比對後已修正，要再比對一次',
      '114-1 尚未比對課程代碼，2025-09-29 前完成第 1 次', '114-1 沒有課程計畫可以比對課程代碼', '114-1 課程代碼比對於 2025-10-02 正確無誤',
    ]);
    expect(comparison({ state: 'never', due: null })).toContain('不知期限');
  });

  test('a pre-check, with its window', () => {
    expect(PRECHECK_STATES.map((state) => precheck({ state, errors: 4 }).split('；')[0])).toEqual([
      '114-1 預檢檢查於 2025-10-02 有 4 個錯誤', '114-1 在 2025-10-02 檢查之後資料已更新，要再檢查一次', '114-1 尚未檢查', '114-1 預檢檢查於 2025-10-02 無錯誤',
    ]);
    expect(precheck({})).toContain('；國教署預檢期間 2025-10-01 至 2025-10-15');
    expect(precheck({ window: null })).toContain('；行事曆沒有預檢期間');
  });
});

test('in a narrow column', () => {
  const duty = { term: '114-1', due: '2025-09-29', first: null, last: '2025-10-02', differences: 3 };
  expect(COMPARISON_STATES.map((state) => comparisonNote({ ...duty, state })['zh-TW'])).toEqual(['114-1 期限 2025-09-29', '114-1 3 項', '114-1 2025-10-02', '114-1 期限 2025-09-29', '114-1 期限 2025-09-29', '114-1 2025-10-02']);
  expect(comparisonNote({ ...duty, state: 'never', due: null }).en).toBe('114-1');
  const check = { term: '114-1', on: '2025-10-02', errors: 3, window: { from: '2025-10-01', to: '2025-10-15' } };
  expect(PRECHECK_STATES.map((state) => precheckNote({ ...check, state })['zh-TW'])).toEqual(['114-1 預檢至 2025-10-15', '114-1 2025-10-02', '114-1 預檢至 2025-10-15', '114-1 2025-10-02']);
  expect(precheckNote({ ...check, state: 'never', on: null, window: null }).en).toBe('114-1');
});

test('the school\'s report says both, and nothing where nothing is known', () => {
  const html = renderHtml(sampleReport(), 'zh-TW');
  for (const text of ['學校應辦事項', '114-1 預檢檢查於 2026-02-10 有 1,641 個錯誤', '114-1 課程代碼比對於 2025-10-02 正確無誤']) expect(html).toContain(text);
  expect(renderHtml(sampleReport({ duties: null }), 'zh-TW')).not.toContain('學校應辦事項');
});
