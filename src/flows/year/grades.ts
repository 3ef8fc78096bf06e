/** In which grade a student is: the last grade is submitted in batches of its own (RULE-312). */
import type { CanonicalRecord, RecordType } from '../../core/record.ts';
import type { SchoolStore } from '../../store/port.ts';

export type Grades = ReadonlyMap<string, number>;

/** Grade by student, see `studentRef`; of the later term where the two differ. */
async function readGrades(store: SchoolStore, year: number, type: RecordType, stated: (record: CanonicalRecord) => unknown): Promise<Map<string, number>> {
  const grades = new Map<string, number>();
  for (const part of [1, 2]) {
    for await (const { ref, records } of store.students(`${year}-${part}`, [type])) {
      const found = records.map(stated).filter((grade): grade is number => typeof grade === 'number');
      if (found.length > 0) grades.set(ref, Math.max(...found));
    }
  }
  return grades;
}

/** Kinds of course records that a student takes with the own class: their 開課年級 is the student's. */
const WITH_THE_CLASS = new Set(['regular', 'nightRegular']);

/** By the student rosters of the year; where it has none, by the courses students take with their class. */
export async function gradesOf(store: SchoolStore, year: number): Promise<Grades> {
  const stated = await readGrades(store, year, 'student', (record) => record['grade']);
  if (stated.size > 0) return stated;
  return readGrades(store, year, 'courseRecord', (record) => (WITH_THE_CLASS.has(record.kind ?? '') ? record['grade'] : null));
}

/**
 * A student's grade: of the rosters, else of a work of a course of this year. Null when nothing says.
 *
 * @param works of the student, of the year
 */
export function gradeOf(grades: Grades, ref: string, works: readonly CanonicalRecord[]): number | null {
  const stated = grades.get(ref);
  if (stated !== undefined) return stated;
  const taken = works.flatMap((work) => (work.type === 'courseWork' && work.kind === 'regular' && typeof work['grade'] === 'number' ? [work['grade']] : []));
  return taken.length === 0 ? null : Math.max(...taken);
}
