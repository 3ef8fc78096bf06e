/** A name longer than the field of the central database is known to hold. */
import { numberParam } from '../read.ts';
import { rule } from '../rule.ts';
import { bytesInBig5 } from '../texts.ts';

export default rule({
  scope: 'field',
  severity: 'warning',
  title: { 'zh-TW': '姓名過長', en: 'The name is too long' },
  message: {
    'zh-TW': '姓名有 {bytes} 個位元組，欄位只放得下 {most} 個，後面可能被截斷。',
    en: 'The name takes {bytes} bytes, and the field holds {most}; the end may be cut off.',
  },
  why: {
    'zh-TW': '107 年的規格寫明姓名 48 位元組，之後的上限沒有公告；長的外文姓名可能被截斷而與證件不符。數字是可調整的參數，不是教育部公告的規定。',
    en: 'A specification of 2018 gives 48 bytes, no later limit is public; a long foreign name may be cut and then differ from the document. The number is a parameter, not a published requirement.',
  },
  fix: {
    'zh-TW': '請確認姓名與證件一致，且沒有混入備註；確認無誤則不必處理。',
    en: 'See that the name is that of the document, without remarks in it; if so, nothing is to be done.',
  },
  source: ['RULE-509'],
  certainty: 'C',
  types: ['student'],
  params: { most: 48 },
  fields: ['name'],
  check(value, _field, { params }) {
    const bytes = typeof value === 'string' ? bytesInBig5(value) : 0;
    const most = numberParam(params, 'most');
    return bytes > most ? [{ params: { bytes, most } }] : undefined;
  },
});
