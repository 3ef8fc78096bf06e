/** 借讀: host school and time are needed, and the time must not be reversed. */
import { textOf } from '../read.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'record',
  severity: 'warning',
  title: { 'zh-TW': '借讀資料不完整', en: 'The data of a visit to another school is incomplete' },
  message: {
    'zh-TW': '借讀學校「{host}」、期間 {from} 到 {to}：學校與期間都要填，且結束不得早於開始。',
    en: 'Host school "{host}", from {from} to {to}: school and time are both needed, and the end must not precede the start.',
  },
  why: {
    'zh-TW': '借讀學生由學籍所在學校報送，缺少借讀學校或期間就無法核對成績。欄位是否必填是由欄位結構推定。',
    en: 'The school of record submits for a visiting student; without host and time the scores cannot be compared. That the fields are required is inferred from the columns.',
  },
  fix: {
    'zh-TW': '請在校務系統補齊借讀學校代碼與申請期間，重新匯出。',
    en: 'Fill host school and time in the school system and export again.',
  },
  source: ['RULE-106', 'RULE-214'],
  certainty: 'C',
  types: ['enrolment'],
  reads: ['hostSchool', 'appliedFrom', 'appliedTo'],
  check(record) {
    if (record.kind !== 'visiting') return;
    const host = textOf(record, 'hostSchool') ?? '';
    const from = textOf(record, 'appliedFrom') ?? '';
    const to = textOf(record, 'appliedTo') ?? '';
    const params = { host, from, to };
    if (host === '') return [{ field: 'hostSchool', params }];
    if (from === '') return [{ field: 'appliedFrom', params }];
    if (to < from) return [{ field: 'appliedTo', params }];
    return;
  },
});
