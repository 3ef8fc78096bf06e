/** Reading the same file twice gives the same bytes. */
import type { Bilingual } from '../../../core/problem.ts';
import { both, check } from '../check.ts';
import { goldenText } from '../golden.ts';

export default check({
  check: 'repeatable',
  title: both('重讀一次，結果逐位元組相同', 'Reading twice gives the same bytes'),
  async run(subject) {
    const found: Bilingual[] = [];
    for (const name of subject.cases) {
      if (goldenText(await subject.readAgain(name)) !== goldenText(await subject.read(name))) found.push(both(`fixtures/${name}：兩次讀出的內容不同。`, `fixtures/${name}: two readings differ.`));
    }
    return found;
  },
});
