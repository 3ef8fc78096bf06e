/** A score and its pass column that contradict each other. */
import { flagOf, numberOf } from '../read.ts';
import { rule } from '../rule.ts';
import { LOWEST_MARKS, PASS_MARK, passMarks, SCORE_PAIRS } from '../scores.ts';

export default rule({
  scope: 'record',
  severity: 'error',
  title: { 'zh-TW': '成績與及格註記不符', en: 'Score and pass mark contradict each other' },
  message: {
    'zh-TW': '成績 {score} 分，及格欄卻是「{value}」（一般及格標準 {mark} 分，該年級最低可能為 {lowest} 分）。',
    en: 'The score is {score} but the pass column says "{value}" (general pass mark {mark}, lowest possible in that grade {lowest}).',
  },
  why: {
    'zh-TW': '及格與否決定學分是否取得，兩欄矛盾時無法判斷何者正確。名冊沒有個別學生的及格標準：介於最低標準與一般標準之間的及格，只列為警告。',
    en: 'Passing decides about the credits; when the columns contradict each other nobody can tell which is right. Rosters carry no mark per student, so a pass between the lowest and the general mark is only a warning.',
  },
  fix: {
    'zh-TW': '請核對成績與該生的修課及格標準（特殊身分學生可能較低），在校務系統更正後重新匯出。',
    en: 'Check the score and the student\'s own pass mark, which may be lower for special identities, correct it in the school system and export again.',
  },
  source: ['RULE-406'],
  certainty: 'B',
  types: ['courseRecord'],
  reads: [...SCORE_PAIRS.flat(), 'grade'],
  params: { mark: PASS_MARK, lowest: LOWEST_MARKS },
  *check(record, { params }) {
    for (const [scoreField, passField] of SCORE_PAIRS) {
      const score = numberOf(record, scoreField);
      const passed = flagOf(record, passField);
      if (typeof score !== 'number' || typeof passed !== 'boolean') continue;
      const { mark, lowest } = passMarks(record, params);
      if (passed === score >= mark) continue;
      const possible = passed && score >= lowest;
      yield { field: passField, params: { score, mark, lowest }, severity: possible ? 'warning' : 'error' };
    }
  },
});
