/** Files of a format the column may not hold. */
import { filesToSubmit } from '../items.ts';
import { textOf, textsParam } from '../read.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'student',
  severity: 'error',
  title: { 'zh-TW': '檔案格式不能提交', en: 'Files of this format are not taken' },
  message: { 'zh-TW': '檔案內容是 {format}，這一欄只收 {allowed}。', en: 'The content is {format}; this column takes {allowed} only.' },
  why: {
    'zh-TW': '文件限 pdf、jpg、png，影音限 mp3、mp4；其他格式中央資料庫不收。依檔案內容判斷，不看副檔名。',
    en: 'Documents are pdf, jpg or png, recordings mp3 or mp4; the central database takes nothing else. The content decides, not the extension.',
  },
  fix: {
    'zh-TW': '請學生轉成可接受的格式（例如把 Word 另存為 PDF、把 HEIC 照片存成 JPG）後重新上傳。',
    en: 'Have the student convert it (a Word document saved as PDF, a HEIC picture as JPG) and upload it again.',
  },
  source: ['RULE-205', 'RULE-206'],
  certainty: 'B',
  types: ['courseWork', 'performance'],
  yearly: true,
  params: { document: ['pdf', 'jpg', 'png'], media: ['mp3', 'mp4'] },
  *check(records, key, context) {
    for (const { item, file } of filesToSubmit(records, key, context)) {
      const format = textOf(file.attachment, 'format') ?? 'unknown';
      const allowed = textsParam(context.params, file.kind);
      if (!allowed.includes(format)) yield { record: item.record, field: file.field, params: { format, allowed: allowed.join(', ') } };
    }
  },
});
