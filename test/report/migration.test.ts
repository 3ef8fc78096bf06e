import { describe, expect, test } from 'vitest';
import { migrationResult, renderMigrationHtml, renderMigrationJson } from '../../src/report/migration.ts';
import { sampleMigration as report } from './migration-sample.ts';

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
