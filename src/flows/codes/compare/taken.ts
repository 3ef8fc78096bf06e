/** One student's course of the term against the plan (修課檢核, 學期成績檢核). */
import { groupCodeOf, parseCourseCode } from '../../../core/course-code.ts';
import type { CoursePlan, PlanRow } from '../../../core/filed-plan.ts';
import { creditsAt, creditsOf, openTypeAt, planPlace, servesGroup, sharedGroupsOf } from '../../../core/plan-terms.ts';
import type { Term } from '../../../core/term.ts';
import { codeGaps, oncePerKind } from './attributes.ts';
import type { Gap, TakenRow } from './model.ts';
import { nameGap, nameKey, nameWithoutLevel } from './names.ts';

export interface TakenContext {
  readonly school: string;
  readonly term: Term;
  readonly plan: CoursePlan;
  /** The student's 群科班代碼; undefined where no code tells it. */
  readonly group: string | undefined;
  /** Studies at another school this term (借讀), under that school's codes. */
  readonly visiting: boolean;
}

export interface TakenOutcome {
  readonly gaps: readonly Gap[];
  /** Row of the plan it was compared with, or was meant; it counts as taken. Null where there is none. */
  readonly row: PlanRow | null;
  /** Set where the plan has nothing of the row's group: said once of the class. */
  readonly unplanned?: string;
}

/** Rows a student of the group may take in the term: the group's own, and those shared with it. */
function pool({ plan, term }: TakenContext, group: string): readonly PlanRow[] {
  const place = planPlace(Number(group.slice(0, 3)), term);
  return [group, ...(place === null ? [] : sharedGroupsOf(group, place))].flatMap((one) => plan.ofGroup(one));
}

/** Credits and opening in the term. A student beyond the plan's six terms may have taken the course in any of them. */
function termGaps(row: PlanRow, term: Term, credits: number | null): Gap[] {
  const place = planPlace(row.parts.entryYear, term);
  if (place === null) {
    const offered = [...row.termCredits].map(creditsOf);
    return credits === null || offered.includes(credits) ? [] : [{ kind: 'CREDITS', reason: 'differs', ours: String(credits), plan: row.termCredits }];
  }
  const planned = creditsAt(row, place);
  if (planned === null) return [{ kind: 'TERM_CREDITS', reason: 'not-taught', ours: credits === null ? null : String(credits), plan: row.termCredits }];
  if (openTypeAt(row, place) === '-') return [{ kind: 'OPEN_TYPE', reason: 'not-open', ours: null, plan: row.termOpenTypes }];
  return credits === null || credits === planned ? [] : [{ kind: 'CREDITS', reason: 'differs', ours: String(credits), plan: String(planned) }];
}

function nameGaps(ours: string, plan: string): Gap[] {
  const reason = nameGap(ours, plan);
  return reason === null ? [] : [{ kind: 'NAME_OR_LEVEL', reason, ours, plan }];
}

/** The candidate with the fewest gaps; of equals the first. */
function nearest(rows: readonly PlanRow[], gapsOf: (row: PlanRow) => Gap[]): TakenOutcome {
  let best: { gaps: Gap[]; row: PlanRow } | null = null;
  for (const row of rows) {
    const gaps = oncePerKind(gapsOf(row));
    if (!best || gaps.length < best.gaps.length) best = { gaps, row };
  }
  return best ?? { gaps: [], row: null };
}

/** Rows with the name, else rows with the name at another level. */
function named(rows: readonly PlanRow[], name: string): readonly PlanRow[] {
  const exact = rows.filter((row) => nameKey(row.name) === nameKey(name));
  return exact.length > 0 ? exact : rows.filter((row) => nameWithoutLevel(row.name) === nameWithoutLevel(name));
}

/** What is meant by a row of no usable group: the row of the student's own plan with its name, open in the term if one is. */
function meant(context: TakenContext, name: string): PlanRow | null {
  if (context.group === undefined) return null;
  return nearest(named(pool(context, context.group), name), (row) => [...nameGaps(name, row.name), ...termGaps(row, context.term, null)]).row;
}

function withoutCode({ code, name }: TakenRow, context: TakenContext): TakenOutcome {
  const row = meant(context, name);
  return { gaps: [{ kind: 'CODE_MISSING', reason: code === null ? 'no-code' : 'bad-code', ours: code, plan: row?.code ?? null }], row };
}

/** The code is another group's: nothing else of it can be right or wrong. The row meant has the same last seven characters, else the name. */
function ofOtherGroup({ code, name }: TakenRow, context: TakenContext): TakenOutcome {
  const { group, school, visiting } = context;
  const ours = groupCodeOf(code!);
  const row = pool(context, group ?? '').find((one) => one.code.slice(16) === code!.slice(16)) ?? meant(context, name);
  if (ours.slice(3, 9) !== school) return { gaps: visiting ? [] : [{ kind: 'GROUP_CODE', reason: 'other-school', ours, plan: group ?? null }], row };
  if (group !== undefined && ours.slice(3) === group.slice(3)) return { gaps: [{ kind: 'PLAN', reason: 'other-year', ours: ours.slice(0, 3), plan: group.slice(0, 3) }], row };
  return { gaps: [{ kind: 'GROUP_CODE', reason: 'other-group', ours, plan: group ?? null }], row };
}

/** Everything that differs between a row and the plan; each kind once. */
export function compareTaken(taken: TakenRow, context: TakenContext): TakenOutcome {
  const { plan, term, group } = context;
  const parts = parseCourseCode(taken.code ?? '');
  if (!parts) return withoutCode(taken, context);
  const code = taken.code!;
  if (group === undefined || !servesGroup(code, group, term)) return ofOtherGroup(taken, context);
  const own = groupCodeOf(code);
  if (plan.ofGroup(own).length === 0) return { gaps: [], row: null, unplanned: own };
  const { name, credits } = taken;
  const same = plan.byCode(code);
  if (same.length > 0) return nearest(same, (row) => [...nameGaps(name, row.name), ...termGaps(row, term, credits)]);
  const alike = named(pool(context, group), name);
  if (alike.length === 0) return { gaps: [{ kind: 'NAME_NOT_FOUND', reason: 'no-name', ours: name, plan: null }], row: null };
  return nearest(alike, (row) => [...nameGaps(name, row.name), ...codeGaps(parts, row), ...termGaps(row, term, credits)]);
}
