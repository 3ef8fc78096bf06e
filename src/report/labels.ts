/** Names of types, severities, statuses and people in both languages. */
import type { WhoseMove } from '../core/fault.ts';
import type { Bilingual, Severity } from '../core/problem.ts';
import type { RecordType } from '../core/record.ts';
import { parseTerm } from '../core/term.ts';
import type { FileLine, SchoolStatus } from './model.ts';
import { same } from './words.ts';

const RECORDS = {
  school: { 'zh-TW': '學校', en: 'School' },
  student: { 'zh-TW': '學生', en: 'Students' },
  enrolment: { 'zh-TW': '學籍異動', en: 'Enrolment changes' },
  cadre: { 'zh-TW': '校內幹部經歷', en: 'School offices held' },
  absence: { 'zh-TW': '缺勤紀錄', en: 'Absences' },
  coursePlanRow: { 'zh-TW': '課程計畫', en: 'Course plan' },
  courseRecord: { 'zh-TW': '修課紀錄', en: 'Course records' },
  courseWork: { 'zh-TW': '課程學習成果', en: 'Course works' },
  performance: { 'zh-TW': '多元表現', en: 'Performances' },
  consultation: { 'zh-TW': '課程諮詢紀錄', en: 'Course consultations' },
  statement: { 'zh-TW': '自傳與學習計畫', en: 'Statements' },
  attachment: { 'zh-TW': '檔案', en: 'Attachments' },
  certification: { 'zh-TW': '認證', en: 'Certifications' },
  selection: { 'zh-TW': '勾選', en: 'Selections' },
  reply: { 'zh-TW': '中央資料庫回覆', en: 'Official replies' },
} as const satisfies Record<RecordType | 'absence', Bilingual>;

/** Kinds of records, as the rosters' own sheets call them; course records and course works share theirs. */
const KINDS = {
  statusChange: { 'zh-TW': '學籍異動', en: 'Status changes' },
  visiting: { 'zh-TW': '借讀', en: 'Visiting students' },
  regular: { 'zh-TW': '學期修課', en: 'Regular courses' },
  makeup: { 'zh-TW': '補修', en: 'Courses made up' },
  transfer: { 'zh-TW': '轉學轉科抵免', en: 'Credited on transfer' },
  retake: { 'zh-TW': '重修', en: 'Retaken courses' },
  repeat: { 'zh-TW': '重讀', en: 'Repeated courses' },
  nightRegular: { 'zh-TW': '進修部學期修課', en: 'Regular courses (night division)' },
  nightReexam: { 'zh-TW': '進修部補考', en: 'Re-examinations (night division)' },
  nightTransfer: { 'zh-TW': '進修部轉學轉科抵免', en: 'Credited on transfer (night division)' },
  competition: { 'zh-TW': '競賽參與', en: 'Competitions' },
  certificate: { 'zh-TW': '檢定證照', en: 'Certificates' },
  service: { 'zh-TW': '服務學習', en: 'Service learning' },
  flexible: { 'zh-TW': '彈性學習時間', en: 'Flexible learning' },
  group: { 'zh-TW': '團體活動時間', en: 'Group activities' },
  workplace: { 'zh-TW': '職場學習', en: 'Workplace learning' },
  work: { 'zh-TW': '作品成果', en: 'Works' },
  precollege: { 'zh-TW': '大學及技專校院先修課程', en: 'Pre-college courses' },
  other: { 'zh-TW': '其他多元表現', en: 'Other performances' },
  document: { 'zh-TW': '文件', en: 'Documents' },
  media: { 'zh-TW': '影音', en: 'Recordings' },
  status: { 'zh-TW': '處理結果', en: 'States of uploads' },
  error: { 'zh-TW': '錯誤訊息', en: 'Errors in rows' },
  receipt: { 'zh-TW': '名冊資訊', en: 'Workbooks confirmed' },
} as const satisfies Record<string, Bilingual>;

/** Name of a record type or of one of its kinds; what this version does not know keeps its identifier. */
export function recordLabel(type: string): Bilingual {
  const words: Readonly<Record<string, Bilingual>> = { ...KINDS, ...RECORDS };
  return Object.hasOwn(words, type) ? words[type] ?? same(type) : same(type);
}

/** Record types in the order a report lists them; unknown ones last. */
export function byRecordType(a: string, b: string): number {
  const order = Object.keys(RECORDS);
  const place = (type: string): number => (order.includes(type) ? order.indexOf(type) : order.length);
  return place(a) - place(b) || (a < b ? -1 : 1);
}

export const SEVERITIES = {
  error: { 'zh-TW': '錯誤', en: 'Error' },
  warning: { 'zh-TW': '提醒', en: 'Warning' },
  info: { 'zh-TW': '參考', en: 'Note' },
} as const satisfies Record<Severity, Bilingual>;

export const STATUSES = {
  fault: { 'zh-TW': '執行失敗', en: 'Run failed' },
  shut: { 'zh-TW': '待更正', en: 'To be corrected' },
  held: { 'zh-TW': '待核可', en: 'Awaiting approval' },
  packed: { 'zh-TW': '已產出', en: 'Packed' },
  imported: { 'zh-TW': '已匯入', en: 'Imported' },
  unchanged: { 'zh-TW': '無變動', en: 'Unchanged' },
} as const satisfies Record<SchoolStatus, Bilingual>;

export const FILE_STATUSES = {
  imported: { 'zh-TW': '已匯入', en: 'Imported' },
  quarantined: { 'zh-TW': '整檔未匯入', en: 'Not imported' },
} as const satisfies Record<FileLine['status'], Bilingual>;

export const MOVERS = {
  school: { 'zh-TW': '學校', en: 'School' },
  'data-centre': { 'zh-TW': '資訊中心', en: 'Data centre' },
  vendor: { 'zh-TW': '廠商', en: 'Vendor' },
  operator: { 'zh-TW': '系統維運人員', en: 'Operator' },
} as const satisfies Record<WhoseMove, Bilingual>;

/** `114-1` → 114 學年度第 1 學期; a text that is no term stays as it is. */
export function termLabel(text: string): Bilingual {
  const term = parseTerm(text);
  if (term === null) return same(text);
  if (term.part === 0) return { 'zh-TW': `${term.year} 學年度（全學年）`, en: `School year ${term.year} (whole year)` };
  return { 'zh-TW': `${term.year} 學年度第 ${term.part} 學期`, en: `School year ${term.year}, term ${term.part}` };
}

/** `2026-02-10` → 民國 115 年 2 月 10 日; a text that is no ISO date stays as it is. */
export function dayLabel(iso: string): Bilingual {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (match === null) return same(iso);
  return { 'zh-TW': `民國 ${Number(match[1]) - 1911} 年 ${Number(match[2])} 月 ${Number(match[3])} 日`, en: iso };
}
