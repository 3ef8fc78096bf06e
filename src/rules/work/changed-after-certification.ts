/** Course works whose files are others than those that were certified. */
import { allItems } from '../items.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'student',
  severity: 'error',
  title: { 'zh-TW': '認證後檔案被更換', en: 'The file was exchanged after certification' },
  message: {
    'zh-TW': '檔案內容和認證時的不同，認證時間卻沒有變。',
    en: 'The content is not the one that was certified, and the time of certification is the same.',
  },
  why: {
    'zh-TW': '認證過的內容不能更換，只要差一個位元組就要重新認證；內容（SHA-256）相同則不必。',
    en: 'What was certified cannot be exchanged: one other byte asks for a new certification; equal content (SHA-256) does not.',
  },
  fix: {
    'zh-TW': '請任課教師重新認證後匯出；若檔案是匯出時弄錯，請放回原檔。',
    en: 'Have the teacher certify it again and export; if the wrong file was exported, put the original back.',
  },
  source: ['RULE-216', 'RULE-210'],
  certainty: 'B',
  types: ['courseWork'],
  yearly: true,
  *check(records, key, context) {
    for (const { record, contradictions } of allItems(records, key, context)) {
      if (contradictions.some(({ state }) => state === 'corrected')) yield { record, field: 'documentLink' };
    }
  },
});
