/** 單位代碼 has nine characters. */
import { rule } from '../rule.ts';

export default rule({
  scope: 'field',
  severity: 'warning',
  title: { 'zh-TW': '單位代碼不是九碼', en: 'The unit code does not have nine characters' },
  message: {
    'zh-TW': '單位代碼「{value}」應為九碼，沒有時是 {none}。',
    en: 'The unit code "{value}" should have nine characters, {none} for none.',
  },
  why: {
    'zh-TW': '交換資料以單位代碼區分同一學校的不同單位；寫法取自一家廠商，是可調整的參數，不是教育部公告的規定。',
    en: 'Packages tell the units of a school apart by it. The form is taken from one vendor and is a parameter, not a published requirement.',
  },
  fix: {
    'zh-TW': '請原校的系統廠商確認單位代碼的寫法；沒有單位時填九個 0。',
    en: 'Have the vendor of the school it comes from check the code; nine zeros stand for none.',
  },
  source: ['RULE-508'],
  certainty: 'C',
  types: ['student', 'cadre', 'courseWork', 'performance'],
  params: { none: '000000000' },
  fields: ['attendedUnit'],
  check(value, _field, { params }) {
    const none = String(params['none']);
    if (typeof value !== 'string' || (/^[0-9A-Z]+$/.test(value) && value.length === none.length)) return;
    return [{ params: { none } }];
  },
});
