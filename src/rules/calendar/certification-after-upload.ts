/** Teachers certify what students have uploaded: neither start nor end may lie before that of uploading. */
import { GRADES, spanFor } from '../calendar.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'calendar',
  severity: 'warning',
  title: { 'zh-TW': '認證期間早於上傳期間', en: 'Certification comes before uploading' },
  message: {
    'zh-TW': '{term} 年級 {grades}：上傳期間 {uploadFrom} 到 {uploadTo}，教師認證 {from} 到 {to}；認證的開始與截止都不應早於上傳。',
    en: '{term}, grade {grades}: uploading runs from {uploadFrom} to {uploadTo}, certification from {from} to {to}; certification should neither start nor end before uploading.',
  },
  why: {
    'zh-TW': '在上傳截止前就結束認證，最後上傳的成果將沒有人認證，不能勾選。期間的先後順序由平臺設定推定。',
    en: 'If certification ends first, the works uploaded last are never certified and cannot be picked. The order is inferred from the windows of platforms.',
  },
  fix: {
    'zh-TW': '請與學校工作小組確認後，更正行事曆（calendar.json）的日期。',
    en: 'Settle it with the school\'s working group and correct the dates in calendar.json.',
  },
  source: ['RULE-305'],
  certainty: 'C',
  types: [],
  *check(calendar, { term }) {
    for (const grade of GRADES) {
      const upload = spanFor(calendar, term, 'upload', grade);
      const own = spanFor(calendar, term, 'certification', grade);
      if (upload && own && (own.from < upload.from || own.to < upload.to)) {
        yield { params: { term, grades: grade, uploadFrom: upload.from, uploadTo: upload.to, ...own } };
      }
    }
  },
});
