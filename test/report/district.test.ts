import { describe, expect, test } from 'vitest';
import { renderDistrictHtml, renderDistrictJson } from '../../src/report/district.ts';
import { relativeHref } from '../../src/report/html/href.ts';
import { districtTrend } from '../../src/report/totals.ts';
import { sampleDistrict } from './sample.ts';

const codes = (html: string): string[] => [...html.matchAll(/<span class="fine">(\w{6})<\/span>/g)].map((match) => match[1] ?? '');
const WORST_FIRST = ['193307', '193301', '193306', '19330A', '193304', '193302', '193308', '193303', '193309', '193305', '193310'];

describe('the district report', () => {
  test('has one line a school, worst first, in both forms', () => {
    const json = JSON.parse(renderDistrictJson(sampleDistrict(), 'zh-TW')) as { schools: { school: string }[] };
    expect(json.schools.map(({ school }) => school)).toEqual(WORST_FIRST);
    expect(codes(renderDistrictHtml(sampleDistrict(), 'zh-TW'))).toEqual(WORST_FIRST);
  });

  test('sums over all schools', () => {
    const { totals } = JSON.parse(renderDistrictJson(sampleDistrict(), 'en')) as { totals: unknown };
    expect(totals).toEqual({
      schools: 11, statuses: { fault: 1, shut: 3, held: 1, packed: 3, imported: 1, unchanged: 2 },
      imported: 158_402, rejected: 243, errors: 1658, warnings: 76, packages: 3,
    });
  });

  test('says how many schools need somebody and whose move it is', () => {
    const html = renderDistrictHtml(sampleDistrict(), 'zh-TW');
    expect(html).toContain('11 所學校中有 5 所要處理：執行失敗 1 所、待更正 3 所、待核可 1 所。');
    expect(html).toContain('輪到：學校 2 所、資訊中心 1 所、廠商 1 所、系統維運人員 1 所。');
    const clean = sampleDistrict().schools.filter(({ status }) => status === 'packed');
    expect(renderDistrictHtml(sampleDistrict({ schools: clean }), 'zh-TW')).toContain('3 所學校都沒有要處理的事。');
    expect(renderDistrictHtml(sampleDistrict({ schools: [] }), 'en')).toContain('This run had no schools.');
  });

  test('says nothing about the data of a school whose run failed', () => {
    const [line] = sampleDistrict().schools;
    if (line === undefined) throw new Error('the sample has no schools');
    const row = /<tbody>.*<\/tbody>/s.exec(renderDistrictHtml(sampleDistrict({ schools: [{ ...line, status: 'fault', errors: 98_765 }] }), 'en'))?.[0];
    expect(row).toContain('–');
    expect(row).not.toContain('98,765');
  });

  test('has the columns of other parts, a blank where a school has nothing to say', () => {
    const html = renderDistrictHtml(sampleDistrict(), 'zh-TW');
    expect(html.match(/<td class="more"/g)).toHaveLength(22);
    expect(html.match(/115-03-06/g)).toHaveLength(1);
    expect(html).toContain('data-order="2026-03-06"');
    expect(renderDistrictHtml(sampleDistrict({ columns: [] }), 'zh-TW')).not.toContain('class="more"');
    const unused = renderDistrictHtml(sampleDistrict({ schools: sampleDistrict().schools.filter(({ status }) => status !== 'held') }), 'zh-TW');
    expect([unused.includes('先處理'), unused.includes('下一個期限')]).toEqual([true, false]);
  });

  test('draws how the errors of all schools went, each counted from its first check on with what the last one found', () => {
    const [line] = sampleDistrict().schools;
    const trend = (...points: [string, number][]) => points.map(([today, errors]) => ({ today, errors, warnings: 1 }));
    const report = sampleDistrict({ schools: [
      { ...line!, school: '193301', trend: trend(['2026-02-06', 9], ['2026-02-08', 0]) },
      { ...line!, school: '193302', trend: trend(['2026-02-07', 5]) },
      { ...line!, school: '193303', trend: [] },
    ] });
    expect(districtTrend(report)).toEqual([{ today: '2026-02-06', errors: 9, warnings: 1 }, { today: '2026-02-07', errors: 14, warnings: 2 }, { today: '2026-02-08', errors: 5, warnings: 2 }]);
    expect(renderDistrictHtml(report, 'en')).toContain('3 days: 9 errors at all schools on');
    expect(renderDistrictHtml(sampleDistrict({ schools: report.schools.slice(1) }), 'zh-TW')).not.toContain('<svg class="chart"');
  });

  test('shows how errors went as a line, and says the numbers to whoever sees none', () => {
    const html = renderDistrictHtml(sampleDistrict(), 'zh-TW');
    expect(html).toContain('歷次錯誤數，由舊到新：14,769, 6,564, 9,846, 1,641');
    expect(html.match(/<svg class="spark error"/g)).toHaveLength(3);
    const [line] = sampleDistrict().schools;
    expect(renderDistrictHtml(sampleDistrict({ schools: [{ ...line!, trend: [{ today: '2026-02-10', errors: 4, warnings: 0 }] }] }), 'zh-TW')).not.toContain('<svg class="spark');
  });

  test('links lead to a relative path and nowhere else', () => {
    expect(relativeHref('193301/reports/114-1 甲.html')).toBe('193301/reports/114-1%20%E7%94%B2.html');
    expect(relativeHref('..\\193301\\r.html')).toBe('../193301/r.html');
    expect(['', '/etc/passwd', '//host/x', '\\\\host\\x', 'C:\\x', 'javascript:alert(1)', 'https://example.org', 'java\tscript:x'].map(relativeHref)).toEqual(Array(8).fill(null));
  });

  test('a name that is markup stays text', () => {
    const [line] = sampleDistrict().schools;
    if (line === undefined) throw new Error('the sample has no schools');
    const html = renderDistrictHtml(sampleDistrict({ run: '<b>', schools: [{ ...line, name: '<img src=x>', school: '"><u>', packages: ['<i>'], report: 'javascript:alert(1)' }] }), 'zh-TW');
    expect(html).not.toMatch(/<img|<u>|<i>|<b>&|javascript:/);
  });
});
