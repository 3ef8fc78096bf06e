/** One synthetic school's works and performances of a year beside its term, with the files their links name. */
import { seeded } from '../src/cli/demo/district/random.ts';
import { schoolRecords } from '../src/cli/demo/district/school.ts';
import { type Attach, yearRecords } from '../src/cli/demo/district/year.ts';
import { asSheets, SCHOOL, type Sheet, TERM, workbook } from './rosters.ts';

export interface YearFiles {
  readonly sheets: readonly Sheet[];
  /** Path in the drop → bytes. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

const pdf = (text: string): Uint8Array => Buffer.from(`%PDF-1.4\n% ${text}\n%%EOF\n`);

/** Of the same school as `sheetsOf` with the same arguments. */
export function yearOf(students: number, seed: string): YearFiles {
  const random = seeded(`${seed} year`);
  const files = new Map<string, Uint8Array>();
  const attach: Attach = ({ idNumber }, folder, letter) => {
    const number = [...files.keys()].filter((path) => path.startsWith(`${idNumber}/${folder}/`)).length + 1;
    const path = `${idNumber}/${folder}/${letter}${String(number).padStart(2, '0')}.pdf`;
    files.set(path, pdf(`${seed} ${path}`));
    return path;
  };
  const records = schoolRecords({ school: SCHOOL, name: '測試高中（虛構）', term: TERM, students, firstSerial: 0 }, seeded(seed));
  return { sheets: asSheets(yearRecords(records, random, attach)), files };
}

const ROSTER_TYPES: Readonly<Record<string, string>> = { 學生自填多元表現名冊: '25', 學生課程學習成果名冊: '26', '進修部(學校)學生課程學習成果名冊': '28' };

/** The yearly workbooks, covers and all, by file name. */
export async function yearWorkbooks(sheets: readonly Sheet[]): Promise<Map<string, Uint8Array>> {
  const books = await Promise.all([...Map.groupBy(sheets, ({ roster }) => roster)].map(async ([roster, list]) =>
    [`114_${roster}.xlsx`, await workbook(list, { part: '0', rosterType: ROSTER_TYPES[roster]! })] as const));
  return new Map(books);
}
