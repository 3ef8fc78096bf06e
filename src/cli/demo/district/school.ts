/** One synthetic school's term as canonical records: both divisions, retakes, movers, cadres. */
import type { CanonicalRecord } from '../../../core/record.ts';
import { parseTerm } from '../../../core/term.ts';
import { type Course, coursesOf, DEPARTMENT_CODE, GROUP_CODE } from './courses.ts';
import { person, type Person } from './people.ts';
import type { Random } from './random.ts';

export interface SchoolPlan {
  readonly school: string;
  readonly name: string;
  /** `114-1`. */
  readonly term: string;
  readonly students: number;
  /** First serial number of this school's people. */
  readonly firstSerial: number;
}

/** A record without its source: it has not been in a file yet. */
export type Draft = Omit<CanonicalRecord, 'source'>;

const NIGHT_SHARE = 0.15;
const CLASS_SIZE = 35;
const PASS_MARK = 60;

interface Enrolled extends Person {
  readonly grade: 1 | 2 | 3;
  readonly division: 'day' | 'night';
  readonly className: string;
  readonly seat: string;
  readonly studentNumber: string;
}

function enrolled(plan: SchoolPlan, random: Random): Enrolled[] {
  const year = parseTerm(plan.term)!.year;
  return Array.from({ length: plan.students }, (_, index) => {
    const grade = ((index % 3) + 1) as 1 | 2 | 3;
    const place = Math.floor(index / 3);
    const night = random.chance(NIGHT_SHARE);
    return {
      ...person(random, plan.firstSerial + index, year - grade + 1),
      grade, division: night ? 'night' : 'day',
      className: night ? `進${grade}甲` : `${grade}${String(Math.floor(place / CLASS_SIZE) + 1).padStart(2, '0')}`,
      seat: String((place % CLASS_SIZE) + 1).padStart(2, '0'),
      studentNumber: `${year - grade + 1}${String(index + 1).padStart(4, '0')}`,
    };
  });
}

function studentRecord(plan: SchoolPlan, one: Enrolled): Draft {
  return {
    type: 'student', school: plan.school, term: plan.term, idNumber: one.idNumber, birthDate: one.birthDate,
    name: one.name, studentNumber: one.studentNumber, sex: one.sex, groupCode: GROUP_CODE, departmentCode: DEPARTMENT_CODE,
    classType: one.division === 'night' ? '01' : '1', grade: one.grade, className: one.className, seat: one.seat, specialIdentity: '0',
  };
}

interface Marks {
  readonly score: number;
  readonly passed: boolean;
  readonly reexamScore: number | null;
  readonly reexamPassed: boolean | null;
}

/** Scores of an ordinary class: most pass, some sit the 補考. */
function marks(random: Random): Marks {
  const score = Math.min(100, 42 + random.below(40) + random.below(20)) + (random.chance(0.2) ? 0.5 : 0);
  const capped = Math.min(100, score);
  if (capped >= PASS_MARK) return { score: capped, passed: true, reexamScore: null, reexamPassed: null };
  const passes = random.chance(0.6);
  return { score: capped, passed: false, reexamScore: passes ? PASS_MARK : 30 + random.below(29), reexamPassed: passes };
}

function courseBase(plan: SchoolPlan, one: Enrolled, course: Course): Draft {
  return {
    type: 'courseRecord', school: plan.school, term: plan.term, idNumber: one.idNumber, birthDate: one.birthDate,
    division: one.division, courseCode: course.courseCode, subjectName: course.subjectName, grade: one.grade, counted: '1',
    studentName: one.name, className: one.className, seat: one.seat, studentNumber: one.studentNumber,
  };
}

function dayRecords(plan: SchoolPlan, one: Enrolled, courses: readonly Course[], random: Random): Draft[] {
  return courses.map((course) => ({ ...courseBase(plan, one, course), kind: 'regular', credits: course.credits, ...marks(random) }));
}

function nightRecords(plan: SchoolPlan, one: Enrolled, courses: readonly Course[], random: Random): Draft[] {
  return courses.flatMap((course) => {
    const { score, passed, reexamScore, reexamPassed } = marks(random);
    const regular: Draft = { ...courseBase(plan, one, course), kind: 'nightRegular', hours: course.credits, score, passed, yearScore: null, yearPassed: null };
    if (reexamScore === null) return [regular];
    const { counted: _counted, ...base } = courseBase(plan, one, course);
    const reexam: Draft = {
      ...base, kind: 'nightReexam', hoursTerm1: course.credits, hoursTerm2: course.credits,
      reexamScore, reexamPassed, reexam2Score: null, reexam2Passed: null,
    };
    return [regular, reexam];
  });
}

/** 重修 of a course of the year before, for pupils above the first grade. */
function retakes(plan: SchoolPlan, one: Enrolled, random: Random): Draft[] {
  if (one.grade === 1 || one.division === 'night' || !random.chance(0.12)) return [];
  const { year } = parseTerm(plan.term)!;
  const grade = (one.grade - 1) as 1 | 2;
  const course = random.pick(coursesOf(plan.school, year - one.grade + 1, grade));
  const passed = random.chance(0.8);
  const { counted: _counted, ...base } = courseBase(plan, one, course);
  return [{
    ...base, kind: 'retake', grade, courseYear: year - 1, courseTerm: 1, credits: course.credits,
    retakeMode: '3', score: passed ? PASS_MARK : 40 + random.below(19), passed,
  }];
}

/** 轉學生: a course credited from the school before. */
function transfers(plan: SchoolPlan, one: Enrolled, random: Random): Draft[] {
  if (one.grade === 1 || one.division === 'night' || !random.chance(0.03)) return [];
  const { year } = parseTerm(plan.term)!;
  const grade = (one.grade - 1) as 1 | 2;
  const course = random.pick(coursesOf(plan.school, year - one.grade + 1, grade));
  return [{ ...courseBase(plan, one, course), kind: 'transfer', grade, courseYear: year - 1, courseTerm: 2, credits: course.credits, identity: '1', score: 60 + random.below(40), passed: true }];
}

const ROLES = [['班級', '班長', '2'], ['班級', '學藝股長', '2'], ['熱舞社', '社長', '3'], ['班聯會', '會長', '1']] as const;

function cadres(plan: SchoolPlan, one: Enrolled, random: Random): Draft[] {
  if (!random.chance(0.08)) return [];
  const [unit, role, level] = random.pick(ROLES);
  const { year, part } = parseTerm(plan.term)!;
  const [startDate, endDate] = part === 1 ? [`${year + 1911}-09-01`, `${year + 1912}-01-20`] : [`${year + 1912}-02-11`, `${year + 1912}-06-30`];
  return [{ type: 'cadre', school: plan.school, term: plan.term, idNumber: one.idNumber, birthDate: one.birthDate, studentNumber: one.studentNumber, unit, role, level, startDate, endDate }];
}

/** Everything the school has in the term, clean. */
export function schoolRecords(plan: SchoolPlan, random: Random): Draft[] {
  const year = parseTerm(plan.term)!.year;
  return enrolled(plan, random).flatMap((one) => {
    const courses = coursesOf(plan.school, year - one.grade + 1, one.grade, one.division);
    const scores = one.division === 'day' ? dayRecords(plan, one, courses, random) : nightRecords(plan, one, courses, random);
    return [studentRecord(plan, one), ...scores, ...retakes(plan, one, random), ...transfers(plan, one, random), ...cadres(plan, one, random)];
  });
}
