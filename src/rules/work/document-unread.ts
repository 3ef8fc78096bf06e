/** Documents of course works that could not be looked through for links. */
import { filesToSubmit } from '../items.ts';
import { textOf } from '../read.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'student',
  severity: 'warning',
  title: { 'zh-TW': 'PDF 無法檢查連結', en: 'A PDF could not be looked through for links' },
  message: {
    'zh-TW': '這份 PDF 打不開、內容損壞，或展開後過大，無法檢查是否有連結。',
    en: 'This PDF does not open, is damaged, or unpacks to far too much; whether it has links is not known.',
  },
  why: {
    'zh-TW': '課程學習成果的文件不得有連結；打不開的檔案，審閱的人也讀不到。這是本程式的檢查，不是教育部公告的規定。',
    en: 'Documents of course works hold no links; and a file that does not open cannot be read by those who review it. A check of this program; not a published requirement.',
  },
  fix: {
    'zh-TW': '請用閱讀程式打開檢查；打不開的請學生重新匯出 PDF 上傳，並重新認證。',
    en: 'Open it with a reader; where it does not open, have the student export and upload the PDF again, and certify it again.',
  },
  source: ['RULE-209', 'RULE-217'],
  certainty: 'D',
  types: ['courseWork'],
  yearly: true,
  *check(records, key, context) {
    for (const { item, file } of filesToSubmit(records, key, context)) {
      if (item.type !== 'courseWork' || textOf(file.attachment, 'unread') === undefined) continue;
      yield { record: item.record, field: file.field };
    }
  },
});
