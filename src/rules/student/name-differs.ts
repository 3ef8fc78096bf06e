/** One student written with two names. */
import { foldName } from '../../core/characters.ts';
import { resolveCoined } from '../../core/coined.ts';
import { spellings } from '../names.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'student',
  severity: 'warning',
  title: { 'zh-TW': '同一學生姓名不一致', en: 'One student has two names' },
  message: {
    'zh-TW': '姓名「{value}」與「{otherSheet}」第 {otherRow} 列的寫法不同。',
    en: 'The name "{value}" is written differently in "{otherSheet}", row {otherRow}.',
  },
  why: {
    'zh-TW': '同一身分證號有兩個姓名，可能是號碼打錯、改名未更新，或難字寫法不同。程式不會自行認定為同一個字。',
    en: 'Two names for one id mean a mistyped id, an old name or another form of a rare character. The program does not decide that two characters are the same.',
  },
  fix: {
    'zh-TW': '請依戶籍姓名統一；若只是相容字、空白或已登錄對照的造字之差異（顯示為「提示」），可不處理。',
    en: 'Make them agree with the registered name; where they differ only by a compatibility form, blanks, or a coined character of the school\'s table (shown as info) nothing need be done.',
  },
  source: ['RULE-616', 'RULE-615'],
  certainty: 'D',
  types: ['student', 'courseRecord'],
  *check(records, _key, { coined }) {
    const key = (name: string): string => foldName(coined ? resolveCoined(name, coined) : name);
    const [first, ...others] = spellings(records);
    for (const { name, field, record } of others) {
      const alike = key(name) === key(first!.name);
      yield { field, record, other: first!.record, severity: alike ? 'info' : 'warning' };
    }
  },
});
