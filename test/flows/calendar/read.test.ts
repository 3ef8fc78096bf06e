import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { calendarFiles, schoolCalendar } from '../../../src/flows/calendar/read.ts';
import { newSchool, type School } from '../support.ts';

const CODE = '990301';
const window = (from: string, to: string, more = {}) => ({ from, to, ...more });
let school: School;

beforeAll(async () => {
  school = await newSchool(CODE);
});

function write(district: unknown, own: unknown = {}): ReturnType<typeof schoolCalendar> {
  const files = calendarFiles(school.services.home, CODE);
  mkdirSync(join(files.own, '..'), { recursive: true });
  writeFileSync(files.district, typeof district === 'string' ? district : JSON.stringify(district, null, 2));
  writeFileSync(files.own, JSON.stringify(own, null, 2));
  return schoolCalendar(school.services.home, CODE);
}

test('without a file there are no dates, and none are made up', async () => {
  const { services } = await newSchool('990302');
  expect(schoolCalendar(services.home, '990302')).toEqual({ terms: {}, workingTerm: null });
});

test('a school has what the district has, but for what it says itself', () => {
  const submission = [window('2026-02-20', '2026-03-10', { note: '公文' })];
  const upload = [window('2025-09-01', '2026-02-03')];
  const later = [window('2025-09-01', '2026-02-20', { grades: [1] }), window('2025-09-01', '2026-02-10')];
  const calendar = write(
    { terms: { '114-1': { firstDay: '2025-09-01', lastDay: '2026-01-20', upload, submission } }, years: { 114: { submission: [window('2026-08-01', '2026-09-30')] } } },
    { terms: { '114-1': { lastDay: '2026-01-19', upload: later }, '114-2': { firstDay: '2026-02-11' } }, years: { 114: { workSelection: upload } } },
  );
  expect(calendar.terms).toEqual({
    '114-0': { submission: [window('2026-08-01', '2026-09-30')], workSelection: upload },
    '114-1': { firstDay: '2025-09-01', lastDay: '2026-01-19', upload: later, submission },
    '114-2': { firstDay: '2026-02-11' },
  });
});

test('the working term is the school\'s own setting', () => {
  const file = join(school.services.home.path, CODE, 'school.json');
  writeFileSync(file, JSON.stringify({ code: CODE, term: '114-2' }));
  expect(write({}).workingTerm).toBe('114-2');
});

describe('a file that is wrong is refused with its line', () => {
  test.each([
    ['a day that does not exist', { terms: { '114-1': { lastDay: '2026-02-30' } } }, /第 4 行：沒有這一天/],
    ['an end that does not exist', { years: { 114: { receipt: [window('2026-10-01', '2026-13-01')] } } }, /第 7 行：沒有這一天/],
    ['a window that ends before it begins', { terms: { '114-1': { upload: [window('2026-01-20', '2026-01-10')] } } }, /第 7 行：結束日期早於開始日期/],
    ['a batch that is not of grade 3', { years: { 114: { submission: [window('2026-03-01', '2026-03-10', { batch: 1, grades: [2, 3] })] } } }, /第 8 行：梯次只用於三年級/],
    ['a window that is not of a term', { terms: { '114-1': { workSelection: [window('2026-01-01', '2026-01-10')] } } }, /第 4 行：.*workSelection/],
    ['a term that is a year', { terms: { '114-0': {} } }, /第 3 行/],
    ['no window', { terms: { '114-1': { upload: [] } } }, /第 4 行/],
    ['something else', '[]', /第 1 行/],
  ])('%s', (_what, district, detail) => {
    expect(() => write(district)).toThrow(expect.objectContaining({ code: 'config/invalid', words: { detail: { 'zh-TW': expect.stringMatching(detail), en: expect.stringMatching(/^line \d/) } } }));
  });
});
