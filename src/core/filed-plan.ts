/**
 * The course plan a school has filed (課程計畫): which rows a code has, to whom they apply, what they teach in a term
 * (RULE-412, RULE-414). The code alone does not tell rows apart: the same one stands again with another name or other credits.
 */
import { codeList } from './codes.ts';
import { type CourseCode, groupCodeOf, parseCourseCode } from './course-code.ts';
import type { CanonicalRecord } from './record.ts';

/** Terms of a plan: three years of two. */
export const PLAN_TERMS = 6;

/** One course of one plan. */
export interface PlanRow {
  /** 23 characters. */
  readonly code: string;
  readonly parts: CourseCode;
  /** 群科班代碼, 16 characters. */
  readonly group: string;
  /** The name reported to the ministry. */
  readonly name: string;
  /** 授課學期學分節數, a character a term. */
  readonly termCredits: string;
  /** 授課學期開課方式, a character a term. */
  readonly termOpenTypes: string;
  /** 課程類別, 科目屬性 and 領域, as the plan states them beside the code. */
  readonly category: string;
  readonly attribute: string;
  readonly domain: string;
  /** As the platform words it. */
  readonly courseType: string;
  readonly night: boolean;
}

/** A row that cannot be compared with anything. */
export interface OddPlanRow {
  readonly code: string;
  readonly name: string;
  readonly flaw: 'code' | 'credits' | 'open-types';
}

export interface CoursePlan {
  /** Each row once, by code and then as a text. */
  readonly rows: readonly PlanRow[];
  readonly odd: readonly OddPlanRow[];
  /** Entry years, ascending. */
  readonly years: readonly number[];
  byCode(code: string): readonly PlanRow[];
  /** Rows under a 群科班代碼. */
  ofGroup(group: string): readonly PlanRow[];
}

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** The platform gives 課程屬性 in four characters; without it the code says the same. */
function attributes(attribute: string, parts: CourseCode): Pick<PlanRow, 'category' | 'attribute' | 'domain'> {
  if (attribute.length !== 4) return { category: parts.category, attribute: parts.attribute, domain: parts.domain };
  return { category: attribute.charAt(0), attribute: attribute.charAt(1), domain: attribute.slice(2) };
}

/** A list that knows every character a term may have. */
const allIn = (list: string, characters: string): boolean =>
  characters.length === PLAN_TERMS && [...characters].every((character) => codeList(list).has(character));

/** True for the course types of the night division, by letter or by the platform's word. */
export function isNightType(courseType: string): boolean {
  return codeList('course-type').entries.some((entry) => entry.group === 'night' && (entry.code === courseType || entry['zh-TW'] === courseType));
}

function readRow(record: CanonicalRecord): PlanRow | OddPlanRow {
  const [code, name, termCredits, termOpenTypes, courseType] = ['courseCode', 'subjectName', 'termCredits', 'termOpenTypes', 'courseType'].map((field) => text(record[field])) as [string, string, string, string, string];
  const parts = parseCourseCode(code);
  if (!parts) return { code, name, flaw: 'code' };
  if (!allIn('credit-period', termCredits)) return { code, name, flaw: 'credits' };
  if (!allIn('open-type', termOpenTypes)) return { code, name, flaw: 'open-types' };
  return { code, parts, group: groupCodeOf(code), name, termCredits, termOpenTypes, ...attributes(text(record['attribute']), parts), courseType, night: isNightType(courseType) };
}

const identity = (row: PlanRow): string => JSON.stringify([row.code, row.name, row.termCredits, row.termOpenTypes, row.category, row.attribute, row.domain, row.courseType]);

/**
 * The plan of `coursePlanRow` records; a row that stands twice counts once.
 * @requirement RULE-414
 */
export function coursePlan(records: Iterable<CanonicalRecord>): CoursePlan {
  const distinct = new Map<string, PlanRow>();
  const odd: OddPlanRow[] = [];
  for (const record of records) {
    const row = readRow(record);
    if ('flaw' in row) odd.push(row);
    else distinct.set(identity(row), row);
  }
  const rows = [...distinct].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
  const byCode = Map.groupBy(rows, ({ code }) => code);
  const byGroup = Map.groupBy(rows, ({ group }) => group);
  return {
    rows, odd: odd.sort((a, b) => (a.code === b.code ? (a.name < b.name ? -1 : 1) : a.code < b.code ? -1 : 1)),
    years: [...new Set(rows.map(({ parts }) => parts.entryYear))].sort((a, b) => a - b),
    byCode: (code) => byCode.get(code) ?? [],
    ofGroup: (group) => byGroup.get(group) ?? [],
  };
}
