/** Sheets about an earlier course must say which school year and term it was. */
import { numberOf } from '../read.ts';
import { rule } from '../rule.ts';

const KINDS: Readonly<Record<string, readonly (string | undefined)[]>> = {
  courseRecord: ['makeup', 'transfer', 'retake', 'nightTransfer'],
  courseWork: ['makeup', 'transfer', 'retake', 'visiting'],
};

export default rule({
  scope: 'record',
  severity: 'error',
  title: { 'zh-TW': '原修課的學年度或學期不正確', en: 'School year or term of the original course is missing or wrong' },
  message: {
    'zh-TW': '應修課、原修課或對應的學年度學期是「{year}-{part}」；學年度必填，學期應為 1 或 2。',
    en: 'School year and term of the original course are "{year}-{part}"; the year is required and the term must be 1 or 2.',
  },
  why: {
    'zh-TW': '補修、重修、轉學轉科與借讀的資料，要靠原來的學年度學期才能對應到課程。',
    en: 'Made-up, retaken, transferred and visiting courses are found by the year and term they were due or taken.',
  },
  fix: {
    'zh-TW': '請在校務系統補上原來的學年度與學期後重新匯出。',
    en: 'Enter the original school year and term in the school system and export again.',
  },
  source: ['RULE-104', 'RULE-105', 'RULE-106', 'RULE-302'],
  certainty: 'B',
  types: ['courseRecord', 'courseWork'],
  reads: ['courseYear', 'courseTerm'],
  check(record) {
    if (!KINDS[record.type]?.includes(record.kind)) return;
    const year = numberOf(record, 'courseYear');
    const part = numberOf(record, 'courseTerm');
    const params = { year: year ?? '', part: part ?? '' };
    if (typeof year !== 'number') return [{ field: 'courseYear', params }];
    if (part !== 1 && part !== 2) return [{ field: 'courseTerm', params }];
    return;
  },
});
