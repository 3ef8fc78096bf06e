/** Scores without the student roster: what a term is submitted with is not complete. */
import type { CanonicalRecord } from '../../core/record.ts';
import { firstOf } from '../read.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'school',
  severity: 'warning',
  title: { 'zh-TW': '本學期沒有學生資料名冊', en: 'The term has no student roster' },
  message: {
    'zh-TW': '本學期有修課或幹部資料，但沒有學生資料名冊，無法核對學生身分。',
    en: 'This term has course or cadre records but no student roster, so that nobody\'s key can be checked.',
  },
  why: {
    'zh-TW': '每學期提交學生資料、成績與校內幹部名冊；缺了學生資料，所有名冊的身分證號與生日都無從核對。',
    en: 'A term is submitted with students, scores and cadre posts; without the students no id and birth date can be checked.',
  },
  fix: {
    'zh-TW': '請由校務系統一併匯出學生資料名冊，和其他名冊一起交。',
    en: 'Export the student roster along with the others and hand it in with them.',
  },
  source: ['RULE-311', 'RULE-403'],
  certainty: 'B',
  types: ['student', 'courseRecord', 'cadre'],
  begin({ term }) {
    let first: CanonicalRecord | undefined;
    let students = false;
    return {
      student(records) {
        students ||= records.some((record) => record.type === 'student');
        first = firstOf(first, records);
      },
      *end() {
        if (!students && !term.endsWith('-0')) yield { record: first };
      },
    };
  },
});
