/** There are fixtures, and every mapping of the folder is used by one. */
import { both, check } from '../check.ts';
import { tablesOf } from '../subject.ts';

export default check({
  check: 'fixtures',
  title: both('每個對應都有測試案例', 'Every mapping has a fixture'),
  async run(subject) {
    if (subject.cases.length === 0) return [both('沒有 fixtures/<案例>/input/：至少要有一個虛構資料的匯出檔。', 'There is no fixtures/<case>/input/: at least one export about invented people is needed.')];
    const used = new Set((await tablesOf(subject)).map(({ mapping }) => mapping.id));
    return subject.ownMappings.filter(({ id }) => !used.has(id)).map(({ id }) => both(`沒有任何測試案例用到 ${id}。`, `No fixture uses ${id}.`));
  },
});
