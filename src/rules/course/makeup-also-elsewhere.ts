/** A made-up course that is also among the regular or the transferred scores. */
import type { CanonicalRecord } from '../../core/record.ts';
import { textOf } from '../read.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'student',
  severity: 'error',
  title: { 'zh-TW': '補修科目同時列在其他分頁', en: 'A made-up course is also in another sheet' },
  message: {
    'zh-TW': '課程代碼「{value}」已列在補修成績，又出現在「{otherSheet}」第 {otherRow} 列。',
    en: 'The course code "{value}" is in the sheet of made-up courses and again in "{otherSheet}", row {otherRow}.',
  },
  why: {
    'zh-TW': '補修的科目只列在補修成績；同時列在學期成績或轉學轉科成績，學分會計算兩次。學期成績中年級與學分也相同時，可能是補修沒有移出，列為警告。',
    en: 'A made-up course is reported in its own sheet only; twice would count its credits twice. A regular row with equal grade and credits is a warning: perhaps the make-up was not moved out.',
  },
  fix: {
    'zh-TW': '請在校務系統把補修科目從學期成績及轉學轉科成績移除，只留補修成績。',
    en: 'Take the made-up course out of the regular and transferred scores in the school system.',
  },
  source: ['RULE-404', 'RULE-410'],
  certainty: 'B',
  types: ['courseRecord'],
  /**
   * A code spans all terms of a course, so the same code alone proves nothing: a transferred row is the same course
   * when its term is, a regular row when the made-up course was due this term; a regular row of the same grade,
   * half-year and credits is probably the make-up itself.
   */
  *check(records, _key, { term }) {
    let others: ReadonlyMap<unknown, readonly CanonicalRecord[]> | undefined;
    const rows = records.filter(({ type }) => type === 'courseRecord');
    for (const record of rows) {
      const code = record.kind === 'makeup' ? textOf(record, 'courseCode') : undefined;
      if (code === undefined) continue;
      // Few students make anything up: for all others there is nothing to sort.
      others ??= Map.groupBy(rows.filter(({ kind }) => kind === 'regular' || kind === 'transfer'), (one) => one['courseCode']);
      for (const other of others.get(code) ?? []) {
        const severity = clash(record, other, term);
        if (severity) yield { field: 'courseCode', record, other, severity };
      }
    }
  },
});

function clash(makeup: CanonicalRecord, other: CanonicalRecord, term: string): 'error' | 'warning' | null {
  const due = `${makeup['courseYear']}-${makeup['courseTerm']}`;
  if (other.kind === 'transfer') return due === `${other['courseYear']}-${other['courseTerm']}` ? 'error' : null;
  if (due === term) return 'error';
  const alike = makeup['grade'] === other['grade'] && makeup['credits'] === other['credits'] && String(makeup['courseTerm']) === term.slice(-1);
  return alike ? 'warning' : null;
}
