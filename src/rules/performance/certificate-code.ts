/** Certificate codes that cannot be any. */
import { textOf } from '../read.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'record',
  severity: 'warning',
  title: { 'zh-TW': '證照代碼格式不符', en: 'The certificate code has another form' },
  message: { 'zh-TW': '證照代碼「{value}」不是 4 碼數字。', en: 'The certificate code "{value}" is not four digits.' },
  why: {
    'zh-TW': '證照代碼是中央公布的 4 碼；代碼表沒有公開，只能檢查格式。',
    en: 'Codes of the central list have four digits; the list itself is not public, so that only the form can be checked.',
  },
  fix: { 'zh-TW': '請學生由平臺的清單選取證照後重新匯出。', en: 'Have the student choose the certificate from the platform\'s list and export again.' },
  source: ['RULE-215'],
  certainty: 'C',
  types: ['performance'],
  yearly: true,
  reads: ['certificateCode'],
  check(record) {
    const code = textOf(record, 'certificateCode');
    return record.kind !== 'certificate' || code === undefined || /^\d{4}$/.test(code) ? undefined : [{ field: 'certificateCode' }];
  },
});
