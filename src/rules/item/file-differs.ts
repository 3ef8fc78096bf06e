/** A file whose MD5 is not the one its item gives. */
import { filesToSubmit } from '../items.ts';
import { textOf } from '../read.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'student',
  severity: 'error',
  title: { 'zh-TW': '檔案與名冊記載的 MD5 不同', en: 'The file\'s MD5 is not the one stated' },
  message: { 'zh-TW': '檔案的 MD5 是 {found}，資料裡寫的是 {stated}。', en: 'The MD5 of the file is {found}; the data say {stated}.' },
  why: {
    'zh-TW': '兩者不同表示檔案在匯出後被換過、改過或損壞；認證過的內容不能更換。',
    en: 'It was exchanged, changed or damaged after it was exported; what was certified must not be exchanged.',
  },
  fix: { 'zh-TW': '請由學習歷程平臺重新匯出，不要在匯出後更改檔案。', en: 'Export again from the portfolio platform, and change no file afterwards.' },
  source: ['RULE-216'],
  certainty: 'B',
  types: ['courseWork', 'performance'],
  yearly: true,
  *check(records, key, context) {
    for (const { item, file } of filesToSubmit(records, key, context)) {
      const found = textOf(file.attachment, 'md5');
      if (file.md5 !== undefined && found !== undefined && found !== file.md5) yield { record: item.record, field: file.field, params: { found, stated: file.md5 } };
    }
  },
});
