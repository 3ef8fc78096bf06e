/** Why a rule was not run, in words for the report. */
import type { Bilingual } from '../core/problem.ts';
import type { RecordType } from '../core/record.ts';

const NAMES: Readonly<Record<RecordType, Bilingual>> = {
  school: { 'zh-TW': '學校資料', en: 'school data' },
  student: { 'zh-TW': '學生資料', en: 'student roster' },
  enrolment: { 'zh-TW': '學籍異動', en: 'status changes' },
  absence: { 'zh-TW': '缺勤紀錄', en: 'absences' },
  cadre: { 'zh-TW': '校內幹部經歷', en: 'cadre records' },
  coursePlanRow: { 'zh-TW': '課程計畫', en: 'course plan' },
  courseRecord: { 'zh-TW': '修課紀錄', en: 'course records' },
  courseWork: { 'zh-TW': '課程學習成果', en: 'course works' },
  performance: { 'zh-TW': '多元表現', en: 'performances' },
  consultation: { 'zh-TW': '課程諮詢紀錄', en: 'consultations' },
  statement: { 'zh-TW': '自傳及學習計畫', en: 'statements' },
  attachment: { 'zh-TW': '檔案', en: 'attachments' },
  certification: { 'zh-TW': '認證紀錄', en: 'certifications' },
  selection: { 'zh-TW': '勾選紀錄', en: 'selections' },
  reply: { 'zh-TW': '中央資料庫回覆', en: 'official replies' },
};

export const switchedOff: Bilingual = {
  'zh-TW': '政策設定停用這條規則。',
  en: 'Switched off by policy.',
};

export const noCalendar: Bilingual = {
  'zh-TW': '行事曆（calendar.json）沒有這個學期。',
  en: 'The calendar (calendar.json) does not have this term.',
};

export const noPlan: Bilingual = {
  'zh-TW': '沒有匯入課程計畫（課程代碼），無從比對。',
  en: 'No filed course plan was taken in to compare with.',
};

export const yearlyOnly: Bilingual = {
  'zh-TW': '課程學習成果與多元表現在學年檢查（114-0）時才檢查。',
  en: 'Works and performances are looked at in the check of the school year (114-0).',
};

/** The term has no records of the types a rule looks at or needs. */
export function absentTypes(types: readonly RecordType[]): Bilingual {
  return {
    'zh-TW': `本學期沒有可供檢查的資料：${types.map((type) => NAMES[type]['zh-TW']).join('、')}。`,
    en: `This term has no data to check: ${types.map((type) => NAMES[type].en).join(', ')}.`,
  };
}
