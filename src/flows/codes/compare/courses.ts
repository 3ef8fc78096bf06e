/** The school's own table of courses (課程規劃) against the plan, and the plan against the table. */
import { groupCodeOf, parseCourseCode } from '../../../core/course-code.ts';
import type { CoursePlan, PlanRow } from '../../../core/filed-plan.ts';
import { creditsAt, opensAt, planPlace } from '../../../core/plan-terms.ts';
import { governingOf, requiredOf } from '../../../core/plan-words.ts';
import { attributeGaps, categoryGaps, codeGaps, domainGaps, oncePerKind } from './attributes.ts';
import type { CourseRow, Found, Gap } from './model.ts';
import { nameGap, nameKey } from './names.ts';

const differs = (kind: Gap['kind'], reason: Gap['reason'], ours: string | null, plan: string): Gap[] =>
  ours === null || ours === plan ? [] : [{ kind, reason, ours, plan }];

/** 部訂 is met as often as 部定. */
const spelt = (word: string | null): string | null => word?.replace('訂', '定').replace('校定', '校訂') ?? null;

/** Columns that repeat what stands in the code. */
function ownColumns({ group, groupCode, department, classGroup, year }: CourseRow, row: PlanRow): Gap[] {
  return [
    ...differs('GROUP_CODE', 'own-columns', group, row.group),
    ...differs('GROUP_CODE', 'own-columns', groupCode, row.parts.group),
    ...differs('GROUP_CODE', 'own-columns', department, row.parts.department),
    ...differs('GROUP_CODE', 'own-columns', classGroup, row.parts.classGroup),
    ...differs('PLAN', 'other-year', year === null ? null : String(year), String(row.parts.entryYear)),
  ];
}

/** A table with a row a term says the credits of one. */
function termCredits({ term, credits }: CourseRow, row: PlanRow): Gap[] {
  const place = term === null ? null : planPlace(row.parts.entryYear, term);
  if (place === null || credits === null) return [];
  const planned = creditsAt(row, place);
  if (planned === null) return [{ kind: 'TERM_CREDITS', reason: 'not-taught', ours: String(credits), plan: row.termCredits }];
  return differs('CREDITS', 'differs', String(credits), String(planned));
}

function rowGaps(course: CourseRow, row: PlanRow): Gap[] {
  const reason = nameGap(course.name, row.name);
  return oncePerKind([
    ...(reason === null ? [] : [{ kind: 'NAME_OR_LEVEL', reason, ours: course.name, plan: row.name } as const]),
    ...differs('GOVERNING', 'differs', spelt(course.governing), governingOf(row.category)),
    ...differs('REQUIRED_ELECTIVE', 'differs', course.requiredElective, requiredOf(row.category)),
    ...(course.category === null ? [] : categoryGaps(course.category, row.category)),
    ...(course.attribute === null ? [] : attributeGaps(course.attribute, row.attribute)),
    ...(course.domain === null ? [] : domainGaps(course.domain, row.domain)),
    ...differs('TERM_CREDITS', 'differs', course.termCredits, row.termCredits),
    ...differs('OPEN_TYPE', 'differs', course.termOpenTypes, row.termOpenTypes),
    ...termCredits(course, row),
    ...ownColumns(course, row),
  ]);
}

interface Matched {
  readonly gaps: readonly Gap[];
  readonly row: PlanRow | null;
}

function fewest(rows: readonly PlanRow[], gapsOf: (row: PlanRow) => Gap[]): Matched {
  return rows.map((row) => ({ row, gaps: oncePerKind(gapsOf(row)) })).reduce((best, one) => (one.gaps.length < best.gaps.length ? one : best));
}

/** @param tabled codes the table has: a row of the plan that is among them is not meant by another row */
function match(course: CourseRow, school: string, plan: CoursePlan, tabled: ReadonlySet<string>): Matched {
  const parts = parseCourseCode(course.code ?? '');
  if (!parts) return { gaps: [{ kind: 'CODE_MISSING', reason: course.code === null ? 'no-code' : 'bad-code', ours: course.code, plan: null }], row: null };
  const code = course.code!;
  const same = plan.byCode(code);
  if (same.length > 0) return fewest(same, (row) => rowGaps(course, row));
  const ours = groupCodeOf(code);
  const free = (row: PlanRow): boolean => !tabled.has(row.code) && nameKey(row.name) === nameKey(course.name);
  if (parts.school !== school || plan.ofGroup(ours).length === 0) {
    const row = plan.rows.find((one) => free(one) && one.code.slice(16) === code.slice(16) && one.parts.entryYear === parts.entryYear) ?? null;
    return { gaps: [{ kind: 'GROUP_CODE', reason: parts.school === school ? 'unknown-group' : 'other-school', ours, plan: row?.group ?? null }], row };
  }
  const alike = plan.ofGroup(ours).filter(free);
  if (alike.length === 0) return { gaps: [{ kind: 'NAME_NOT_FOUND', reason: 'no-name', ours: course.name, plan: null }], row: null };
  return fewest(alike, (row) => [...codeGaps(parts, row), ...rowGaps(course, row)]);
}

/** What the table says and the plan does not, then what the plan has and the table lacks, for the entry years that both have. */
export function compareCourses(school: string, plan: CoursePlan, courses: readonly CourseRow[]): Found[] {
  const tabled = new Set(courses.map(({ code }) => code ?? ''));
  const years = new Set(courses.map(({ code }) => parseCourseCode(code ?? '')?.entryYear).filter((year) => year !== undefined && plan.years.includes(year)));
  const found: Found[] = [];
  const matched = new Set<string>();
  for (const course of courses) {
    const year = parseCourseCode(course.code ?? '')?.entryYear;
    if (year !== undefined && !years.has(year)) continue;
    const { gaps, row } = match(course, school, plan, tabled);
    if (row) matched.add(row.code);
    found.push(...gaps.map((gap): Found => ({ ...gap, origin: 'course', division: row?.night === true ? 'night' : 'day', row, course })));
  }
  // A table of single terms is not expected to have what is taught in others.
  const terms = [...new Map(courses.flatMap(({ term }) => (term ? [[`${term.year}-${term.part}`, term] as const] : []))).values()];
  const expected = (row: PlanRow): boolean => terms.length === 0 || terms.some((term) => {
    const place = planPlace(row.parts.entryYear, term);
    return place !== null && opensAt(row, place);
  });
  for (const row of plan.rows) {
    if (matched.has(row.code) || !years.has(row.parts.entryYear) || !expected(row)) continue;
    matched.add(row.code);
    found.push({ kind: 'MISSING_IN_SIS', reason: 'no-row', origin: 'plan', ours: null, plan: row.code, division: row.night ? 'night' : 'day', row });
  }
  return found;
}
