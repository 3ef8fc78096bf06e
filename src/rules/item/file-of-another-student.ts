/** A link into the folder of another id. */
import { filesMissing } from '../items.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'student',
  severity: 'error',
  title: { 'zh-TW': '連結指到別人的資料夾', en: 'The link leads into another student\'s folder' },
  message: {
    'zh-TW': '這個連結的資料夾是另一個身分證號，沒有取用裡面的檔案。',
    en: 'The folder in this link is of another id number; no file was taken from it.',
  },
  why: {
    'zh-TW': '把別人的檔案當成這位學生的，會交錯作品並洩漏個資。',
    en: 'Taking another student\'s file for this one\'s would hand in the wrong work and disclose it.',
  },
  fix: {
    'zh-TW': '若學生更正過身分證號，請匯入學籍異動（代碼 407，含原身分證號）；否則請在平臺更正連結後重新匯出。',
    en: 'If the student\'s id was corrected, import the status change (407, with the former id); otherwise correct the link on the platform and export again.',
  },
  source: ['RULE-424'],
  certainty: 'C',
  types: ['courseWork', 'performance'],
  yearly: true,
  check: (records, key, context) => filesMissing(records, key, context, 'otherStudent').map(({ item, file }) => ({ record: item.record, field: file.field })),
});
