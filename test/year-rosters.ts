/** One synthetic school's works and performances of a year beside its term, with the files their links name. */
import { type Random, seeded } from '../src/cli/demo/district/random.ts';
import { type Draft, schoolRecords } from '../src/cli/demo/district/school.ts';
import { asSheets, SCHOOL, type Sheet, TERM, workbook } from './rosters.ts';

const YEAR = '114-0';

export interface YearFiles {
  readonly sheets: readonly Sheet[];
  /** Path in the drop → bytes. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

const pdf = (text: string): Uint8Array => Buffer.from(`%PDF-1.4\n% ${text}\n%%EOF\n`);

/** A file of the student's, called as vendors call them; gives the link. */
type Attach = (student: Draft, folder: string, letter: string) => string;

/** Two works of each student's courses, and one of a retake. */
function works(student: Draft, courses: readonly Draft[], attach: Attach): Draft[] {
  const own = courses.filter(({ kind }) => kind === 'regular' || kind === 'nightRegular').slice(0, 2);
  const retakes = courses.filter(({ kind }) => kind === 'retake');
  const base = ({ idNumber, birthDate, division, courseCode, subjectName, grade, credits, hours }: Draft): Draft => ({
    type: 'courseWork', school: SCHOOL, term: YEAR, idNumber, birthDate, division, courseCode, subjectName, grade,
    ...(division === 'night' ? { hours } : { credits }), studiedTerm: 1, documentLink: attach(student, '課程學習成果', 'C'), brief: `關於${String(subjectName)}的作品`,
  });
  return [
    ...own.map((course): Draft => ({ ...base(course), kind: 'regular' })),
    ...retakes.map((course): Draft => ({ ...base(course), kind: 'retake', courseYear: course['courseYear'], courseTerm: course['courseTerm'], retakeMode: '3' })),
  ];
}

const PERFORMANCES: readonly Readonly<Record<string, unknown>>[] = [
  { kind: 'competition', name: '科學展覽', item: '物理', level: '3', award: '佳作', announcedOn: '2025-11-20', team: '1' },
  { kind: 'service', name: '淨灘', unit: '環境教育協會（虛構）', startDate: '2025-10-04', endDate: '2025-10-05', hours: 8 },
  { kind: 'other', name: '寒假營隊', organiser: '某大學（虛構）', startDate: '2026-01-26', endDate: '2026-01-30', hours: 30 },
];

function performances(student: Draft, random: Random, attach: Attach): Draft[] {
  const base = { type: 'performance' as const, school: SCHOOL, term: YEAR, idNumber: student.idNumber, birthDate: student.birthDate };
  const own = PERFORMANCES.filter(() => random.chance(0.5)).map((one): Draft => ({ ...base, ...one, brief: `心得：${String(one['name'])}`, documentLink: attach(student, '多元表現', 'E') }));
  return random.chance(0.5) ? [...own, { ...base, kind: 'work', name: '校刊封面', date: '2025-12-01', brief: '水彩', workLink: attach(student, '多元表現', 'E') }] : own;
}

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
  const items = records.filter(({ type }) => type === 'student').flatMap((student) => {
    const courses = records.filter(({ type, idNumber }) => type === 'courseRecord' && idNumber === student.idNumber);
    return [...works(student, courses, attach), ...performances(student, random, attach)];
  });
  return { sheets: asSheets(items), files };
}

const ROSTER_TYPES: Readonly<Record<string, string>> = { 學生自填多元表現名冊: '25', 學生課程學習成果名冊: '26', '進修部(學校)學生課程學習成果名冊': '28' };

/** The yearly workbooks, covers and all, by file name. */
export async function yearWorkbooks(sheets: readonly Sheet[]): Promise<Map<string, Uint8Array>> {
  const books = await Promise.all([...Map.groupBy(sheets, ({ roster }) => roster)].map(async ([roster, list]) =>
    [`114_${roster}.xlsx`, await workbook(list, { part: '0', rosterType: ROSTER_TYPES[roster]! })] as const));
  return new Map(books);
}
