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
      const lines = readFileSync(join(folder, name), 'utf8').split('\n').flatMap((line, at) => (BLANKS.test(line) ? [at + 1] : []));
      if (lines.length > 0) found.push(both(`${name} 還沒有填寫的地方：第 ${lines.join('、')} 行。`, `${name} is still to be filled in: lines ${lines.join(', ')}.`));
    }
    return found;
  },
});
