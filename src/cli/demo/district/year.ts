/** A school year's works and performances of synthetic students, certified and picked, with the files their links name. */
import { parseTerm } from '../../../core/term.ts';
import type { Random } from './random.ts';
import type { Draft } from './school.ts';

/** Takes a file of the student's in and gives its link; vendors call works `C01`, performances `E01`. */
export type Attach = (student: Draft, folder: '課程學習成果' | '多元表現', letter: 'C' | 'E') => string;

/** Works a student picks: the limit is six. */
const WORKS = 2;

/** Two works of each student's courses, and one of a retake. */
function works(year: string, student: Draft, courses: readonly Draft[], attach: Attach): Draft[] {
  const own = courses.filter(({ kind }) => kind === 'regular' || kind === 'nightRegular').slice(0, WORKS);
  const retakes = courses.filter(({ kind }) => kind === 'retake');
  const base = ({ school, term, idNumber, birthDate, division, courseCode, subjectName, grade, credits, hours }: Draft): Draft => ({
    type: 'courseWork', school, term: year, idNumber, birthDate, division, courseCode, subjectName, grade,
    ...(division === 'night' ? { hours } : { credits }), studiedTerm: parseTerm(String(term))!.part, documentLink: attach(student, '課程學習成果', 'C'), brief: `關於${String(subjectName)}的作品`,
  });
  return [
    ...own.map((course): Draft => ({ ...base(course), kind: 'regular' })),
    ...retakes.map((course): Draft => ({ ...base(course), kind: 'retake', courseYear: course['courseYear'], courseTerm: course['courseTerm'], retakeMode: '3' })),
  ];
}

/** Dates by term: what a school year has seen by its end. */
function kinds(year: number): readonly Readonly<Record<string, unknown>>[] {
  const [first, second] = [year + 1911, year + 1912];
  return [
    { kind: 'competition', name: '科學展覽', item: '物理', level: '3', award: '佳作', announcedOn: `${first}-11-20`, team: '1' },
    { kind: 'service', name: '淨灘', unit: '環境教育協會（虛構）', startDate: `${first}-10-04`, endDate: `${first}-10-05`, hours: 8 },
    { kind: 'other', name: '寒假營隊', organiser: '某大學（虛構）', startDate: `${second}-01-26`, endDate: `${second}-01-30`, hours: 30 },
  ];
}

function performances(term: string, student: Draft, random: Random, attach: Attach): Draft[] {
  const { year } = parseTerm(term)!;
  const { school, idNumber, birthDate } = student;
  const base = { type: 'performance' as const, school, term, idNumber, birthDate };
  const link = (): string => attach(student, '多元表現', 'E');
  const own = kinds(year).filter(() => random.chance(0.5)).map((one): Draft => ({ ...base, ...one, brief: `心得：${String(one['name'])}`, documentLink: link() }));
  return random.chance(0.5) ? [...own, { ...base, kind: 'work', name: '校刊封面', date: `${year + 1911}-12-01`, brief: '水彩', workLink: link() }] : own;
}

/**
 * @param records of a term: the students and the courses they took
 * @param students who have items: the first of the school, all grades alike
 */
export function yearRecords(records: readonly Draft[], random: Random, attach: Attach, students = Infinity): Draft[] {
  const courses = Map.groupBy(records.filter(({ type }) => type === 'courseRecord'), ({ idNumber }) => idNumber);
  return records.filter(({ type }) => type === 'student').slice(0, students).flatMap((student) => {
    const term = `${parseTerm(String(student.term))!.year}-0`;
    return [...works(term, student, courses.get(student.idNumber) ?? [], attach), ...performances(term, student, random, attach)];
  });
}
