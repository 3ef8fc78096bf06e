/** Students with rows in other rosters who are not in the term's 學生資料. */
import type { CanonicalRecord } from '../../core/record.ts';
import { KEYED_TYPES } from '../read.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'school',
  severity: 'error',
  title: { 'zh-TW': '學生不在學生資料名冊中', en: 'The student is not in the student roster' },
  message: {
    'zh-TW': '這位學生有 {rows} 筆資料，但本學期的學生資料名冊中沒有這個身分證號。',
    en: 'This student has {rows} records, but the id is not in the term\'s student roster.',
  },
  why: {
    'zh-TW': '每一筆資料的身分證號加出生日期都要與學生資料名冊一致，否則中央資料庫無法歸戶。',
    en: 'Id number and birth date of every row must match the student roster, or the central database cannot assign the row.',
  },
  fix: {
    'zh-TW': '若學生在學，請在學生資料名冊補上；若身分證號打錯，請更正；若學生已離校或屬他校學籍，請移除這些資料。',
    en: 'Add the student to the roster if enrolled; correct the id if mistyped; remove the rows if the student has left or belongs to another school.',
  },
  source: ['RULE-403'],
  certainty: 'B',
  types: KEYED_TYPES,
  needs: ['student'],
  /** Silent about an id that the roster has with another birth date: `student/one-birth-date` says that better. */
  begin() {
    const roster = new Set<string>();
    const others: { id: string; record: CanonicalRecord; rows: number }[] = [];
    return {
      student(records, key) {
        if (records.some((record) => record.type === 'student')) roster.add(key.idNumber);
        else others.push({ id: key.idNumber, record: records[0]!, rows: records.length });
      },
      *end() {
        for (const { id, record, rows } of others) {
          if (!roster.has(id)) yield { field: 'idNumber', record, params: { rows } };
        }
      },
    };
  },
});
