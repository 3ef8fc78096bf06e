/** Segments of a 課程代碼 that are in no code table. */
import { COURSE_CODE_SEGMENTS } from '../../core/course-code.ts';
import { courseCodeOf } from '../read.ts';
import { rule } from '../rule.ts';

/** Segments with a table worth comparing with; 課程類型, 群別 and 班群 have none. The table of 領域 is of 2023 and may lack new ones. */
const SEGMENTS = [
  ['category', 'course-category', '課程類別(course category)', 'error'],
  ['attribute', 'subject-attribute', '科目屬性(subject attribute)', 'error'],
  ['domain', 'domain', '領域(domain)', 'warning'],
] as const;

export default rule({
  scope: 'record',
  severity: 'error',
  title: { 'zh-TW': '課程代碼有不存在的分段代碼', en: 'A segment of the course code is unknown' },
  message: {
    'zh-TW': '課程代碼「{value}」第 {position} 碼「{part}」不在代碼表中：{segment}。',
    en: 'In the course code "{value}", "{part}" at position {position} is in no code table: {segment}.',
  },
  why: {
    'zh-TW': '分段代碼不存在，代表代碼打錯或對錯科目，與課程計畫比對時一定不符。領域代碼表可能尚未收錄新代碼，只列為警告。',
    en: 'An unknown segment means a mistyped code or the wrong subject; it cannot agree with the course plan. The table of domains may lack new ones, so those are warnings.',
  },
  fix: {
    'zh-TW': '請由課程計畫平臺重新下載課程代碼再比對；若平臺上確實有這個代碼，請告知資料中心更新代碼表。',
    en: 'Download the codes from the course plan platform and match again; if the platform has this code, tell the data centre to update its tables.',
  },
  source: ['RULE-412'],
  certainty: 'B',
  types: ['courseRecord', 'courseWork'],
  reads: ['courseCode'],
  *check(record, context) {
    const code = courseCodeOf(record);
    if (!code) return;
    for (const [segment, list, name, severity] of SEGMENTS) {
      const part = code[segment];
      if (context.inList(list, part)) continue;
      const [start, length] = COURSE_CODE_SEGMENTS[segment];
      const position = length === 1 ? String(start + 1) : `${start + 1}-${start + length}`;
      yield { field: 'courseCode', params: { position, part, segment: name }, severity };
    }
  },
});
