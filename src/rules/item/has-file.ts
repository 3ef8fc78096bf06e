/** Items with nothing to look at. */
import { hasEvidence, itemsToSubmit } from '../items.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'student',
  severity: 'error',
  title: { 'zh-TW': '沒有任何檔案', en: 'The item has no file' },
  message: {
    'zh-TW': '這一件沒有文件檔，也沒有影音檔或外部影音連結。',
    en: 'This item has neither a document, nor an audio or video file, nor an external link.',
  },
  why: {
    'zh-TW': '每件至少要有一個檔案（多元表現可以只填外部影音連結）；只有簡述的項目沒有內容可審閱。',
    en: 'An item has at least one file (a performance may have an external link instead); a description alone leaves nothing to review.',
  },
  fix: { 'zh-TW': '請學生補上檔案，或取消勾選這一件。', en: 'Have the student add a file, or take the pick back.' },
  source: ['RULE-207'],
  certainty: 'B',
  types: ['courseWork', 'performance'],
  yearly: true,
  check: (records, key, context) => itemsToSubmit(records, key, context).filter((item) => !hasEvidence(item)).map(({ record }) => ({
    record, field: record.kind === 'work' ? 'workLink' : 'documentLink',
  })),
});
