import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/core/finding.ts';
import { renderHtml } from '../../src/report/html.ts';
import { visible } from '../../src/report/html/visible.ts';
import type { CheckReport } from '../../src/report/model.ts';
import { sampleReport } from './sample.ts';

/** The page as a reader of one language sees it: tags gone, the other language gone. */
function words(html: string, lang: 'zh-TW' | 'en'): string {
  const other = lang === 'en' ? 'zh-TW' : 'en';
  return html
    .replace(/<(style|script|head)[ >][\s\S]*?<\/\1>/g, '')
    .replaceAll(new RegExp(`<span lang="${other}">[^<]*</span>`, 'g'), '')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&#34;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** Every text of a report that comes from a file or a configuration, replaced. */
function hostile(text: string): CheckReport {
  const bilingual = { 'zh-TW': text, en: text };
  const sample = sampleReport();
  const rule = sample.rules[0];
  const finding = sample.findings[0];
  if (rule === undefined || finding === undefined) throw new Error('the sample has no findings');
  return {
    ...sample, school: text, schoolName: text, term: text, today: text, version: text,
    rules: [{ ...rule, rule: text }],
    causes: [{ column: text, shape: null, places: [{ file: text, sheet: text, count: 30, total: 30 }], rules: [{ rule: text, severity: rule.severity, count: 30 }], count: 30, total: 30 }],
    changes: { since: { number: 1, today: text, errors: 1, warnings: 1, infos: 1 }, rules: [{ rule: text, came: 1, went: 1 }] },
    duties: { precheck: { term: text, state: 'errors', on: text, errors: 3, window: { from: text, to: text } }, comparison: { term: text, state: 'overdue', due: text, first: text, last: text, differences: 2 } },
    points: [1, 2].map((number) => ({ number, today: text, errors: number, warnings: 0, infos: 0 })),
    waivers: [{ rule: text, reason: text, by: text, expires: text, findings: 1 }],
    approval: { reason: text, by: text, at: text },
    texts: { [text]: { title: bilingual, message: { 'zh-TW': '{value}{a}', en: '{value}{a}' }, why: bilingual, fix: bilingual, source: [text], certainty: text } },
    findings: [{ ...finding, rule: text, file: text, sheet: text, column: text, field: text, value: text, student: text, record: text, params: { a: text } }],
    skipped: [{ rule: text, reason: bilingual }],
    files: [{ file: text, system: text, edition: text, status: 'imported', sheets: [{ sheet: text, rowsRead: 2, imported: 1, rejected: 0 }] }],
    assumptions: [{ id: text, text: bilingual, asOf: text }],
    gate: 'held', holds: [{ type: text, what: 'gone', share: 0.5, threshold: 0.1 }],
    summary: { ...sample.summary, records: { [text]: 3 } },
  };
}

const tags = (html: string): string[] => [...html.matchAll(/<\/?([a-z0-9]+)/gi)].map((match) => match[1] ?? '');

describe('the HTML report', () => {
  test.each(['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "' autofocus onfocus=alert(1) x='", '</style><script>alert(1)</script>', '&lt;script&gt;', '<!--'])('%s is inert wherever it stands', (attack) => {
    expect(tags(renderHtml(hostile(attack), 'zh-TW'))).toEqual(tags(renderHtml(hostile('王'), 'zh-TW')));
  });

  test('no text whatever changes the tags of the page', () => {
    const plain = tags(renderHtml(hostile('x'), 'en'));
    fc.assert(fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }), (text) => {
      expect(tags(renderHtml(hostile(text), 'en'))).toEqual(plain);
    }), { numRuns: 60 });
  });

  test('says the gate in one sentence, with exact numbers and whose move it is', () => {
    const page = renderHtml(sampleReport(), 'zh-TW');
    expect(words(page, 'zh-TW')).toContain('尚不能提交：5 種錯誤共 1,641 筆要先更正。');
    expect(words(page, 'zh-TW')).toContain('輪到學校：');
    expect(words(page, 'en')).toContain('Cannot be submitted yet: 5 kinds of error, 1,641 findings in all, must be corrected first.');
  });

  test.each([
    ['open', { errors: 0, warnings: 0 }, '可以提交，沒有需要更正的地方。'],
    ['open', { errors: 0, warnings: 7 }, '可以提交；另有 7 筆提醒，建議提交前先看過。'],
    ['shut', { errors: 0, warnings: 0 }, '尚不能提交：檢核沒有完成。'],
    ['held', { errors: 0, warnings: 0 }, '暫停提交，等待核可：「修課紀錄」有 82% 的學生資料與上次提交不同，超過 75% 的門檻。'],
  ] as const)('gate %s with %o', (gate, counts, sentence) => {
    const sample = sampleReport({ gate, holds: [{ type: 'courseRecord', what: 'updated', share: 0.829, threshold: 0.75 }] });
    expect(words(renderHtml({ ...sample, summary: { ...sample.summary, ...counts } }, 'zh-TW'), 'zh-TW')).toContain(sentence);
  });

  test('gives exact counts and says how many rows are listed', () => {
    const text = words(renderHtml(sampleReport(), 'zh-TW'), 'zh-TW');
    expect(text).toContain('顯示前 50 筆，共 1,498 筆');
    expect(text).toContain('顯示全部 41 筆');
    expect(text.match(/2008\/\*\*\/\*\*/g)).toHaveLength(100);
  });

  test('a rule found with two severities has a line and samples for each', () => {
    const [rule] = sampleReport().rules;
    const [finding] = sampleReport().findings;
    if (rule === undefined || finding === undefined) throw new Error('the sample has no findings');
    const rules = [{ ...rule, count: 1 }, { ...rule, severity: 'info' as const, count: 2 }];
    const findings = [{ ...finding, row: 7001 }, { ...finding, severity: 'info' as const, row: 7002 }, { ...finding, severity: 'info' as const, row: 7003 }];
    const text = words(renderHtml(sampleReport({ rules, findings }), 'zh-TW'), 'zh-TW');
    expect([...text.matchAll(/顯示全部 (\d+) 筆|700\d/g)].map(([match]) => match)).toEqual(['顯示全部 1 筆', '7001', '顯示全部 2 筆', '7002', '7003']);
  });

  test('a column wrong nearly everywhere is one headline', () => {
    const text = words(renderHtml(sampleReport(), 'zh-TW'), 'zh-TW');
    expect(text.match(/「出生日期」1,500 列中有 1,498 列是西元日期/g)).toHaveLength(2);
    expect(text).toContain('學生資料 1,498／1,500');
    expect(text.match(/同一個原因，不必逐列改/g)).toHaveLength(2);
  });

  test('shows what cannot be seen', () => {
    expect(visible('林\ue004○\u200b\u202e', 80)).toBe('林[U+E004]○[U+200B][U+202E]');
    expect(words(renderHtml(sampleReport(), 'zh-TW'), 'zh-TW')).toContain('「林[U+E004]○」含造字');
  });

  test('lists what came and what went, and how the checks went, to see and to read', () => {
    const page = renderHtml(sampleReport(), 'zh-TW');
    const text = words(page, 'zh-TW');
    expect(text).toContain('上次檢核基準日為民國 115 年 2 月 9 日；之後新出現 3 筆、已消失 64 筆。');
    expect(text).toContain('共 5 次：民國 115 年 2 月 6 日有錯誤 2,044 筆，民國 115 年 2 月 10 日有 1,641 筆。');
    expect(page).toContain('<svg class="chart"');
    const first = renderHtml(sampleReport({ changes: null, points: sampleReport().points.slice(-1) }), 'zh-TW');
    expect(first).not.toContain('id="changes"');
    expect(words(renderHtml(sampleReport({ changes: { since: sampleReport().points[0]!, rules: [] } }), 'en'), 'en')).toContain('Nothing came and nothing went since.');
  });

  test('every finding with a place has the command that explains it', () => {
    const text = words(renderHtml(sampleReport(), 'zh-TW'), 'zh-TW');
    expect(text).toMatch(/licheng explain [0-9a-f]{32}:\d+:\d+ birthDate --school 193301/);
    const [finding] = sampleReport().findings;
    const hostileField = renderHtml(sampleReport({ findings: [{ ...finding!, field: 'extra.$(reboot)' }] }), 'zh-TW');
    expect(hostileField).not.toContain('$(reboot)');
  });

  test('says who let a held submission go, or how to', () => {
    const approval = { reason: '減班', by: '王督導', at: '2026-02-10T01:00:00Z' };
    expect(words(renderHtml(sampleReport({ gate: 'open', approval }), 'zh-TW'), 'zh-TW')).toContain('內容變動已由王督導核可，理由：減班');
    expect(words(renderHtml(sampleReport({ gate: 'held' }), 'zh-TW'), 'zh-TW')).toContain('licheng approve --school 193301 --term 114-1 --reason "…"');
  });

  test('says why checks were not run once a reason, the reason of most first', () => {
    const reason = (text: string) => ({ 'zh-TW': text, en: text });
    const skipped = [{ rule: 'a/only', reason: reason('one') }, ...Array.from({ length: 40 }, (_, at) => ({ rule: `b/rule-${at}`, reason: reason('many') }))];
    const page = renderHtml(sampleReport({ skipped }), 'en');
    const part = page.slice(page.indexOf('id="skipped"'), page.indexOf('id="assumptions"'));
    expect(part.match(/<tr><th scope="row">/g)).toHaveLength(2);
    expect(words(part, 'en')).toMatch(/many\s.*b\/rule-39\s*40\s*one\s*a\/only\s*1/s);
  });

  test('names the decisions that let findings pass', () => {
    expect(words(renderHtml(sampleReport(), 'zh-TW'), 'zh-TW')).toContain('單位名稱沿用學生會舊名，經學校確認');
    expect(renderHtml(sampleReport({ waivers: [] }), 'zh-TW')).not.toContain('id="waivers"');
  });

  test('a report with nothing in it is still a whole page', () => {
    const summary = { errors: 0, warnings: 0, infos: 0, students: 0, records: {} };
    const text = words(renderHtml(sampleReport({ gate: 'open', summary, rules: [], causes: [], changes: null, points: [], waivers: [], findings: [], files: [], skipped: [], assumptions: [], quarantined: 0, schoolName: null }), 'en'), 'en');
    expect(text).toContain('Ready to submit; nothing needs correcting.');
    expect(text).toContain('No file was taken in.');
  });

  test('rows that do not add up are named', () => {
    const files = [{ file: 'a.xlsx', system: null, edition: null, status: 'imported' as const, sheets: [{ sheet: 'S', rowsRead: 10, imported: 8, rejected: 1 }] }];
    expect(words(renderHtml(sampleReport({ files }), 'en'), 'en')).toContain('The numbers do not add up');
  });

  test('stays under 5 MB with 100,000 findings in 120 rules, every text long and in need of escaping', () => {
    const long = '&"<王>'.repeat(250);
    const texts = { title: { 'zh-TW': '題', en: 't' }, message: { 'zh-TW': '{a} {b} {value}', en: '{a} {b} {value}' }, why: { 'zh-TW': '因', en: 'w' }, fix: { 'zh-TW': '改', en: 'f' }, source: [], certainty: 'A' };
    const ids = Array.from({ length: 120 }, (_, index) => `area/rule-${index}`);
    const findings: Finding[] = Array.from({ length: 100_000 }, (_, index) => ({
      rule: ids[index % 120] ?? '', severity: 'error', params: { a: long, b: long }, file: `${index % 7} ${long}`, sheet: long, row: index, column: long, value: long, student: long, record: long,
    }));
    const files = Array.from({ length: 2000 }, (_, index) => ({ file: `${index} ${long}`, system: long, edition: long, status: 'imported' as const, sheets: [{ sheet: long, rowsRead: 1, imported: 1, rejected: 0 }] }));
    const page = renderHtml(sampleReport({ rules: ids.map((rule) => ({ rule, severity: 'error', count: 834, students: 9 })), causes: [], texts: Object.fromEntries(ids.map((id) => [id, texts])), findings, files }), 'zh-TW');
    expect(Buffer.byteLength(page)).toBeLessThan(5_000_000);
    expect(words(page, 'en')).toContain('1,600 more sheets');
  });
});
