/** The fixtures are recognised as this system's, and no neighbour's fixture is. */
import type { Bilingual } from '../../../core/problem.ts';
import type { Registry } from '../../registry.ts';
import { both, check } from '../check.ts';
import { systemsOf } from '../neighbours.ts';

const named = (registry: Registry, system: string | null): Bilingual => registry.adapter(system ?? '')?.manifest.name ?? both('不認得', 'nothing');

export default check({
  check: 'detection',
  title: both('認得自己的檔案，不會錯認別人的', "Recognises its own files, and none of its neighbours'"),
  async run({ adapter, registry }) {
    const found: Bilingual[] = [];
    for (const { owner, where, system } of await systemsOf(registry)) {
      if (owner === adapter.id && system !== adapter.id) {
        const taken = named(registry, system);
        found.push(both(`${where} 被認成「${taken['zh-TW']}」，不是這個系統的。`, `${where} is recognised as ${taken.en}, not as this system's.`));
      }
      if (owner !== adapter.id && system === adapter.id) {
        const theirs = named(registry, owner);
        found.push(both(`「${theirs['zh-TW']}」的 ${where} 被認成這個系統的。`, `${where} of ${theirs.en} is taken for this system's.`));
      }
    }
    return found;
  },
});
