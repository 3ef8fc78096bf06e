/** The course plan a demo school has filed, as the platform answers about it: what its students take, and nothing else. */
import { parseTerm } from '../../../core/term.ts';
import { type Course, coursesOf } from './courses.ts';
import type { DemoFile } from './files.ts';

const GRADES = [1, 2, 3] as const;

const TYPES = { day: '普通型高中', night: '進修部' } as const;

/** One character a term: the grade's two terms, then the rest. */
function inTerms(grade: number, character: string, none: string): string {
  return GRADES.map((one) => (one === grade ? character : none).repeat(2)).join('');
}

function planCourse({ courseCode, subjectName, credits }: Course, grade: number): Record<string, string> {
  return {
    課程代碼: courseCode, 科目名稱: subjectName, 授課學期學分節數: inTerms(grade, String(credits), '0'), 授課學期開課方式: inTerms(grade, '0', '-'),
    課程屬性: `${courseCode.charAt(16)}${courseCode.charAt(18)}${courseCode.slice(19, 21)}`,
  };
}

/** Plans of the three entry years that have students in the term, day and night apart. */
export function planFile(school: string, term: string): DemoFile {
  const { year } = parseTerm(term)!;
  const plans = [year - 2, year - 1, year].flatMap((entryYear) => (['day', 'night'] as const).map((division) => ({
    實施學年度: String(entryYear), 課程類型: TYPES[division],
    課程資料: GRADES.flatMap((grade) => coursesOf(school, entryYear, grade, division).map((course) => planCourse(course, grade))),
  })));
  return { name: `GetAllCourses_${school}.json`, bytes: new TextEncoder().encode(`${JSON.stringify(plans, null, 1)}\n`) };
}
