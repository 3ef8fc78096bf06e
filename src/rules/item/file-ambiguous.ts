/** An item whose link could mean several files, or a file that several items could mean. */
import { filesMissing } from '../items.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'student',
  severity: 'error',
  title: { 'zh-TW': '無法確定是哪一個檔案', en: 'It is not certain which file is meant' },
  message: {
    'zh-TW': '有幾個檔案同名，或幾筆資料指到同一個檔名，無法確定這一筆的檔案是哪一個。',
    en: 'Several files have this name, or several items name it; which file is this item\'s cannot be told.',
  },
  why: {
    'zh-TW': '檔名在學生之間、甚至同一位學生也可能重複；猜錯會把別人的作品交出去，因此不猜。',
    en: 'File names repeat between students, and even within one; a wrong guess would hand in somebody else\'s work, so none is made.',
  },
  fix: {
    'zh-TW': '請把每位學生的檔案放進以身分證號命名的資料夾，或使用不重複的檔名，再連同名冊重新交來。',
    en: 'Put each student\'s files into a folder named by the id, or give them names that do not repeat, and hand them in again with the roster.',
  },
  source: ['RULE-424'],
  certainty: 'C',
  types: ['courseWork', 'performance'],
  yearly: true,
  check: (records, key, context) => filesMissing(records, key, context, 'ambiguous').map(({ item, file }) => ({ record: item.record, field: file.field })),
});
