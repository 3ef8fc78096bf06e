/**
 * Which 群科班代碼 a student studies by: the one most of the student's codes of this term have. Rosters do not state it;
 * a row of another group is then the odd one out.
 */
import { COURSE_CODE_SEGMENTS, groupCodeOf, parseCourseCode } from '../../../core/course-code.ts';
import { isSharedGroup } from '../../../core/plan-terms.ts';
import type { ClassGroup, Division, StudentRow, TakenRow } from './model.ts';

export interface Assignments {
  /** Undefined for a student none of whose codes can be read. */
  groupOf(who: string): string | undefined;
  /** Class and group of a student who has one. */
  classOf(who: string): ClassGroup | undefined;
  /** Classes by division, grade, name and group. */
  readonly classes: readonly ClassGroup[];
  /** The group that most of a class's students study by. */
  mainGroupOf(division: Division, grade: number | null, className: string | null): string | undefined;
}

type Counts = Map<string, number>;

const count = (counts: Counts, key: string): Counts => counts.set(key, (counts.get(key) ?? 0) + 1);

/** The key counted most; of equals the one preferred, then the first by name. */
function most(counts: Counts, preferred: (key: string) => number = () => 0): string | undefined {
  const [first] = [...counts].sort(([a, x], [b, y]) => y - x || preferred(b) - preferred(a) || (a < b ? -1 : 1));
  return first?.[0];
}

function segment(group: string, name: 'group' | 'department'): string {
  const [start, length] = COURSE_CODE_SEGMENTS[name];
  return group.slice(start, start + length);
}

/** How well a group fits what the student roster says. */
function fits(group: string, student: StudentRow | undefined): number {
  return Number(student?.department === segment(group, 'department')) + Number(student?.groupCode === segment(group, 'group'));
}

/** Of the entry year most of the codes have, the group most of them have; one that is shared only where there is no other. */
function groupAmong(groups: readonly string[], student: StudentRow | undefined): string | undefined {
  const year = most(groups.map((group) => group.slice(0, 3)).reduce(count, new Map()));
  const ofYear = groups.filter((group) => group.slice(0, 3) === year);
  const own = ofYear.filter((group) => !isSharedGroup(group));
  return most((own.length > 0 ? own : ofYear).reduce(count, new Map()), (group) => fits(group, student));
}

const classKey = (division: Division, grade: number | null, className: string | null): string => JSON.stringify([division, grade, className]);

/** @param school codes of other schools say nothing about a student's group here */
export function assignGroups(school: string, taken: readonly TakenRow[], students: readonly StudentRow[]): Assignments {
  const roster = new Map(students.map((student) => [student.who, student]));
  const own = new Map<string, string>();
  const classGroups = new Map<string, ClassGroup>();
  for (const [who, rows] of Map.groupBy(taken, (row) => row.who)) {
    const groups = rows.filter(({ code }) => parseCourseCode(code ?? '')?.school === school).map(({ code }) => groupCodeOf(code!));
    const group = groupAmong(groups, roster.get(who));
    if (group === undefined) continue;
    const student = roster.get(who);
    const { division } = rows[0]!;
    const [grade, className] = [student?.grade ?? rows[0]!.grade, student?.className ?? rows[0]!.className];
    const key = `${classKey(division, grade, className)} ${group}`;
    own.set(who, key);
    classGroups.set(key, { division, grade, className, group, students: (classGroups.get(key)?.students ?? 0) + 1 });
  }
  const classes = [...classGroups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
  const classOf = (who: string): ClassGroup | undefined => classGroups.get(own.get(who) ?? '');
  const main = new Map([...Map.groupBy(classes, (one) => classKey(one.division, one.grade, one.className))]
    .map(([key, groups]) => [key, most(new Map(groups.map(({ group, students: size }) => [group, size])))]));
  return {
    groupOf: (who) => classOf(who)?.group,
    classOf,
    classes,
    mainGroupOf: (division, grade, className) => main.get(classKey(division, grade, className)),
  };
}
