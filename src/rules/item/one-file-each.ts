/** Columns that name more than one file. */
import { itemsToSubmit } from '../items.ts';
import { textOf } from '../read.ts';
import { rule } from '../rule.ts';

const LINKS = ['documentLink', 'workLink', 'mediaLink'] as const;

/** Names with an extension, divided by what people divide them with. */
function namesIn(text: string): readonly string[] {
  return text.split(/[;；,，、|\r\n]/).map((name) => name.trim()).filter((name) => /\.[A-Za-z0-9]{2,4}$/.test(name));
}

export default rule({
  scope: 'student',
  severity: 'error',
  title: { 'zh-TW': '一欄放了幾個檔案', en: 'A column names several files' },
  message: { 'zh-TW': '這一欄有 {count} 個檔名；文件與影音各只能有一個。', en: 'This column has {count} file names; a document and a recording is all an item may have.' },
  why: {
    'zh-TW': '每件最多一個文件檔加一個影音檔，多出來的檔案中央資料庫不收。',
    en: 'An item has at most one document and one audio or video file; the central database takes no more.',
  },
  fix: { 'zh-TW': '請學生把幾份文件合併成一個 PDF，或分成幾件上傳。', en: 'Have the student combine the documents into one PDF, or make several items of them.' },
  source: ['RULE-207', 'RULE-205', 'RULE-206'],
  certainty: 'B',
  types: ['courseWork', 'performance'],
  yearly: true,
  *check(records, key, context) {
    for (const { record } of itemsToSubmit(records, key, context)) {
      for (const field of LINKS) {
        const text = textOf(record, field) ?? '';
        const count = /^[a-z]+:\/\//i.test(text) ? 1 : namesIn(text).length;
        if (count > 1) yield { record, field, params: { count } };
      }
    }
  },
});
