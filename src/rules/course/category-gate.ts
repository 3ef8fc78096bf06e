/** 團體活動 and 彈性學習 rows that must not be among the scores. */
import { courseCodeOf } from '../read.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'record',
  severity: 'error',
  title: { 'zh-TW': '團體活動、彈性學習不可列入成績', en: 'Group activities and flexible learning do not belong among the scores' },
  message: {
    'zh-TW': '課程代碼「{value}」第 17 碼是 {category}（8 團體活動、9 彈性學習），這類課程不列入成績名冊。',
    en: 'Position 17 of the course code "{value}" is {category} (8 group activities, 9 flexible learning): such courses are not reported as scores.',
  },
  why: {
    'zh-TW': '團體活動時間與彈性學習時間不授予學分；只有第 19 碼為 D（授予學分的充實、補強性教學）的彈性學習才列入。',
    en: 'They carry no credit. Only flexible learning with D at position 19, teaching that gives credit, is reported.',
  },
  fix: {
    'zh-TW': '請在校務系統設定這個科目不列入成績名冊，重新匯出；若課程確有授予學分，請檢查課程代碼第 19 碼。',
    en: 'Set the subject in the school system so that it is left out of the score roster and export again; if it does carry credit, check position 19 of its code.',
  },
  source: ['RULE-411'],
  certainty: 'B',
  types: ['courseRecord'],
  reads: ['courseCode'],
  check(record) {
    const code = courseCodeOf(record);
    if (!code || !'89'.includes(code.category) || (code.category === '9' && code.attribute === 'D')) return;
    return [{ field: 'courseCode', params: { category: code.category } }];
  },
});
