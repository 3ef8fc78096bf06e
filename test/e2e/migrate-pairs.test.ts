/** Every system that reads and writes to every other and back: a small school with works, performances and their files. */
import { describe, expect, test } from 'vitest';
import { seeded } from '../../src/cli/demo/district/random.ts';
import { schoolRecords } from '../../src/cli/demo/district/school.ts';
import type { CanonicalRecord } from '../../src/core/record.ts';
import { able, type Files, thereAndBack } from '../flows/migrate/legs.ts';
import { SCHOOL } from '../flows/migrate/support.ts';

const source = { input: '0'.repeat(32), table: 0, row: 2 };
const pdf = (text: string): Uint8Array => Buffer.from(`%PDF-1.4\n${text}\n%%EOF`);

/** Two terms and a school year, each student with works and performances of which the files bear the same names. */
function school(seed: string): { readonly records: readonly CanonicalRecord[]; readonly files: Files } {
  const rosters = ['113-2', '114-1'].flatMap((term) => schoolRecords({ school: SCHOOL, name: '', term, students: 2, firstSerial: 0 }, seeded(`${seed} ${term}`))).map((draft) => ({ ...draft, source }) as CanonicalRecord);
  const people = rosters.filter(({ type, term }) => type === 'student' && term === '114-1');
  const files: Record<string, Uint8Array> = { '沒人指到.pdf': pdf('nobody') };
  const items = people.flatMap(({ idNumber = '', birthDate = '' }, at) => {
    const base = { school: SCHOOL, idNumber, birthDate, source };
    files[`${idNumber}/C01.pdf`] = pdf(`work ${at}`);
    files[`${idNumber}/證明.pdf`] = pdf(`proof ${at}`);
    files[`演出${at}.mp4`] = Buffer.from(`\0\0\0\x18ftypmp42 ${at}`);
    return [
      { ...base, type: 'courseWork', kind: 'regular', division: 'day', term: at === 0 ? '114-0' : '114-1', studiedTerm: 1, courseCode: '114990301H11101A1010101', subjectName: '國語文', grade: 1, credits: 4, documentLink: 'C01.pdf', brief: '小論文' },
      { ...base, type: 'performance', kind: 'service', term: '114-0', name: '淨灘', unit: '環保社', startDate: '2025-10-01', endDate: '2025-10-01', hours: 3, documentLink: '證明.pdf', mediaLink: `演出${at}.mp4` },
      { ...base, type: 'performance', kind: 'work', term: '114-0', name: '模型', date: '2025-11-01', workLink: 'https://works.example/1' },
    ] as CanonicalRecord[];
  });
  const changes = people.map(({ idNumber, birthDate }) => ({ type: 'enrolment', kind: 'statusChange', school: SCHOOL, term: '114-1', idNumber, birthDate, changeCode: '111', changedOn: '2025-09-01', reason: '公告招收', source }) as CanonicalRecord);
  return { records: [...rosters, ...items, ...changes], files };
}

describe.each(able.map((from) => [from.id, from] as const))('%s', (_, from) => {
  const { records, files } = school(from.id);

  test.each(able.filter((to) => to !== from).map((to) => [to.id, to] as const))('→ %s and back', async (_to, to) => {
    const { source: set } = await thereAndBack(from, to, records, files);
    expect(set).toBeGreaterThan(0);
  });
});
