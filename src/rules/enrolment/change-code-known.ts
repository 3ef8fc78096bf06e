/** 異動代碼 in neither list. */
import { textOf } from '../read.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'record',
  severity: 'error',
  title: { 'zh-TW': '異動代碼不存在', en: 'The change code is unknown' },
  message: {
    'zh-TW': '異動代碼「{value}」不在日間部或進修部的學籍異動代碼表中。',
    en: 'The change code "{value}" is in neither list of status changes, day or night.',
  },
  why: {
    'zh-TW': '異動代碼決定身分別與成績列在哪一張分頁，代碼錯誤會連帶使成績列錯。',
    en: 'The code decides the identity and the sheet a student\'s scores go to; a wrong one puts the scores in the wrong place.',
  },
  fix: {
    'zh-TW': '請查對學籍異動代碼表（3 碼），在校務系統更正後重新匯出。',
    en: 'Look the three digits up in the list of change codes, correct them in the school system and export again.',
  },
  source: ['RULE-115'],
  certainty: 'B',
  types: ['enrolment'],
  reads: ['changeCode'],
  check(record, context) {
    const code = record.kind === 'statusChange' ? textOf(record, 'changeCode') : undefined;
    if (code === undefined || context.inList('update-code-day', code) || context.inList('update-code-night', code)) return;
    return [{ field: 'changeCode' }];
  },
});
