import { describe, expect, test } from 'vitest';
import { jsonReport, renderJson } from '../../src/report/json.ts';
import { RULES, sampleReport } from './sample.ts';

describe('the JSON report', () => {
  test('has the keys of the contract, in order and of the right kind', () => {
    const read = JSON.parse(renderJson(sampleReport(), 'zh-TW')) as Record<string, unknown>;
    expect(Object.keys(read).slice(0, 6)).toEqual(['school', 'term', 'gate', 'summary', 'rules', 'findings']);
    expect(read).toMatchObject({
      school: '193301', term: '114-1', gate: 'shut',
      summary: { errors: 1641, warnings: 50, infos: 4, records: { student: 1500, courseRecord: 24_310 } },
    });
    expect(Object.keys((read['rules'] as object[])[0] ?? {}).slice(0, 3)).toEqual(['rule', 'severity', 'count']);
    expect(Object.keys((read['findings'] as object[])[0] ?? {}).slice(0, 10))
      .toEqual(['rule', 'severity', 'message', 'fix', 'file', 'sheet', 'row', 'column', 'value', 'student']);
  });

  test('counts are exact while findings are samples', () => {
    const { rules, findings } = jsonReport(sampleReport(), 'en');
    expect(new Map(rules.map(({ rule, count }) => [rule, count]))).toEqual(new Map(RULES.map(({ id, count }) => [id, count])));
    expect(findings.filter(({ rule }) => rule === 'student/birth-date-exists')).toHaveLength(100);
  });

  test('says the causes in words, what came and went, and what each finding is explained by', () => {
    const { causes, changes, waivers, findings } = jsonReport(sampleReport(), 'en');
    expect(causes).toMatchObject([{ headline: '"出生日期": dates in the Gregorian calendar in 1,498 of 1,500 rows', rules: [{ rule: 'student/birth-date-exists', count: 1498 }] }]);
    expect(changes?.rules).toContainEqual({ rule: 'student/id-checksum', came: 1, went: 3 });
    expect(waivers).toMatchObject([{ rule: 'cadre/unit-spelling', findings: 4 }]);
    expect(findings.find(({ rule }) => rule === 'student/birth-date-exists')?.field).toBe('birthDate');
  });

  test('messages are in the language asked for, filled from params, value and place', () => {
    const messages = (lang: 'zh-TW' | 'en'): (string | undefined)[] => {
      const { findings } = jsonReport(sampleReport(), lang);
      return ['course/code-in-plan', 'csv/undecodable'].map((id) => findings.find(({ rule }) => rule === id)?.message);
    };
    expect(messages('zh-TW')).toEqual(['課程代碼「113193301H11101A1010100」在 113 學年度入學的課程計畫中找不到。', '第 15 列有 2 個位元組不是 Big5 文字，這一列沒有匯入。']);
    expect(messages('en')).toEqual(['The course code "113193301H11101A1010100" is not in the course plan of students who entered in 113.', 'Row 15 has 2 bytes that are not Big5 text; the row was not imported.']);
  });

  test('a parameter that looks like a template is not filled again', () => {
    const [first] = sampleReport().findings;
    const report = sampleReport({ findings: first === undefined ? [] : [{ ...first, value: '{row}$&' }] });
    expect(jsonReport(report, 'en').findings[0]?.message).toBe('The birth date "{row}$&" is not seven digits of an ROC year.');
  });

  test('a finding whose rule has no words still says which rule', () => {
    const [finding] = jsonReport(sampleReport({ texts: {} }), 'en').findings;
    expect(finding).toMatchObject({ rule: 'student/birth-date-exists', message: 'student/birth-date-exists', fix: '' });
  });
});
