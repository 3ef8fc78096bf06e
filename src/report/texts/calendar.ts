/** Words for the calendar: what its dates are called, and who has to act on them. */
import type { WindowKind } from '../../core/calendar.ts';
import type { Bilingual } from '../../core/problem.ts';

/** What a calendar can hold of a term or year. */
export const CALENDAR_ENTRIES = {
  firstDay: { 'zh-TW': '開學日', en: 'first day of term' },
  lastDay: { 'zh-TW': '休業式', en: 'last day of term' },
  upload: { 'zh-TW': '學生上傳課程學習成果', en: 'uploading course works' },
  certification: { 'zh-TW': '教師認證', en: 'certification by teachers' },
  workSelection: { 'zh-TW': '勾選課程學習成果', en: 'picking course works' },
  performanceSelection: { 'zh-TW': '勾選多元表現', en: 'picking performances' },
  precheck: { 'zh-TW': '預檢', en: 'pre-check' },
  submission: { 'zh-TW': '提交', en: 'submission' },
  receipt: { 'zh-TW': '確認收訖明細', en: 'confirming receipts' },
} as const satisfies Record<WindowKind | 'firstDay' | 'lastDay', Bilingual>;

/** Deadlines that follow from dates of the calendar. */
export const DERIVED_DEADLINES = {
  comparison: { 'zh-TW': '第一次課程代碼比對', en: 'first course-code comparison' },
  ready: { 'zh-TW': '備妥提交資料', en: 'data ready for submission' },
} as const satisfies Record<string, Bilingual>;

export const ACTORS = {
  student: { 'zh-TW': '學生', en: 'student' },
  teacher: { 'zh-TW': '教師', en: 'teacher' },
  school: { 'zh-TW': '學校', en: 'school' },
} as const satisfies Record<string, Bilingual>;
