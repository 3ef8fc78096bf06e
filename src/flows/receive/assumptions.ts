/** What is assumed of receipts: nobody has seen one, so kinds, sheets and the keys of rows rest on a consumer's code. */
import type { CheckReport } from '../../report/model.ts';
import type { ReceiptKinds } from '../../receipts/kinds.ts';

/** For `doctor` and the report; sheets that are certain are not among them. */
export function receiptAssumptions({ asOf, kinds, window, answer }: ReceiptKinds): CheckReport['assumptions'] {
  const inferred = kinds.flatMap(({ title, sheets }) => sheets.filter(({ certainty }) => certainty === 'C' || certainty === 'D').map(({ titles }) => `${title}／${titles[0]}`));
  return [
    {
      id: 'receipt/row-keys', asOf,
      text: { 'zh-TW': '收訖明細每筆紀錄的欄位名稱沒有公開，假設與名冊的標題相同；不認得的欄位原樣保留。', en: 'The keys of a receipt\'s rows are not public; the rosters\' headers are assumed, and unknown keys are kept.' },
    },
    ...(inferred.length === 0 ? [] : [{
      id: 'receipt/sheets', asOf,
      text: { 'zh-TW': `這些分頁名稱是推定的：${inferred.join('、')}；可在 receipt-kinds.json 更改。`, en: `These sheet titles are inferred: ${inferred.join(', ')}; receipt-kinds.json can change them.` },
    }]),
    {
      id: 'receipt/days', asOf,
      text: { 'zh-TW': `確認期間至少 ${window.days} 天；疑義 ${answer.days} 天內答覆（後者依一校的規定）。`, en: `A window has ${window.days} days at least; an objection is answered within ${answer.days} (the latter by one school's rules).` },
    },
  ];
}
