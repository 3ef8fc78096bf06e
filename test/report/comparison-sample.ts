/** A comparison as the reports draw it. */
import { coursePlan } from '../../src/core/filed-plan.ts';
import type { CanonicalRecord } from '../../src/core/record.ts';
import { type ComparisonReport, type Difference, DIFFERENCE_KINDS } from '../../src/report/comparison-model.ts';

export const CODE = '114990301H11101A1010101';
const plan = coursePlan([{ type: 'coursePlanRow', school: '990301', term: '114-0', source: { input: 'plan', table: 0, row: 1 }, courseCode: CODE, subjectName: '國語文', termCredits: '444440', termOpenTypes: '00000-', attribute: '1101', courseType: '普通型高中' } as CanonicalRecord]);

export const difference = (changed: Partial<Difference> = {}): Difference => ({
  kind: 'CREDITS', reason: 'differs', origin: 'score', division: 'day',
  student: { id: 'A11007****', studentNumber: '114000*', name: '王○○', seat: '01' },
  grade: 1, class: '101', courseCode: CODE, subject: '國語文', credits: 3, ours: '3', plan: '4', planRow: 0, file: '成績.xlsx', sheet: '學期成績', row: 2, record: 'input:0:2', ...changed,
});

export function sampleComparison(differences: readonly Difference[], changed: Partial<ComparisonReport> = {}): ComparisonReport {
  const counts = Map.groupBy(differences, ({ kind }) => kind);
  return {
    school: '990301', schoolName: '示範高中', term: '114-1', today: '2025-09-20', version: '0.0.0', due: '2025-09-29', first: '2025-09-10',
    runs: [{ today: '2025-09-10', differences: 9 }, { today: '2025-09-20', differences: differences.length }],
    result: {
      summary: Object.fromEntries(DIFFERENCE_KINDS.flatMap((kind) => (counts.has(kind) ? [[kind, counts.get(kind)!.length]] : []))), differences, remarks: [],
      compared: { courses: 0, scores: 12, students: 1, classes: 1, paired: 0 }, plan: { rows: plan.rows, odd: [], years: [114], missing: [] },
    },
    ...changed,
  };
}
