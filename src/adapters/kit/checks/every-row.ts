/** Imported and rejected make up the rows read, and every rejection has a known code. */
import type { Bilingual } from '../../../core/problem.ts';
import { PROBLEMS } from '../../../core/problems/index.ts';
import { both, check } from '../check.ts';
import { tablesOf } from '../subject.ts';

export default check({
  check: 'every-row',
  title: both('每一列不是匯入就是退回，沒有遺漏', 'Every row is a record or a rejection'),
  async run(subject) {
    const found: Bilingual[] = [];
    for (const { where, rows, records, rejected, remarks, refused } of await tablesOf(subject)) {
      if (refused) {
        found.push(both(`${where}：整個分頁讀不進來（${refused.code}）。`, `${where}: the table cannot be read (${refused.code}).`));
      } else if (records.length + rejected.length !== rows.length) {
        found.push(both(`${where}：讀 ${rows.length} 列，匯入 ${records.length}、退回 ${rejected.length}。`, `${where}: ${rows.length} rows read, ${records.length} imported and ${rejected.length} rejected.`));
      }
      for (const { code } of [...rejected, ...remarks].filter((problem) => !Object.hasOwn(PROBLEMS, problem.code))) found.push(both(`${where}：沒有「${code}」這個問題代碼。`, `${where}: there is no problem code ${code}.`));
    }
    return found;
  },
});
