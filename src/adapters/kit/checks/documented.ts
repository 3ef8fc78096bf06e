/** There is a README, and what is inferred is declared as an assumption. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Bilingual } from '../../../core/problem.ts';
import { both, check } from '../check.ts';

export default check({
  check: 'documented',
  title: both('有說明，推定之處有寫明', 'Documented, and what is assumed is declared'),
  async run({ adapter: { folder, manifest, mappings } }) {
    const found: Bilingual[] = [];
    if (!existsSync(join(folder, 'README.md'))) found.push(both('缺少 README.md：請寫明格式的來源與特殊之處。', 'There is no README.md: say where the layout comes from and what is odd about it.'));
    const inferred = manifest.support === 'assumed' || mappings.some(({ definition }) => definition.certainty === 'C' || definition.certainty === 'D');
    if (inferred && manifest.assumptions.length === 0) {
      found.push(both('有推定的內容（support 為 assumed，或 certainty 為 C、D），但 manifest.json 的 assumptions 是空的。', 'Something is inferred (support "assumed", or certainty C or D), yet "assumptions" in manifest.json is empty.'));
    }
    if (manifest.support === 'verified' && mappings.every(({ definition }) => definition.certainty === 'D')) {
      found.push(both('support 為 verified，但每個對應的 certainty 都是 D。', 'support is "verified", yet the certainty of every mapping is D.'));
    }
    return found;
  },
});
