/** 補修方式 and 重修方式: required, and one of the codes seen so far. */
import { textOf, textsParam } from '../read.ts';
import { rule } from '../rule.ts';

const MODES: Readonly<Record<string, { readonly field: string; readonly list: string }>> = {
  makeup: { field: 'makeupMode', list: 'makeup-mode' },
  retake: { field: 'retakeMode', list: 'retake-mode' },
};

export default rule({
  scope: 'record',
  severity: 'warning',
  title: { 'zh-TW': '補修或重修方式缺漏或未知', en: 'The mode of make-up or retake is missing or unknown' },
  message: {
    'zh-TW': '補修或重修方式是「{found}」，不在已知代碼中（例如 3 專班辦理）。',
    en: 'The mode of make-up or retake is "{found}", which is not among the known codes (such as 3, a class of its own).',
  },
  why: {
    'zh-TW': '補修、重修成績都要註明辦理方式。完整代碼表尚未取得，因此未知代碼只列為提示；已知代碼是可調整的參數，不是教育部公告的規定。',
    en: 'Make-up and retake scores must say how they were done. The complete table has not been obtained, so an unknown code is info only; the codes accepted are a parameter, not a published requirement.',
  },
  fix: {
    'zh-TW': '請在校務系統選定辦理方式後重新匯出；若代碼確實有效，請告知資料中心補入代碼表。',
    en: 'Choose the mode in the school system and export again; if the code is valid, tell the data centre to add it.',
  },
  source: ['RULE-409'],
  certainty: 'C',
  types: ['courseRecord'],
  reads: ['makeupMode', 'retakeMode'],
  /** Codes that real data has but no list explains. */
  params: { alsoSeen: ['1', '2'] },
  check(record, context) {
    const mode = MODES[record.kind ?? ''];
    if (!mode) return;
    const found = textOf(record, mode.field) ?? '';
    if (context.inList(mode.list, found) || textsParam(context.params, 'alsoSeen').includes(found)) return;
    return [{ field: mode.field, params: { found }, severity: found === '' ? 'warning' : 'info' }];
  },
});
