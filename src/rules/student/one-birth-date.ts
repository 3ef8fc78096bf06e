/** One id number with more than one birth date. */
import type { CanonicalRecord } from '../../core/record.ts';
import { bySource, KEYED_TYPES, personRecord } from '../read.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'school',
  severity: 'error',
  title: { 'zh-TW': '同一身分證號有不同的出生日期', en: 'One id number has two birth dates' },
  message: {
    'zh-TW': '這個身分證號的出生日期「{value}」，與「{otherSheet}」第 {otherRow} 列的不同。',
    en: 'The birth date "{value}" of this id number differs from the one in "{otherSheet}", row {otherRow}.',
  },
  why: {
    'zh-TW': '中央資料庫以身分證號加出生日期辨認學生；出生日期不同會被當成兩個人，成績因此分家。',
    en: 'The central database knows a student by id number and birth date; two dates make two people and split the record.',
  },
  fix: {
    'zh-TW': '請核對證件，更正錯的那一筆；若屬學籍更正，請以異動代碼 405 報送。',
    en: 'Check the document and correct the wrong row; report a change of birth date with change code 405.',
  },
  source: ['RULE-403', 'RULE-116'],
  certainty: 'B',
  types: KEYED_TYPES,
  /** The student roster's date is taken as the right one; without a roster row, the one that stands first. */
  begin() {
    const people = new Map<string, CanonicalRecord[]>();
    return {
      student(records, key) {
        people.set(key.idNumber, [...(people.get(key.idNumber) ?? []), personRecord(records)!]);
      },
      *end() {
        for (const records of people.values()) {
          const right = personRecord(records.sort(bySource))!;
          for (const record of records) {
            if (record !== right) yield { field: 'birthDate', record, other: right };
          }
        }
      },
    };
  },
});
