/** An item whose link leads to no file that was handed in. */
import { filesMissing } from '../items.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'student',
  severity: 'error',
  title: { 'zh-TW': '找不到連結指到的檔案', en: 'The file a link leads to is not there' },
  message: {
    'zh-TW': '這個連結指到的檔案沒有在任何一次交來的檔案裡。',
    en: 'The file this link leads to was in none of the drops.',
  },
  why: {
    'zh-TW': '名冊寫了檔名，提交檔就必須有那個檔案；缺檔的項目，學生等於沒有交。名冊與檔案的對應方式未見公告。',
    en: 'A file named in the roster has to be in the package; without it the student has handed in nothing. How rosters name files is not published.',
  },
  fix: {
    'zh-TW': '請由學習歷程平臺連同檔案重新匯出；檔名與資料夾要和名冊的連結一致（建議每位學生一個以身分證號命名的資料夾）。',
    en: 'Export again from the portfolio platform, files included; names and folders must be those of the links (best one folder a student, named by the id).',
  },
  source: ['RULE-424'],
  certainty: 'C',
  types: ['courseWork', 'performance'],
  yearly: true,
  check: (records, key, context) => filesMissing(records, key, context, 'nowhere').map(({ item, file }) => ({ record: item.record, field: file.field })),
});
