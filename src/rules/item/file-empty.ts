/** A file without a single byte. */
import { filesMissing } from '../items.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'student',
  severity: 'error',
  title: { 'zh-TW': '檔案沒有內容', en: 'The file has no content' },
  message: { 'zh-TW': '這個連結指到的檔案是 0 位元組。', en: 'The file this link leads to has 0 bytes.' },
  why: {
    'zh-TW': '空檔等於沒有檔案，多半是匯出或傳輸中斷；2021 年曾因此遺失學生檔案。',
    en: 'An empty file is no file, mostly of an export or transfer that was cut off; students lost files in this way in 2021.',
  },
  fix: { 'zh-TW': '請由學習歷程平臺重新匯出這個檔案。', en: 'Export the file again from the portfolio platform.' },
  source: ['RULE-216', 'RULE-217'],
  certainty: 'B',
  types: ['courseWork', 'performance'],
  yearly: true,
  check: (records, key, context) => filesMissing(records, key, context, 'empty').map(({ item, file }) => ({ record: item.record, field: file.field })),
});
