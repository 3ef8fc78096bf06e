/** Nothing of the scaffold is left to fill in. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bilingual } from '../../../core/problem.ts';
import { both, check } from '../check.ts';

/** What the scaffold writes where a person has to write. */
const BLANKS = /請填寫|FILL IN/;

function textsOf(folder: string): readonly string[] {
  const mapping = existsSync(join(folder, 'mapping')) ? readdirSync(join(folder, 'mapping')).filter((name) => name.endsWith('.json')).map((name) => `mapping/${name}`) : [];
  return ['manifest.json', 'README.md', ...mapping].filter((name) => existsSync(join(folder, name)));
}

export default check({
  check: 'filled-in',
  title: both('該填的都填了', 'Everything to be filled in is'),
  async run({ adapter: { folder } }) {
    const found: Bilingual[] = [];
    for (const name of textsOf(folder)) {
      for (const [at, line] of readFileSync(join(folder, name), 'utf8').split('\n').entries()) {
        if (BLANKS.test(line)) found.push(both(`${name} 第 ${at + 1} 行還沒有填寫。`, `${name} line ${at + 1} is still to be filled in.`));
      }
    }
    return found;
  },
});
