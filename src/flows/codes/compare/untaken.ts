/** Rows of the plan that are open this term and that no student has (應修課程代碼未修). */
import type { CoursePlan, PlanRow } from '../../../core/filed-plan.ts';
import { isPaired, opensAt, planPlace, sharedGroupsOf } from '../../../core/plan-terms.ts';
import { requiredOf } from '../../../core/plan-words.ts';
import type { Term } from '../../../core/term.ts';
import type { Assignments } from './assign.ts';
import type { ClassGroup, Found } from './model.ts';

export interface Untaken {
  /** Required courses that nobody takes, or nobody of a class. */
  readonly required: readonly Found[];
  /** Electives that did not come about, or whose students are missing: for a person to tell. */
  readonly electives: readonly Found[];
  /** 對開 courses that cannot be judged yet. */
  readonly paired: number;
}

/** 團體活動 and 彈性學習 stand in no score roster, unless they give credit (RULE-411). */
function isScored({ category, attribute }: PlanRow): boolean {
  return category !== '8' && (category !== '9' || attribute === 'D');
}

/** Classes whose students are to take, or may take, the rows of a group in this term. */
function concerned(classes: readonly ClassGroup[], group: string, place: number): readonly ClassGroup[] {
  return classes.filter((one) => one.group === group || (one.group.slice(0, 3) === group.slice(0, 3) && sharedGroupsOf(one.group, place).includes(group)));
}

/**
 * @param takenBy classes that have a student with the code
 * @param before codes taken in the first term of the same school year; null where the data has none of it
 */
export function untakenRows(plan: CoursePlan, term: Term, { classes, mainGroupOf }: Assignments, takenBy: ReadonlyMap<string, ReadonlySet<ClassGroup>>, before: ReadonlySet<string> | null): Untaken {
  const required: Found[] = [];
  const electives: Found[] = [];
  let paired = 0;
  const seen = new Set<string>();
  for (const row of plan.rows) {
    const place = planPlace(row.parts.entryYear, term);
    if (place === null || !opensAt(row, place) || !isScored(row) || seen.has(row.code)) continue;
    const those = concerned(classes, row.group, place);
    if (those.length === 0) continue;
    seen.add(row.code);
    const taken = takenBy.get(row.code);
    const lacking = (reason: Found['reason'], one?: ClassGroup): Found => ({
      kind: 'REQUIRED_NOT_TAKEN', reason, origin: 'plan', ours: null, plan: row.code, division: row.night ? 'night' : 'day', row,
      ...(one ? { class: one } : those.length === 1 ? { class: those[0]! } : {}),
    });
    const nobody = !taken || taken.size === 0;
    if (requiredOf(row.category) !== '必修') {
      if (nobody) electives.push(lacking('elective'));
    } else if (isPaired(row, place)) {
      if (!nobody || before?.has(row.code) === true) continue;
      if (place % 2 === 1 && before !== null) required.push(lacking('nobody'));
      else paired += 1;
    } else if (nobody) {
      required.push(lacking('nobody'));
    } else {
      const without = those.filter((one) => one.group === row.group && !taken.has(one) && mainGroupOf(one.division, one.grade, one.className) === one.group);
      required.push(...without.map((one) => lacking('class', one)));
    }
  }
  return { required, electives, paired };
}
