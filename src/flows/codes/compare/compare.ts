/**
 * 課程代碼比對: the plan a school has filed against its own courses, scores and classes, in both directions (RULE-415).
 * Pure: the same rows give the same result in the same order.
 */
import { COURSE_CODE_SEGMENTS, parseCourseCode } from '../../../core/course-code.ts';
import type { CoursePlan } from '../../../core/filed-plan.ts';
import { isSharedGroup } from '../../../core/plan-terms.ts';
import type { Term } from '../../../core/term.ts';
import { DIFFERENCE_KINDS } from '../../../report/comparison-model.ts';
import { type Assignments, assignGroups } from './assign.ts';
import { compareCourses } from './courses.ts';
import type { ClassGroup, CourseRow, Found, StudentRow, TakenRow } from './model.ts';
import { compareTaken } from './taken.ts';
import { untakenRows } from './untaken.ts';

export interface Comparison {
  readonly school: string;
  readonly term: Term;
  readonly plan: CoursePlan;
  readonly taken: readonly TakenRow[];
  readonly students: readonly StudentRow[];
  /** The school's own table of courses; empty where the data has none, and nothing is then said to be missing from it. */
  readonly courses: readonly CourseRow[];
  /** Codes taken in the first term of the same school year, for 對開 courses; null where the data has none of it. */
  readonly before: ReadonlySet<string> | null;
}

export interface Compared {
  readonly differences: readonly Found[];
  readonly remarks: readonly Found[];
  readonly classes: number;
  readonly paired: number;
  /** Entry years of students for which there is no plan, ascending. */
  readonly missing: readonly number[];
}

const rank = new Map(DIFFERENCE_KINDS.map((kind, index) => [kind, index]));

function order(found: Found): string {
  const { kind, division, taken, course, student, class: group, row } = found;
  const at = taken ?? student ?? group;
  return JSON.stringify([String(rank.get(kind)).padStart(2, '0'), division, at?.grade ?? 0, at?.className ?? '', taken?.code ?? course?.code ?? row?.code ?? '', found.reason, taken?.who ?? student?.who ?? '', taken?.name ?? course?.name ?? '']);
}

function inOrder(found: readonly Found[]): Found[] {
  return found.map((one) => [order(one), one] as const).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, one]) => one);
}

/** Group and department of the student roster against those of the student's codes; a first year that is shared has none of its own. */
function departmentRemarks({ students }: Comparison, { groupOf }: Assignments): Found[] {
  return students.flatMap((student): Found[] => {
    const group = groupOf(student.who);
    if (group === undefined || isSharedGroup(group)) return [];
    const part = (name: 'group' | 'department'): string => group.slice(COURSE_CODE_SEGMENTS[name][0], COURSE_CODE_SEGMENTS[name][0] + COURSE_CODE_SEGMENTS[name][1]);
    const [ours, plan] = [`${student.groupCode ?? ''} ${student.department ?? ''}`.trim(), `${student.groupCode === null ? '' : part('group')} ${student.department === null ? '' : part('department')}`.trim()];
    return ours === plan ? [] : [{ kind: 'GROUP_CODE', reason: 'department', origin: 'student', ours, plan, division: 'day', row: null, student }];
  });
}

/** Groups the plan does not have, once a class. */
function unplannedClasses(plan: CoursePlan, groups: readonly ClassGroup[]): Found[] {
  return groups.map((one): Found => ({
    kind: 'GROUP_CODE', reason: plan.years.includes(Number(one.group.slice(0, 3))) ? 'no-plan-group' : 'no-plan-year', origin: 'class',
    ours: one.group, plan: null, division: one.division, row: null, class: one,
  }));
}

interface TakenComparison {
  readonly found: Found[];
  /** Classes that have a student with the code. */
  readonly takenBy: ReadonlyMap<string, ReadonlySet<ClassGroup>>;
  /** Classes whose group, or one shared with it, the plan does not have. */
  readonly unplanned: readonly ClassGroup[];
}

function compareAllTaken({ school, term, plan, taken, students }: Comparison, { classOf }: Assignments): TakenComparison {
  const visiting = new Set(students.filter((student) => student.visiting).map(({ who }) => who));
  const found: Found[] = [];
  const takenBy = new Map<string, Set<ClassGroup>>();
  const unplanned = new Map<string, ClassGroup>();
  for (const one of taken) {
    const home = classOf(one.who);
    const { gaps, row, unplanned: lacking } = compareTaken(one, { school, term, plan, group: home?.group, visiting: visiting.has(one.who) });
    if (row && home) takenBy.set(row.code, (takenBy.get(row.code) ?? new Set()).add(home));
    if (lacking !== undefined && home) unplanned.set(JSON.stringify([home, lacking]), { ...home, group: lacking });
    const division = row?.night === true ? 'night' : one.division;
    found.push(...gaps.map((gap): Found => ({ ...gap, origin: one.scored ? 'score' : 'enrolled', division, row, taken: one })));
  }
  return { found, takenBy, unplanned: [...unplanned.values()] };
}

/**
 * Everything that differs, each thing once, what is at the root of others first.
 * @requirement RULE-413, RULE-414, RULE-415, RULE-416
 */
export function comparePlan(comparison: Comparison): Compared {
  const { school, term, plan, taken, students, courses, before } = comparison;
  const assigned = assignGroups(school, taken, students);
  const { found, takenBy, unplanned } = compareAllTaken(comparison, assigned);
  const untaken = untakenRows(plan, term, assigned, takenBy, before);
  const tabled = courses.length === 0 ? [] : compareCourses(school, plan, courses);
  const years = taken.flatMap(({ code }) => parseCourseCode(code ?? '') ?? []).filter((parts) => parts.school === school).map(({ entryYear }) => entryYear);
  return {
    differences: inOrder([...found, ...unplannedClasses(plan, unplanned), ...untaken.required, ...tabled]),
    remarks: inOrder([...untaken.electives, ...departmentRemarks(comparison, assigned)]),
    classes: assigned.classes.length,
    paired: untaken.paired,
    missing: [...new Set(years)].filter((year) => !plan.years.includes(year)).sort((a, b) => a - b),
  };
}
