import { describe, expect, test } from 'vitest';
import * as labels from '../../src/report/labels.ts';
import { comparisonTexts } from '../../src/report/texts/comparison.ts';
import { ALL_DIFFERENCES, DIFFERENCES, differenceWords, ORIGINS } from '../../src/report/texts/differences.ts';
import { COMPARISON_DUTIES, dutyTexts, PRECHECK_DUTIES } from '../../src/report/texts/duties.ts';
import { districtTexts } from '../../src/report/texts/district.ts';
import { gateTexts } from '../../src/report/texts/gate.ts';
import { pageTexts } from '../../src/report/texts/page.ts';
import { reportTexts } from '../../src/report/texts/report.ts';
import { count, grouped, percent, say } from '../../src/report/words.ts';

/** Every text below a value, with its path. */
function textsBelow(value: unknown, path: string): { path: string; zh: string; en: string }[] {
  if (value === null || typeof value !== 'object') return [];
  if ('zh-TW' in value && 'en' in value) return [{ path, zh: String(value['zh-TW']), en: String(value.en) }];
  return Object.entries(value).flatMap(([key, below]) => textsBelow(below, `${path}.${key}`));
}

const { SEVERITIES, STATUSES, FILE_STATUSES, MOVERS } = labels;
const differences = Object.fromEntries(ALL_DIFFERENCES.map(([kind, reason]) => [`${kind} ${reason}`, differenceWords(kind, reason)]));
const all = textsBelow({ COMPARISON_DUTIES, PRECHECK_DUTIES, dutyTexts, comparisonTexts, DIFFERENCES, ORIGINS, differences, districtTexts, gateTexts, pageTexts, reportTexts, SEVERITIES, STATUSES, FILE_STATUSES, MOVERS }, 'texts');
const slots = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort();

describe('texts', () => {
  test('there are texts, and each is there in both languages', () => {
    expect(all.length).toBeGreaterThan(80);
    expect(all.filter(({ zh, en }) => zh.trim() === '' || en.trim() === '').map(({ path }) => path)).toEqual([]);
  });

  test('English holds no Chinese, and Chinese is not English', () => {
    expect(all.filter(({ en }) => /[\u3000-\u9fff\uff00-\uffef]/.test(en)).map(({ path }) => path)).toEqual([]);
    expect(all.filter(({ zh }) => !/[\u4e00-\u9fff]/.test(zh.replace(/\{\w+\}/g, '字'))).map(({ path }) => path)).toEqual([]);
  });

  test('both languages take the same parameters', () => {
    expect(all.filter(({ zh, en }) => slots(zh).join() !== slots(en).join()).map(({ path }) => path)).toEqual([]);
  });
});

describe('words', () => {
  test('record types are named, unknown ones by their identifier', () => {
    expect(labels.recordLabel('courseRecord')).toEqual({ 'zh-TW': '修課紀錄', en: 'Course records' });
    expect(labels.recordLabel('nightReexam')['zh-TW']).toBe('進修部補考');
    expect(labels.recordLabel('constructor')).toEqual({ 'zh-TW': 'constructor', en: 'constructor' });
    expect(['performance', 'zzz', 'student', 'aaa'].sort(labels.byRecordType)).toEqual(['student', 'performance', 'aaa', 'zzz']);
  });

  test('terms and days read as a school says them', () => {
    expect(labels.termLabel('114-1')['zh-TW']).toBe('114 學年度第 1 學期');
    expect(labels.termLabel('114-0')['zh-TW']).toBe('114 學年度（全學年）');
    expect(labels.termLabel('?').en).toBe('?');
    expect(labels.dayLabel('2026-02-10')['zh-TW']).toBe('民國 115 年 2 月 10 日');
    expect(labels.dayLabel('soon').en).toBe('soon');
  });

  test('numbers are grouped and shares never rounded up', () => {
    expect([0, 999, 1000, 1_234_567].map(grouped)).toEqual(['0', '999', '1,000', '1,234,567']);
    expect([0.829, 0.75, 1, 0.0999].map(percent)).toEqual(['82%', '75%', '100%', '9%']);
    expect([count(1, 'finding').en, count(2, 'finding').en, count(2, 'finding')['zh-TW']]).toEqual(['1 finding', '2 findings', '2 筆']);
  });

  test('a missing parameter shows instead of vanishing', () => {
    expect(say({ 'zh-TW': '{a}{b}', en: '{b}' }, { a: { 'zh-TW': '甲', en: 'A' } })).toEqual({ 'zh-TW': '甲{b}', en: '{b}' });
  });
});
