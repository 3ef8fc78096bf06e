/** A subject name longer than the field of the central database is known to hold. */
import { numberParam } from '../read.ts';
import { rule } from '../rule.ts';
import { bytesInBig5 } from '../texts.ts';

export default rule({
  scope: 'field',
  severity: 'warning',
  title: { 'zh-TW': '科目名稱過長', en: 'The subject name is too long' },
  message: {
    'zh-TW': '科目名稱有 {bytes} 個位元組，欄位只放得下 {most} 個，後面可能被截斷。',
    en: 'The subject name takes {bytes} bytes, and the field holds {most}; the end may be cut off.',
  },
  why: {
    'zh-TW': '107 年的規格寫明科目名稱 45 位元組，之後的上限沒有公告。數字是可調整的參數，不是教育部公告的規定。',
    en: 'A specification of 2018 gives 45 bytes, no later limit is public. The number is a parameter, not a published requirement.',
  },
  fix: {
    'zh-TW': '請確認科目名稱與課程計畫的報部名稱相同；相同則不必處理。',
    en: 'See that the name is the one of the filed course plan; if so, nothing is to be done.',
  },
  source: ['RULE-509', 'RULE-416'],
  certainty: 'C',
  types: ['courseRecord', 'courseWork'],
  params: { most: 45 },
  fields: ['subjectName'],
  check(value, _field, { params }) {
    const bytes = typeof value === 'string' ? bytesInBig5(value) : 0;
    const most = numberParam(params, 'most');
    return bytes > most ? [{ params: { bytes, most } }] : undefined;
  },
});
