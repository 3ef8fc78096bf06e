/** 課程代碼 that are not 23 characters, or have letters where digits belong. */
import { parseCourseCode } from '../../core/course-code.ts';
import { textOf } from '../read.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'record',
  severity: 'error',
  title: { 'zh-TW': '課程代碼格式不正確', en: 'The course code has the wrong layout' },
  message: {
    'zh-TW': '課程代碼「{value}」有 {length} 碼；應為 23 碼半形大寫英數字，前 9 碼是學年度與學校代碼。',
    en: 'The course code "{value}" has {length} characters; it must be 23 half-width digits and capitals, the first 9 being school year and school code.',
  },
  why: {
    'zh-TW': '課程代碼的每一段都有意義，長度或字元不對，就無法與課程計畫比對。',
    en: 'Every part of the code has a meaning; with another length or other characters it cannot be compared with the course plan.',
  },
  fix: {
    'zh-TW': '請由課程計畫平臺重新下載課程代碼，更新校務系統後再匯出；不要手動輸入代碼。',
    en: 'Download the codes from the course plan platform again, update the school system and export; do not type codes by hand.',
  },
  source: ['RULE-412'],
  certainty: 'B',
  types: ['courseRecord', 'courseWork'],
  reads: ['courseCode'],
  check(record) {
    const code = textOf(record, 'courseCode');
    if (code === undefined || parseCourseCode(code)) return;
    return [{ field: 'courseCode', params: { length: [...code].length } }];
  },
});
