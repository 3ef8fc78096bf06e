/** A file column that holds a web address which was not followed. */
import { filesMissing } from '../items.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'student',
  severity: 'warning',
  title: { 'zh-TW': '檔案欄是網址，沒有取得檔案', en: 'A file column holds an address, and no file' },
  message: {
    'zh-TW': '這個檔案欄是網址，檔案不在提交檔裡；名冊會照原樣填寫這個網址。',
    en: 'This file column holds a web address; the file is not in the package, and the roster repeats the address as it is.',
  },
  why: {
    'zh-TW': '有的平臺交的是中央資料庫自行下載的網址；網址過期就拿不到檔案。本程式預設不連外下載。',
    en: 'Some platforms hand in addresses that the central database downloads itself; once they expire the file is gone. This program follows no address by default.',
  },
  fix: {
    'zh-TW': '請確認網址在提交期間有效；或改為連同檔案匯出；也可請資訊中心在 school.json 的 fetch.hosts 列出允許下載的主機。',
    en: 'Make sure that the address holds during the submission; or export with files; or have the data centre allow the host under fetch.hosts in school.json.',
  },
  source: ['RULE-424'],
  certainty: 'C',
  types: ['courseWork', 'performance'],
  yearly: true,
  check: (records, key, context) => filesMissing(records, key, context, 'notFetched').map(({ item, file }) => ({ record: item.record, field: file.field })),
});
