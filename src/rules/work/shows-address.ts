/** Documents of course works whose text shows web addresses. */
import { filesToSubmit } from '../items.ts';
import { textOf } from '../read.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'student',
  severity: 'warning',
  title: { 'zh-TW': '課程學習成果的文件寫有網址', en: 'The document of a work shows an address' },
  message: {
    'zh-TW': '這份 PDF 的文字裡有網址（頁碼：{pages}）。',
    en: 'The text of this PDF shows a web address (pages: {pages}).',
  },
  why: {
    'zh-TW': '課程學習成果的文件不得有連結。只是寫出來的網址不能點，規定沒有明說，但閱讀程式常會自動變成連結。',
    en: 'Documents of course works hold no links. An address that is merely shown cannot be clicked, and no text speaks of it; but many readers make links of it by themselves.',
  },
  fix: {
    'zh-TW': '請學生確認是否需要寫出網址；引用資料可改寫網站與文章名稱。',
    en: 'Have the student see whether the address is needed; a source can be named by its site and title.',
  },
  source: ['RULE-209'],
  certainty: 'B',
  types: ['courseWork'],
  yearly: true,
  *check(records, key, context) {
    for (const { item, file } of filesToSubmit(records, key, context)) {
      const pages = textOf(file.attachment, 'addressPages');
      if (item.type !== 'courseWork' || pages === undefined) continue;
      yield { record: item.record, field: file.field, params: { pages } };
    }
  },
});
