/** Day rows with hours, night rows with credits. */
import { numberOf } from '../read.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'record',
  severity: 'warning',
  title: { 'zh-TW': '日間部與進修部的單位混用', en: 'The unit belongs to the other division' },
  message: {
    'zh-TW': '日間部應填學分、進修部應填節數；這一列的「{value}」填在另一種單位的欄位。',
    en: 'The day division gives credits, the night division hours; "{value}" in this row is in the column of the other unit.',
  },
  why: {
    'zh-TW': '日間部以學分、進修部以節數計算，兩種名冊分開報送；混在一起，學分會算錯。',
    en: 'The day division counts credits, the night division hours, in rosters of their own; mixed up, the credits come out wrong.',
  },
  fix: {
    'zh-TW': '請確認學生屬於學分制或學時制，把資料放到正確的名冊後重新匯出。',
    en: 'Check whether the student studies by credits or by hours, put the row into the right roster and export again.',
  },
  source: ['RULE-418'],
  certainty: 'B',
  types: ['courseRecord', 'courseWork'],
  reads: ['division', 'credits', 'hours', 'hoursTerm1', 'hoursTerm2'],
  check(record) {
    const night = record['division'] === 'night' || (record.kind?.startsWith('night') ?? false);
    const field = night ? 'credits' : ['hours', 'hoursTerm1', 'hoursTerm2'].find((name) => typeof numberOf(record, name) === 'number');
    if (field === undefined || typeof numberOf(record, field) !== 'number') return;
    return [{ field }];
  },
});
