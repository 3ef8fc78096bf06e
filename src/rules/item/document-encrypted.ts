/** PDFs with a password or restrictions. */
import { filesToSubmit } from '../items.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'student',
  severity: 'warning',
  title: { 'zh-TW': 'PDF 已加密', en: 'A PDF is encrypted' },
  message: {
    'zh-TW': '這份 PDF 設有密碼或使用限制。',
    en: 'This PDF has a password or restrictions.',
  },
  why: {
    'zh-TW': '設有密碼的檔案，審閱的人可能打不開。這是本程式的檢查，不是教育部公告的規定。',
    en: 'Those who review it may not be able to open it. A check of this program; not a published requirement.',
  },
  fix: {
    'zh-TW': '請學生取消密碼與限制，另存後重新上傳；已認證的成果要重新認證。',
    en: 'Have the student save it without password and restrictions and upload it again; a certified work is certified again.',
  },
  source: ['RULE-217'],
  certainty: 'D',
  types: ['courseWork', 'performance'],
  yearly: true,
  *check(records, key, context) {
    for (const { item, file } of filesToSubmit(records, key, context)) {
      if (file.attachment['encrypted'] !== true) continue;
      yield { record: item.record, field: file.field };
    }
  },
});
