/** Files that are something else than their name says. */
import { filesToSubmit } from '../items.ts';
import { textOf } from '../read.ts';
import { rule } from '../rule.ts';

/** Formats that extensions stand for. */
const FORMATS: Readonly<Record<string, string>> = { pdf: 'pdf', jpg: 'jpg', jpeg: 'jpg', png: 'png', mp3: 'mp3', mp4: 'mp4' };

export default rule({
  scope: 'student',
  severity: 'warning',
  title: { 'zh-TW': '檔案內容與副檔名不符', en: 'The content is not what the extension says' },
  message: { 'zh-TW': '副檔名是 .{extension}，內容卻是 {format}。', en: 'The extension is .{extension}, the content is {format}.' },
  why: {
    'zh-TW': '只改副檔名不會改變內容，審閱的人會打不開。這是依檔案開頭判斷的檢查，不是教育部公告的規定。',
    en: 'Renaming a file does not convert it, and those who review it cannot open it. Judged by the first bytes; not a published requirement.',
  },
  fix: { 'zh-TW': '請學生以正確的格式另存後重新上傳。', en: 'Have the student save it in the right format and upload it again.' },
  source: ['RULE-217'],
  certainty: 'D',
  types: ['courseWork', 'performance'],
  yearly: true,
  *check(records, key, context) {
    for (const { item, file } of filesToSubmit(records, key, context)) {
      const format = textOf(file.attachment, 'format') ?? 'unknown';
      const extension = /\.([A-Za-z0-9]+)$/.exec(textOf(file.attachment, 'fileName') ?? '')?.[1]?.toLowerCase() ?? '';
      const meant = FORMATS[extension];
      if (meant !== undefined && meant !== format) yield { record: item.record, field: file.field, params: { extension, format } };
    }
  },
});
