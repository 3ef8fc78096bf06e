/** 幹部等級 of a post entered by the school. */
import { textOf, textsParam } from '../read.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'record',
  severity: 'error',
  title: { 'zh-TW': '幹部等級不正確', en: 'The cadre level is not allowed' },
  message: {
    'zh-TW': '幹部等級是「{found}」，學校登錄的幹部只能是 1 校級、2 班級或 3 社團。',
    en: 'The cadre level is "{found}"; posts entered by the school must be 1 school, 2 class or 3 club.',
  },
  why: {
    'zh-TW': '其他等級（實習、校外組織等）屬於學生自填的多元表現，不列入校內幹部經歷名冊。',
    en: 'Other levels, such as internships or bodies outside the school, are entered by students among their performances.',
  },
  fix: {
    'zh-TW': '請在校務系統更正幹部等級後重新匯出；校外職務請由學生自行填入多元表現。',
    en: 'Correct the level in the school system and export again; posts outside the school are for the student to enter.',
  },
  source: ['RULE-213', 'RULE-212'],
  certainty: 'B',
  types: ['cadre'],
  reads: ['level'],
  params: { allowed: ['1', '2', '3'] },
  check(record, { params }) {
    const found = textOf(record, 'level') ?? '';
    return textsParam(params, 'allowed').includes(found) ? undefined : [{ field: 'level', params: { found } }];
  },
});
