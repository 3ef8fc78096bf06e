/** Made-up course plans, and what a school that keeps to them has. */
import fc from 'fast-check';
import { coursePlan, type CoursePlan } from '../../../src/core/filed-plan.ts';
import { opensAt, planPlace, servesGroup } from '../../../src/core/plan-terms.ts';
import type { CanonicalRecord } from '../../../src/core/record.ts';
import type { Comparison } from '../../../src/flows/codes/compare/compare.ts';
import type { CourseRow, TakenRow } from '../../../src/flows/codes/compare/model.ts';

export const SCHOOL = '990301';
export const TERM = { year: 114, part: 1 } as const;

/** A plan row as a record; what is left out is an ordinary first-year course. */
export function planRecord(code: string, fields: Readonly<Record<string, unknown>> = {}): CanonicalRecord {
  return {
    type: 'coursePlanRow', school: SCHOOL, term: '114-0', source: { input: 'plan', table: 0, row: 1 }, courseCode: code, subjectName: '國語文',
    courseType: '普通型高中', termCredits: '444440', termOpenTypes: '00000-', attribute: `${code.charAt(16)}${code.charAt(18)}${code.slice(19, 21)}`, planYear: Number(code.slice(0, 3)), ...fields,
  } as CanonicalRecord;
}

const SUBJECTS = ['國語文', '英語文', '數學', '歷史', '地理', '公民', '物理', '化學', '生物', '地科', '音樂', '美術', '家政', '體育', '資訊', '國防'];
/** 課程類型, 群別, 科別, 班群; the last two are a comprehensive school's programme and the first year it shares. */
const GROUPS = ['H11101A', 'H11101B', 'E22L010', 'C22L010', 'M21301A', 'M111960'];
const CREDITS = [...'0123468ZABDR'];
const OPEN = [...'01ABCDE'];

const courseRecord = (year: number, group: string, index: number): fc.Arbitrary<CanonicalRecord> => fc.record({
  category: fc.constantFrom(...'1112357889A'), attribute: fc.constantFrom(...'0123456D'), domain: fc.constantFrom('01', '02', '0E', 'A1'),
  open: fc.constantFrom(...OPEN), terms: fc.array(fc.tuple(fc.constantFrom(...CREDITS), fc.constantFrom(...OPEN)), { minLength: 6, maxLength: 6 }),
}).map(({ category, attribute, domain, open, terms }) => {
  const year1Only = group === 'M111960';
  const all = terms.map(([credits, type], place): [string, string] => (credits === '0' || (year1Only && place > 1) ? ['0', '-'] : [credits, type]));
  return planRecord(`${year}${SCHOOL}${group}${category}${open}${attribute}${domain}${String(index).padStart(2, '0')}`, {
    subjectName: SUBJECTS[index]!, courseType: group.startsWith('C') ? '進修部' : '普通型高中', termCredits: all.map(([credits]) => credits).join(''), termOpenTypes: all.map(([, type]) => type).join(''),
  });
});

/** Records of the plans of three entry years; every group has courses enough to tell it by. */
export const planRecords: fc.Arbitrary<CanonicalRecord[]> = fc.tuple(...[112, 113, 114].flatMap((year) => GROUPS.flatMap((group) =>
  Array.from({ length: group === 'M111960' ? 3 : 6 }, (_, index) => courseRecord(year, group, index + (group === 'M111960' ? 6 : 0)))))).map((records) => [...records]);

const scored = (code: string): boolean => code.charAt(16) !== '8' && (code.charAt(16) !== '9' || code.charAt(18) === 'D');

/** What the students of a school have that keeps to its plan: two classes a group, two students a class, every open course. */
export function takenFrom(plan: CoursePlan): TakenRow[] {
  const groups = [...new Set(plan.rows.map(({ group }) => group))].filter((group) => !group.endsWith('M111960'));
  return groups.flatMap((group, at) => ['甲', '乙'].flatMap((name) => [1, 2].flatMap((number) => {
    const year = Number(group.slice(0, 3));
    const rows = plan.rows.filter((row) => row.parts.entryYear === year && servesGroup(row.code, group, TERM) && opensAt(row, planPlace(year, TERM)!) && scored(row.code));
    // A student whose own group opens nothing this term could not be told from one of the shared first year.
    if (!rows.some((row) => row.group === group)) return [];
    const night = group.charAt(9) === 'C';
    return rows.map((row): TakenRow => ({
      who: `${group}${name}${number}`, division: night ? 'night' : 'day', grade: TERM.year - year + 1, className: `${at}${name}`,
      code: row.code, name: row.name, credits: creditsFrom(row.termCredits.charAt(planPlace(year, TERM)!)), scored: at % 2 === 0,
    }));
  })));
}

/** Written down once more, so that the program's own table is not its own judge. */
function creditsFrom(character: string): number {
  const letters = 'ABCDEFGHI'.indexOf(character) + 1;
  return letters > 0 ? letters : 'RST'.includes(character) ? 10 + 'RST'.indexOf(character) : character === 'Z' ? 0 : Number(character);
}

/** The school's own table, as its system would have copied it from the plan. */
export function tableFrom(plan: CoursePlan): CourseRow[] {
  return plan.rows.map(({ code, name, parts, group, category, attribute, domain, termCredits, termOpenTypes }) => ({
    code, name, year: parts.entryYear, group, groupCode: parts.group, department: parts.department, classGroup: parts.classGroup,
    governing: category === '1' ? '部訂' : '校訂', requiredElective: '12'.includes(category) ? '必修' : '選修', category, attribute, domain, termCredits, termOpenTypes, term: null, credits: null,
  }));
}

/** A comparison in which everything is as planned, but for what is given. */
export function comparison(records: readonly CanonicalRecord[], changed: Partial<Comparison> = {}): Comparison {
  const plan = coursePlan(records);
  return { school: SCHOOL, term: TERM, plan, taken: takenFrom(plan), students: [], courses: [], before: null, ...changed };
}
