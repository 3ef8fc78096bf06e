import { describe, expect, test } from 'vitest';
import { migrationResult, renderMigrationHtml, renderMigrationJson } from '../../src/report/migration.ts';
import type { MigrationReport } from '../../src/report/migration-model.ts';

const report: MigrationReport = {
  school: '990301', today: '2026-02-10', version: '0.1.0', terms: ['113-2', '114-1'], coined: 3,
  remarks: [{ code: 'mapping/lost-zero', title: { 'zh-TW': '前面的 0 不見了', en: 'A leading zero was lost' }, count: 2 }],
  from: { id: 'a', name: { 'zh-TW': '甲<系統>', en: 'System A' } }, to: { id: 'b', name: { 'zh-TW': '乙系統', en: 'System B' }, editions: ['108'] },
  types: [
    { type: 'student', read: 1200, written: 1198, notHeld: 1, notRead: 1 },
    { type: 'performance', read: 5, written: 0, notHeld: 5, notRead: 0 },
    { type: 'unmapped', read: 2, written: 0, notHeld: 0, notRead: 2 },
  ],
  loss: [
    { type: 'student', kind: null, field: 'name', reason: 'character', count: 1, example: '堃 U+5803' },
    { type: 'student', kind: null, field: 'extra.<img src=x onerror=alert(1)>', reason: 'no-column', count: 7, example: '(3 字)' },
    { type: 'performance', kind: 'precollege', field: null, reason: 'no-sheet', count: 5, example: null },
  ],
  changed: [{ type: 'courseWork', kind: 'regular', field: 'documentLink', count: 2 }],
  defaulted: [{ type: 'student', kind: null, field: 'division', count: 4, example: 'day' }],
  files: [{ file: '學生資料.csv', rows: 1198, recognised: false }],
  refused: [{ file: 'x"><script>.xlsx', code: 'migrate/other-system', message: { 'zh-TW': '檔案是另一個系統的。', en: 'The file is of another system.' } }],
};

describe('the page', () => {
  const html = renderMigrationHtml(report, 'zh-TW');

  test('says each loss in both languages, with its count', () => {
    for (const text of ['甲&lt;系統&gt;', 'System A', '多元表現', '大學及技專校院先修課程', '目標系統沒有這一類的分頁', 'the target has no sheet for this kind', '堃 U+5803', '部別', '1,198', '認不出的工作表', '造字', '前面的 0 不見了']) expect(html).toContain(text);
  });

  test('lets nothing of the data become markup', () => {
    expect(html).not.toContain('<img');
    expect(html.match(/<script>/g)).toHaveLength(1);
  });

  test('says plainly when nothing is lost, and when nothing came over', () => {
    const clean = { ...report, loss: [], refused: [], coined: 0, types: [{ type: 'student', read: 1, written: 1, notHeld: 0, notRead: 0 }] };
    expect(renderMigrationHtml(clean, 'en')).toContain('Everything was converted');
    expect(renderMigrationHtml({ ...clean, types: [], files: [], terms: [] }, 'en')).toContain('Nothing was converted');
  });
});

test('counts for machines add up', () => {
  const { in: read, out, rejected, status } = migrationResult(report);
  expect({ read, out, rejected, status }).toEqual({ read: { student: 1200, performance: 5, unmapped: 2 }, out: { student: 1198, performance: 0, unmapped: 0 }, rejected: 9, status: 'loss' });
  expect(JSON.parse(renderMigrationJson(report))).toMatchObject({ status: 'loss', rejected: 9, loss: report.loss, reasons: { 'no-sheet': { en: 'the target has no sheet for this kind' } } });
});
