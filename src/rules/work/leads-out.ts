/** Documents of course works with links that can be clicked. */
import { filesToSubmit } from '../items.ts';
import { textOf } from '../read.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'student',
  severity: 'error',
  title: { 'zh-TW': '課程學習成果的文件含有連結', en: 'The document of a work has links' },
  message: {
    'zh-TW': '這份 PDF 含有會連到檔案外的動作：{actions}（頁碼：{pages}）。',
    en: 'This PDF has actions that lead out of it: {actions} (pages: {pages}).',
  },
  why: {
    'zh-TW': '認證後連結的目標仍可能被更換，因此課程學習成果的文件不得有超連結；多元表現不在此限。檢查的動作種類是本程式的解讀。',
    en: 'What a link leads to can change after certification, so documents of course works hold none; performances may. Which actions count is this program\'s reading.',
  },
  fix: {
    'zh-TW': '請學生移除超連結（把文字改成純文字，重新匯出 PDF），再由任課教師重新認證。',
    en: 'Have the student take the links out (plain text instead, export the PDF again), and the teacher certify it again.',
  },
  source: ['RULE-209'],
  certainty: 'A',
  types: ['courseWork'],
  yearly: true,
  *check(records, key, context) {
    for (const { item, file } of filesToSubmit(records, key, context)) {
      const actions = textOf(file.attachment, 'linkActions');
      if (item.type !== 'courseWork' || actions === undefined) continue;
      yield { record: item.record, field: file.field, params: { actions, pages: textOf(file.attachment, 'linkPages') ?? '–' } };
    }
  },
});
