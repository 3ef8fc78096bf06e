/** A 課程代碼 that is not in the filed plan of its entry year. */
import { planRowsOf } from '../plan.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'record',
  severity: 'error',
  title: { 'zh-TW': '課程計畫沒有這個課程代碼', en: 'The course code is not in the filed plan' },
  message: {
    'zh-TW': '課程代碼「{value}」不在備查的課程計畫裡。',
    en: 'The course code "{value}" is not in the filed course plan.',
  },
  why: {
    'zh-TW': '成績名冊的課程代碼要與備查的課程計畫一致；計畫裡沒有的代碼，預檢一定退回。',
    en: 'The codes of a score roster have to be those of the filed plan; one that is not in it never passes the pre-check.',
  },
  fix: {
    'zh-TW': '請執行課程代碼比對（licheng codes compare），在校務系統改對課程計畫的代碼；計畫剛修正過的，請重新取得代碼後匯入。',
    en: 'Run licheng codes compare and match the subject with its code of the plan; where the plan was just amended, fetch its codes again and import them.',
  },
  source: ['RULE-413', 'RULE-415'],
  certainty: 'B',
  types: ['courseRecord', 'courseWork'],
  needsPlan: true,
  reads: ['courseCode'],
  check(record, context) {
    return planRowsOf(record, context)?.length === 0 ? [{ field: 'courseCode' }] : undefined;
  },
});
