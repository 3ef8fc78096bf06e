/** A student listed twice in 學生資料. */
import { rule } from '../rule.ts';

export default rule({
  scope: 'student',
  severity: 'error',
  title: { 'zh-TW': '學生資料重複', en: 'The student is in the roster twice' },
  message: {
    'zh-TW': '這位學生在學生資料名冊出現不只一次，與「{otherSheet}」第 {otherRow} 列重複。',
    en: 'This student is in the student roster more than once; see "{otherSheet}", row {otherRow}.',
  },
  why: {
    'zh-TW': '一所學校一學期一位學生只能有一列；重複時無法判斷以哪一列的班級、科別為準。',
    en: 'One school has one row for a student in a term; with two, nobody can tell which class and department hold.',
  },
  fix: {
    'zh-TW': '請刪除多餘的一列；學期中轉科、轉班的學生只留最後的學籍狀態。',
    en: 'Remove the surplus row; for a student who changed class or department in the term keep the latest state.',
  },
  source: ['RULE-403', 'RULE-404'],
  certainty: 'B',
  types: ['student'],
  *check(records) {
    const [first, ...repeated] = records.filter((record) => record.type === 'student');
    for (const record of repeated) yield { field: 'idNumber', record, other: first };
  },
});
