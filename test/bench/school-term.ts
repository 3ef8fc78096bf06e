/** A term of one school to measure with: 1,500 students, 30,000 course records, some of them with errors, in national rosters. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withRecordErrors } from '../../src/cli/demo/district/errors.ts';
import { systemFiles } from '../../src/cli/demo/district/files.ts';
import { seeded } from '../../src/cli/demo/district/random.ts';
import { type Draft, schoolRecords } from '../../src/cli/demo/district/school.ts';
import { takeDrop } from '../../src/flows/intake/drop.ts';
import { filesAt } from '../../src/flows/intake/offered.ts';
import type { Services } from '../../src/flows/services.ts';

export const SCHOOL = '990301';
export const TERM = '114-1';

/** The demo's students have some eleven courses a term; a second of each makes the number asked for. */
function doubled(records: readonly Draft[], courseRecords: number): Draft[] {
  let left = courseRecords - records.filter(({ type }) => type === 'courseRecord').length;
  const more = records.flatMap((record): Draft[] => {
    if (record.type !== 'courseRecord' || left <= 0) return [];
    left -= 1;
    return [{ ...record, courseCode: `${String(record['courseCode']).slice(0, 21)}99` }];
  });
  return [...records, ...more];
}

export interface TermSize {
  readonly students: number;
  readonly courseRecords: number;
  /** Changes every course record; left out, about one in 120 is wrong. */
  readonly spoil?: (record: Draft) => Draft;
}

/** Puts the term into the school's store as files of the national layout. */
export async function importTerm(services: Services, folder: string, { students, courseRecords, spoil }: TermSize): Promise<void> {
  const random = seeded('bench check');
  const clean = schoolRecords({ school: SCHOOL, name: '量測高中（虛構）', term: TERM, students, firstSerial: 0 }, random);
  const all = doubled(clean, courseRecords);
  const records = spoil ? all.map((record) => (record.type === 'courseRecord' ? spoil(record) : record)) : withRecordErrors(all, random, 120);
  const files = await systemFiles(SCHOOL, TERM, records, [services.registry.adapter('national-roster')!], (_header, rows) => rows);
  const paths = files.map(({ name, bytes }) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  });
  const store = await services.home.school(SCHOOL, { create: true });
  await takeDrop(services, store, filesAt(paths), { term: null, act: 'intake/bench' });
  await store.close();
}
