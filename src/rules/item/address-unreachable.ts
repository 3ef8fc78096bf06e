/** A file column that holds a web address which was followed and led to no file. */
import { filesMissing } from '../items.ts';
import { textOf } from '../read.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'student',
  severity: 'error',
  title: { 'zh-TW': '網址下載不到檔案', en: 'An address leads to no file' },
  message: { 'zh-TW': '這個檔案欄的網址下載不到檔案（{why}）。', en: 'The address in this file column leads to no file ({why}).' },
  why: {
    'zh-TW': '貴校設定要下載這個主機的檔案，下載卻失敗；網址已經失效的話，中央資料庫也拿不到檔案。',
    en: 'The school has this host\'s files downloaded, and this one failed; where the address is dead, the central database gets no file either.',
  },
  fix: {
    'zh-TW': '請用瀏覽器打開網址確認（http-404 是檔案不在、certificate 是憑證不被信任、too-large 是超過上限），再重新匯入名冊，會再下載一次；或改為連同檔案匯出。',
    en: 'Open the address in a browser (http-404: no such file; certificate: not trusted; too-large: above the cap) and import the roster again, which tries again; or export with files.',
  },
  source: ['RULE-424'],
  certainty: 'C',
  types: ['courseWork', 'performance'],
  yearly: true,
  check: (records, key, context) => filesMissing(records, key, context, 'unreachable').map(({ item, file }) => ({ record: item.record, field: file.field, params: { why: textOf(file.attachment, 'missingWhy') ?? '–' } })),
});
