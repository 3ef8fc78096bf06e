/** 性別代碼 against the second character of the id. */
import { idIsValid, sexOfId } from '../../core/national-id.ts';
import { textOf } from '../read.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'record',
  severity: 'warning',
  title: { 'zh-TW': '性別代碼與身分證號不一致', en: 'The sex code does not match the id number' },
  message: {
    'zh-TW': '性別代碼是「{value}」，但身分證號第 2 碼代表「{expected}」（1 男、2 女）。',
    en: 'The sex code is "{value}", but the second character of the id stands for "{expected}" (1 male, 2 female).',
  },
  why: {
    'zh-TW': '兩者不一致，常是性別或身分證號其中之一登錄錯誤；變更性別登記的學生則屬正常。這是資料品質檢查，不是教育部公告的規定。',
    en: 'Usually one of the two was entered wrongly; for a person whose registered sex has changed it is in order. A data quality check, not a published requirement.',
  },
  fix: {
    'zh-TW': '請核對證件，更正錯的那一欄；確認無誤則可不處理。',
    en: 'Check the document and correct the wrong field; if both are right, leave them.',
  },
  source: ['RULE-506'],
  certainty: 'D',
  types: ['student'],
  check(record) {
    const sex = textOf(record, 'sex');
    const id = record.idNumber;
    const expected = id !== undefined && idIsValid(id) ? sexOfId(id) : null;
    if ((sex !== '1' && sex !== '2') || expected === null || expected === sex) return;
    return [{ field: 'sex', params: { expected } }];
  },
});
