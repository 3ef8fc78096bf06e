/** A repeated course that is also among the regular scores of the term. */
import type { CanonicalRecord } from '../../core/record.ts';
import { textOf } from '../read.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'student',
  severity: 'error',
  title: { 'zh-TW': '重讀科目同時列在學期成績', en: 'A repeated course is also among the regular scores' },
  message: {
    'zh-TW': '課程代碼「{value}」已列在重讀成績，又出現在「{otherSheet}」第 {otherRow} 列。',
    en: 'The course code "{value}" is in the sheet of repeated courses and again in "{otherSheet}", row {otherRow}.',
  },
  why: {
    'zh-TW': '再次修習的科目只列在重讀成績，重複列出會使同一門課計算兩次學分。',
    en: 'A course studied again is reported in the sheet of repeated courses only; twice would count its credits twice.',
  },
  fix: {
    'zh-TW': '請在校務系統把這個科目從學期成績名冊移除，只留重讀成績。',
    en: 'Take the course out of the regular scores in the school system and leave it among the repeated ones.',
  },
  source: ['RULE-107', 'RULE-404'],
  certainty: 'B',
  types: ['courseRecord'],
  *check(records) {
    let regular: ReadonlyMap<unknown, CanonicalRecord> | undefined;
    const rows = records.filter(({ type }) => type === 'courseRecord');
    for (const record of rows) {
      const code = record.kind === 'repeat' ? textOf(record, 'courseCode') : undefined;
      if (code === undefined) continue;
      // Few students repeat anything: for all others there is nothing to sort.
      regular ??= new Map(rows.filter(({ kind }) => kind === 'regular').map((one) => [one['courseCode'], one]));
      const other = regular.get(code);
      if (other) yield { field: 'courseCode', record, other };
    }
  },
});
