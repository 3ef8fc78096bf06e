import { describe, expect, test } from 'vitest';
import { samplesOf, shapeOf } from '../../../src/adapters/infer/sample.ts';
import { likeness, names } from '../../../src/adapters/infer/similar.ts';

const nameOf = names();
const score = (header: string, known: string): number => likeness(nameOf(header), nameOf(known))?.score ?? 0;

describe('likeness', () => {
  test.each([
    ['學 年 度', '學年度'], ['課程代碼（23碼）', '課程代碼'], ['身份證統一編號', '身分證號'], ['學生姓名', '姓名'], ['出生年月日', '出生日期'], ['學分數', '學分'],
  ])('%s is %s', (header, known) => expect(score(header, known)).toBeGreaterThanOrEqual(0.9));

  test.each([['備註', '備註(資料當學期班級)'], ['座號', '學號'], ['電話', '姓名'], ['', '姓名'], ['學期'.repeat(40), '學期']])('%s is not %s', (header, known) => expect(score(header, known)).toBeLessThan(0.5));

  test('the nearer the surer, and the same is sure', () => {
    const scores = ['學期成績', '學期 成績', '學期總成績', '總成績單'].map((header) => score(header, '學期成績'));
    expect(scores[0]).toBe(1);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  });
});

describe('shapes', () => {
  test.each([['A110070131', 'A999999999'], ['97/01/15', '99/99/99'], ['王小明', '字字字'], ['男', '男'], ['\ue000明', '字字'], ['85.5', '99.9']])('%s is shown as %s', (text, shape) => expect(shapeOf(text)).toBe(shape));

  test('the most frequent come first, and there are few of them', () => {
    expect(samplesOf(['12', '3456', '78', 'ab', 'x-y', '90'])).toEqual(['99', '9999', 'AA']);
  });
});
