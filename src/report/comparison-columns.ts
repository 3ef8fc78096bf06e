/**
 * Columns of the comparison's workbook: those of a vendor's own reports (修課檢核, 學期成績, 課程代碼表), which registrars know,
 * then what differs and where the row stands in the school's file.
 */
import type { PlanRow } from '../core/filed-plan.ts';
import { governingOf, itemCategoryOf, requiredOf } from '../core/plan-words.ts';
import { parseCourseCode } from '../core/course-code.ts';
import { classLabel, differenceFix, differenceMessage } from './comparison-groups.ts';
import type { ComparisonReport, Difference } from './comparison-model.ts';
import { visible } from './html/visible.ts';
import { DIFFERENCES } from './texts/differences.ts';

/** A difference with all that its row is made from. */
export interface Line {
  readonly report: ComparisonReport;
  readonly one: Difference;
  readonly row: PlanRow | null;
}

export type Column<Of> = readonly [header: string, cell: (of: Of) => string | number | null | undefined];

/** Longest text of a cell; a subject's name has some forty characters. */
const TEXT = 400;

/** Nothing unseen gets into a cell, and nothing endless. */
export function cell(value: string | number | null | undefined): string {
  return value === null || value === undefined ? '' : visible(String(value), TEXT);
}

const part = (index: 0 | 1): ((line: Line) => string | undefined) => ({ report }) => report.term.split('-')[index];
const category = ({ one, row }: Line): string => parseCourseCode(one.courseCode ?? '')?.category ?? row?.category ?? '';
const attribute = ({ one, row }: Line): string => parseCourseCode(one.courseCode ?? '')?.attribute ?? row?.attribute ?? '';
const inWords = (code: string, word: (code: string) => string): string => (code === '' ? '' : word(code));

const STUDENT: readonly Column<Line>[] = [
  ['學號', ({ one }) => one.student?.studentNumber ?? one.student?.id], ['班級', ({ one }) => one.class], ['座號', ({ one }) => one.student?.seat], ['姓名', ({ one }) => one.student?.name],
];
const KIND: readonly Column<Line>[] = [
  ['科目級別', () => null],
  ['部定校訂', (line) => inWords(category(line), governingOf)], ['必修選修', (line) => inWords(category(line), requiredOf)], ['分項類別', (line) => inWords(attribute(line), itemCategoryOf)],
];
const SAYS: Column<Line> = ['說明', ({ one }) => differenceMessage(one)['zh-TW']];
const FOUND: readonly Column<Line>[] = [
  ['不符類別', ({ one }) => DIFFERENCES[one.kind]['zh-TW']], ['校務系統', ({ one }) => one.ours], ['課程計畫', ({ one }) => one.plan], ['怎麼改', ({ one }) => differenceFix(one)['zh-TW']],
  ['檔案', ({ one }) => one.file], ['工作表', ({ one }) => one.sheet], ['列', ({ one }) => one.row],
];

/** 修課檢核: a student's course before there is a score. */
export const ENROLLED_COLUMNS: readonly Column<Line>[] = [
  ['學年度', part(0)], ['學期', part(1)], ['年級', ({ one }) => one.grade], ...STUDENT,
  ['課程名稱', () => null], ['科目名稱', ({ one }) => one.subject], ...KIND,
  ['學分數', ({ one }) => (one.division === 'day' ? one.credits : null)], ['節數', ({ one }) => (one.division === 'night' ? one.credits : null)],
  ['課程代碼', ({ one }) => one.courseCode], ['授課學期學分節數', ({ row }) => row?.termCredits], ['開課方式', ({ row }) => row?.termOpenTypes],
  ['課程規劃表', ({ row }) => row?.group], ['報部科目名稱', ({ row }) => row?.name], SAYS, ...FOUND,
];

/** 學期成績: the same of a course that has one. */
export const SCORE_COLUMNS: readonly Column<Line>[] = [
  ...STUDENT, ['學年度', part(0)], ['學期', part(1)], ['成績年級', ({ one }) => one.grade], ['科目名稱', ({ one }) => one.subject], ...KIND,
  ['學分數', ({ one }) => one.credits], ['課程代碼', ({ one }) => one.courseCode], ['授課學期學分節數', ({ row }) => row?.termCredits], ['課程規劃表名稱', ({ row }) => row?.group], SAYS, ...FOUND,
];

/** 課程代碼表: the filed plan itself. */
export const PLAN_COLUMNS: readonly Column<PlanRow>[] = [
  ['群組代碼', (row) => row.group], ['課程代碼', (row) => row.code], ['科目名稱', (row) => row.name], ['入學年', (row) => row.parts.entryYear],
  ['部定校訂', (row) => governingOf(row.category)], ['必修選修', (row) => requiredOf(row.category)], ['課程類型', (row) => row.courseType],
  ['群別', (row) => row.parts.group], ['科別', (row) => row.parts.department], ['班群', (row) => row.parts.classGroup],
  ['授課學期學分/節數', (row) => row.termCredits], ['授課開課方式', (row) => row.termOpenTypes], ['課程屬性', (row) => `${row.category}${row.attribute}${row.domain}`],
];

/** 應修課程代碼未修, and what the school's own table lacks or has otherwise: rows of the plan, with what is said of them. */
export const PLAN_LINE_COLUMNS: readonly Column<Line>[] = [
  ['班級', ({ one }) => classLabel(one)['zh-TW']], ['課程代碼', ({ one }) => one.courseCode], ['科目名稱', ({ one }) => one.subject],
  ...PLAN_COLUMNS.filter(([header]) => header !== '課程代碼' && header !== '科目名稱').map(([header, of]): Column<Line> => [header, ({ row }) => row && of(row)]), SAYS, ...FOUND,
];
