/** The comparison as a workbook for the registrar: one sheet a list of the vendors' reports, each row with what differs and what to do. */
import { writeXlsx } from '../formats/xlsx/write.ts';
import { cell, type Column, ENROLLED_COLUMNS, type Line, PLAN_COLUMNS, PLAN_LINE_COLUMNS, SCORE_COLUMNS } from './comparison-columns.ts';
import { kindLines } from './comparison-groups.ts';
import { type ComparisonReport, type Difference, differencesIn } from './comparison-model.ts';
import { DIFFERENCES } from './texts/differences.ts';

interface Sheet {
  readonly title: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

function sheet<Of>(title: string, columns: readonly Column<Of>[], of: readonly Of[]): Sheet {
  return { title, header: columns.map(([header]) => header), rows: of.map((one) => columns.map(([, value]) => cell(value(one)))) };
}

function overview({ school, schoolName, term, today, due, first, result }: ComparisonReport): Sheet {
  const count = differencesIn(result.summary);
  const rows: (readonly string[])[] = [
    ['學校', cell(`${school} ${schoolName ?? ''}`.trim())], ['學期', term], ['比對日期', today], ['第 1 次比對', first], ['期限（開學後 4 週）', due ?? '行事曆沒有開學日'],
    ['結果', count === 0 ? '正確無誤' : `${count} 項不符`], ['課程計畫入學年', result.plan.years.join('、')],
    ...(result.plan.missing.length > 0 ? [['沒有計畫的入學年', result.plan.missing.join('、')]] : []),
    ...kindLines(result.differences).map(({ kind, count: number }) => [DIFFERENCES[kind]['zh-TW'], String(number)]),
  ];
  return { title: '比對結果', header: ['項目', '內容'], rows };
}

/** Which sheet a difference stands in; `enrolled` and `score` as in the vendors' reports. */
function listOf({ kind, origin }: Difference): 'uncoded' | 'enrolled' | 'score' | 'untaken' | 'course' | 'class' {
  if (kind === 'CODE_MISSING' && origin !== 'course') return 'uncoded';
  if (kind === 'REQUIRED_NOT_TAKEN') return 'untaken';
  if (origin === 'class' || origin === 'student') return 'class';
  return origin === 'plan' ? 'course' : origin;
}

/** Sheets without a row are left out, but for the result and the plan. */
export function comparisonWorkbook(report: ComparisonReport): Promise<Uint8Array> {
  const { plan, differences, remarks } = report.result;
  const line = (one: Difference): Line => ({ report, one, row: one.planRow === null ? null : plan.rows[one.planRow] ?? null });
  const lists = Map.groupBy(differences, listOf);
  const lines = (name: ReturnType<typeof listOf>): Line[] => (lists.get(name) ?? []).map(line);
  const sheets = [
    sheet('修課檢核', ENROLLED_COLUMNS, lines('enrolled')),
    sheet('學期成績', SCORE_COLUMNS, lines('score')),
    sheet('應修課程代碼未修', PLAN_LINE_COLUMNS, lines('untaken')),
    sheet('沒有課程代碼', ENROLLED_COLUMNS, lines('uncoded')),
    sheet('課程規劃表', PLAN_LINE_COLUMNS, lines('course')),
    sheet('班級群科班', PLAN_LINE_COLUMNS, lines('class')),
    sheet('提醒', PLAN_LINE_COLUMNS, remarks.map(line)),
  ];
  return writeXlsx({ sheets: [overview(report), ...sheets.filter(({ rows }) => rows.length > 0), sheet('課程代碼表', PLAN_COLUMNS, plan.rows)] });
}
