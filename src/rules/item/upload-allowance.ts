/** What the school lets its students upload. */
import { parseTerm } from '../../core/term.ts';
import type { CanonicalRecord } from '../../core/record.ts';
import { numberParam, textOf } from '../read.ts';
import { rule } from '../rule.ts';

/** The term a work was uploaded in, where the data say it. */
function uploadedIn(record: CanonicalRecord): string | undefined {
  const stamp = textOf(record, 'uploadedTerm') ?? record.term;
  return parseTerm(stamp)?.part === 0 ? undefined : stamp;
}

export default rule({
  scope: 'student',
  severity: 'warning',
  title: { 'zh-TW': '上傳件數與學校規定不符', en: 'Uploads and what the school allows do not agree' },
  message: {
    'zh-TW': '{term} 上傳 {count} 件課程學習成果，學校規定每學期至多 {perTerm} 件；每學年須可上傳至少 {perYear} 件。',
    en: '{count} course works were uploaded in {term}; the school allows {perTerm} a term, and at least {perYear} a year must be possible.',
  },
  why: {
    'zh-TW': '每學期可上傳的件數由學校補充規定訂定，但每學年至少要能上傳 12 件，學生才有得選。',
    en: 'How many may be uploaded a term is the school\'s to say, but twelve a year must be possible, so that there is a choice.',
  },
  fix: {
    'zh-TW': '請確認補充規定與平臺設定；在 policy.json 以參數 perTerm 填寫學校的規定（0 表示未規定，不檢查）。',
    en: 'Check the school\'s rules and the platform\'s setting; enter the rule as the parameter perTerm in policy.json (0: none, nothing is checked).',
  },
  source: ['RULE-203'],
  certainty: 'A',
  types: ['courseWork'],
  yearly: true,
  params: { perTerm: 0, perYear: 12 },
  *check(records, _key, { params }) {
    const [perTerm, perYear] = [numberParam(params, 'perTerm'), numberParam(params, 'perYear')];
    if (perTerm === 0) return;
    const works = Map.groupBy(records.filter((record) => record.type === 'courseWork'), uploadedIn);
    for (const [term, uploaded] of works) {
      if (term === undefined || (uploaded.length <= perTerm && perTerm * 2 >= perYear)) continue;
      yield { record: uploaded.at(perTerm) ?? uploaded[0]!, params: { term, count: uploaded.length, perTerm, perYear } };
    }
  },
});
