/** One 學號 carried by two students. */
import type { CanonicalRecord } from '../../core/record.ts';
import { bySource, textOf } from '../read.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'school',
  severity: 'warning',
  title: { 'zh-TW': '兩位學生使用同一個學號', en: 'Two students have the same student number' },
  message: {
    'zh-TW': '學號「{value}」也出現在「{otherSheet}」第 {otherRow} 列的另一位學生。',
    en: 'The student number "{value}" also belongs to the student in "{otherSheet}", row {otherRow}.',
  },
  why: {
    'zh-TW': '常見原因是身分證號更正後，新舊兩筆並存，同一位學生變成兩人。學號由各校自訂，這是資料品質檢查，不是教育部公告的規定。',
    en: 'Usually an id was corrected and the old row stayed, so that one student appears as two. Numbers are the school\'s own; this is a data quality check, not a published requirement.',
  },
  fix: {
    'zh-TW': '請確認兩筆是否為同一人：是，刪除舊號碼那一筆並報送學籍更正；不是，更正學號。',
    en: 'Find out whether both are one person: if so, remove the row with the old id and report the correction; if not, correct the student number.',
  },
  source: ['RULE-509', 'RULE-116'],
  certainty: 'C',
  types: ['student'],
  begin() {
    const holders = new Map<string, CanonicalRecord[]>();
    return {
      student(records) {
        for (const record of records) {
          const number = record.type === 'student' ? textOf(record, 'studentNumber') : undefined;
          if (number === undefined) continue;
          const list = holders.get(number);
          if (list) list.push(record);
          else holders.set(number, [record]);
        }
      },
      *end() {
        for (const records of holders.values()) {
          const [other, ...rest] = records.sort(bySource);
          for (const record of rest) if (record.idNumber !== other!.idNumber) yield { field: 'studentNumber', record, other: other! };
        }
      },
    };
  },
});
