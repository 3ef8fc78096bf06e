/** 轉學轉科成績 of a returning student carry the identity that follows from the change code. */
import { textOf, textsParam } from '../read.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'student',
  severity: 'info',
  title: { 'zh-TW': '復學學生的身分別與異動代碼不符', en: 'The identity of a returning student does not fit the change code' },
  message: {
    'zh-TW': '異動代碼是 {code}，身分別應為 {expected}，轉學轉科成績填的是「{value}」。',
    en: 'With change code {code} the identity should be {expected}; the transferred score has "{value}".',
  },
  why: {
    'zh-TW': '跨課綱復學（身分別 3）與復學轉科（身分別 2）的成績都列在轉學轉科成績。對照是一家廠商的做法，是可調整的參數，不是教育部公告的規定。',
    en: 'Scores of a student who returns under a new curriculum (identity 3) or to another department (2) go to the transferred scores. Which code means which is the practice of one vendor and a parameter, not a published requirement.',
  },
  fix: {
    'zh-TW': '請確認復學時適用的課綱與科別；身分別有誤時在校務系統更正後重新匯出。',
    en: 'Check curriculum and department on return; if the identity is wrong, correct it in the school system and export again.',
  },
  source: ['RULE-113', 'RULE-104'],
  certainty: 'C',
  types: ['enrolment'],
  params: { identities: ['221=3', '222=2', '223=3', '224=2'] },
  *check(records, _key, { params }) {
    const expectedOf = new Map(textsParam(params, 'identities').map((pair) => pair.split('=') as [string, string]));
    const change = records.find((record) => record.kind === 'statusChange' && expectedOf.has(textOf(record, 'changeCode') ?? ''));
    if (!change) return;
    const code = textOf(change, 'changeCode')!;
    const expected = expectedOf.get(code)!;
    for (const record of records) {
      if (record.type !== 'courseRecord' || (record.kind !== 'transfer' && record.kind !== 'nightTransfer')) continue;
      const identity = textOf(record, 'identity');
      if (identity !== undefined && identity !== expected) yield { field: 'identity', record, params: { code, expected } };
    }
  },
});
