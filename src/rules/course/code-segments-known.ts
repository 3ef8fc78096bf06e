/** Segments of a 課程代碼 that are in no code table. */
import { COURSE_CODE_SEGMENTS, parseCourseCode } from '../../core/course-code.ts';
import { textOf } from '../read.ts';
import { rule } from '../rule.ts';

/** Segments with a complete table; 課程類型, 群別 and 開課方式 have none that is known to be complete. */
const SEGMENTS = [
  ['category', 'course-category', '課程類別(course category)'],
  ['attribute', 'subject-attribute', '科目屬性(subject attribute)'],
  ['domain', 'domain', '領域(domain)'],
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
    'zh-TW': '分段代碼不存在，代表代碼打錯或對錯科目，與課程計畫比對時一定不符。',
    en: 'An unknown segment means a mistyped code or the wrong subject; it cannot agree with the course plan.',
  },
  fix: {
    'zh-TW': '請由課程計畫平臺重新下載課程代碼再比對；若平臺上確實有這個代碼，請告知資料中心更新代碼表。',
    en: 'Download the codes from the course plan platform and match again; if the platform has this code, tell the data centre to update its tables.',
  },
  source: ['RULE-412'],
  certainty: 'B',
  types: ['courseRecord', 'courseWork'],
  *check(record, context) {
    const code = parseCourseCode(textOf(record, 'courseCode') ?? '');
    if (!code) return;
    for (const [segment, list, name] of SEGMENTS) {
      const part = code[segment];
      if (context.inList(list, part)) continue;
      const [start, length] = COURSE_CODE_SEGMENTS[segment];
      const position = length === 1 ? String(start + 1) : `${start + 1}-${start + length}`;
      yield { field: 'courseCode', params: { position, part, segment: name } };
    }
  },
});
