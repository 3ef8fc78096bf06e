/** 身分別 of transferred scores. */
import { textOf, textsParam } from '../read.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'record',
  severity: 'warning',
  title: { 'zh-TW': '轉學轉科的身分別缺漏或未知', en: 'The identity of a transferred score is missing or unknown' },
  message: {
    'zh-TW': '身分別是「{found}」，不在已知代碼中（1 轉學生、2 轉科生、3 跨課綱復學等）。',
    en: 'The identity is "{found}", which is not among the known codes (1 transfer, 2 change of department, 3 return under a new curriculum …).',
  },
  why: {
    'zh-TW': '身分別說明成績為何以抵免方式列入。完整代碼表尚未取得，因此未知代碼只列為提示；已知代碼是可調整的參數，不是教育部公告的規定。',
    en: 'It says why the score is carried over. The complete table has not been obtained, so an unknown code is info only; the codes accepted are a parameter, not a published requirement.',
  },
  fix: {
    'zh-TW': '請確認學生的學籍異動代碼，在校務系統更正身分別後重新匯出；若代碼確實有效，請告知資料中心。',
    en: 'Check the student\'s change code, correct the identity in the school system and export again; if the code is valid, tell the data centre.',
  },
  source: ['RULE-104', 'RULE-427'],
  certainty: 'C',
  types: ['courseRecord'],
  reads: ['identity'],
  /** Codes that real data has but no list explains. */
  params: { alsoSeen: ['4', '5', '6', '7'] },
  check(record, context) {
    if (record.kind !== 'transfer' && record.kind !== 'nightTransfer') return;
    const found = textOf(record, 'identity') ?? '';
    if (context.inList('transfer-identity', found) || textsParam(context.params, 'alsoSeen').includes(found)) return;
    return [{ field: 'identity', params: { found }, severity: found === '' ? 'warning' : 'info' }];
  },
});
