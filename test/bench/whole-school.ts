/** Three years of one school to measure with: six terms of rosters, and works and performances with their files. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seeded } from '../../src/cli/demo/district/random.ts';
import { schoolRecords } from '../../src/cli/demo/district/school.ts';
import { loadRegistry } from '../../src/adapters/registry.ts';
import type { CanonicalRecord } from '../../src/core/record.ts';
import { Sheets } from '../../src/flows/migrate/sheets.ts';
import { writeSheets } from '../../src/flows/migrate/write.ts';

export const SCHOOL = '990301';

const YEARS = [112, 113, 114];
/** At most so many are picked a school year. */
const [WORKS, PERFORMANCES] = [6, 10];
const DOCUMENT = Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(20_000, 'x'), Buffer.from('\n%%EOF')]);

const source = { input: '0'.repeat(32), table: 0, row: 2 };

function termRecords(year: number, part: 1 | 2, students: number): CanonicalRecord[] {
  const drafts = schoolRecords({ school: SCHOOL, name: '', term: `${year}-${part}`, students, firstSerial: 0 }, seeded(`bench migrate ${year}-${part}`));
  return drafts.map((draft) => ({ ...draft, source }) as CanonicalRecord);
}

/** What one student has picked of a year; the first work comes with a file. */
function* items(base: { idNumber: string; birthDate: string }, year: number): Iterable<CanonicalRecord> {
  const shared = { ...base, school: SCHOOL, term: `${year}-0`, source };
  for (let number = 1; number <= WORKS; number++) {
    yield {
      ...shared, type: 'courseWork', kind: 'regular', division: 'day', studiedTerm: 1, courseCode: `${year}${SCHOOL}H1110111101010${number}`, subjectName: '國語文', grade: 1, credits: 4,
      brief: '小論文：在地文化的變遷與保存', ...(number === 1 ? { documentLink: fileOf(base.idNumber, year) } : {}),
    };
  }
  for (let number = 1; number <= PERFORMANCES; number++) {
    yield { ...shared, type: 'performance', kind: 'service', name: `淨灘 ${number}`, unit: '環保社', startDate: `${year + 1911}-10-01`, endDate: `${year + 1911}-10-01`, hours: 3, content: '與同學一起清理海岸。' };
  }
}

const fileOf = (idNumber: string, year: number): string => `${idNumber}_${year}.pdf`;

/** Writes the school as files of the system into a folder. */
export async function writeSchool(system: string, folder: string, students: number): Promise<void> {
  const adapter = (await loadRegistry()).adapter(system)!;
  const sheets = new Sheets(adapter, null, SCHOOL);
  const add = (records: Iterable<CanonicalRecord>): void => {
    for (const record of records) sheets.place(record);
  };
  mkdirSync(folder, { recursive: true });
  for (const year of YEARS) {
    const first = termRecords(year, 1, students);
    add(first);
    add(termRecords(year, 2, students));
    for (const { type, idNumber = '', birthDate = '' } of first) {
      if (type !== 'student') continue;
      add(items({ idNumber, birthDate }, year));
      writeFileSync(join(folder, fileOf(idNumber, year)), DOCUMENT);
    }
  }
  await writeSheets(adapter, SCHOOL, sheets, folder, { step: () => {}, end: () => {} });
}
