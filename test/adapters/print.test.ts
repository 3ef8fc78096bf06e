import { describe, expect, test } from 'vitest';
import { printTable, writerFor } from '../../src/adapters/print.ts';
import { loadRegistry } from '../../src/adapters/registry.ts';
import type { CanonicalRecord } from '../../src/core/record.ts';

const registry = await loadRegistry();
const national = registry.adapter('national-roster')!;
const record = (more: Partial<CanonicalRecord>): CanonicalRecord => ({ type: 'courseRecord', school: '990301', term: '114-1', source: { input: 'i', table: 0, row: 2 }, ...more });

describe('printTable', () => {
  const mapping = registry.mapping('national-roster/cadre')!;
  const records = [
    record({ type: 'cadre', idNumber: 'A123456789', birthDate: '2008-03-15', unit: '學生會', startDate: '2025-08-01', endDate: null, role: '會長', level: '1', extra: { 備註: '甲' } }),
    record({ type: 'cadre', idNumber: 'A123456789', birthDate: '2008-03-15', unit: '一忠', startDate: '2025-09-01', level: '2', extra: { 導師: '林' } }),
  ];

  test('writes the roster\'s header and nothing a submission must not have', () => {
    expect(printTable(mapping, records)).toEqual({
      header: ['身分證號', '出生日期', '單位名稱', '開始日期', '結束日期', '擔任職務', '幹部等級'],
      rows: [['A123456789', '0970315', '學生會', '1140801', '-1', '會長', '1'], ['A123456789', '0970315', '一忠', '1140901', '', '', '2']],
    });
  });

  test('writes kept columns back when the file goes where it came from', () => {
    const { header, rows } = printTable(mapping, records, { extra: true });
    expect([header.slice(-2), ...rows.map((row) => row.slice(-2))]).toEqual([['備註', '導師'], ['甲', ''], ['', '林']]);
  });
});

describe('writerFor', () => {
  test.each<[string, Partial<CanonicalRecord>, string, string | null]>([
    ['by kind', { kind: 'makeup', division: 'day' }, '108', 'national-roster/108-score-makeup'],
    ['by kind where the division is not said', { kind: 'makeup' }, '108', 'national-roster/108-score-makeup'],
    ['by edition', { kind: 'makeup', division: 'day' }, '107', 'national-roster/107-score-makeup'],
    ['the newer of two forms', { kind: 'repeat', division: 'day' }, '108', 'national-roster/108-score-repeat'],
    ['by division', { type: 'courseWork', kind: 'regular', division: 'night' }, '108', 'national-roster/108-work-night-regular'],
    ['the sheet it came from', { type: 'performance', kind: 'other', sheet107: '其他活動紀錄' }, '107', 'national-roster/107-performance-other'],
    ['the roster, not the import template', { type: 'cadre' }, '108', 'national-roster/cadre'],
    ['nothing, for a kind the edition lacks', { type: 'performance', kind: 'flexible' }, '107', null],
    ['nothing, for a division the sheet is not of', { kind: 'makeup', division: 'night' }, '108', null],
  ])('finds %s', (_, more, edition, expected) => {
    expect(writerFor(national, edition, record(more))?.id ?? null).toBe(expected);
  });
});
