/** Spoilt and hostile files end in coded problems: never in an error, never in silence, never with rows lost. */
import { readFileSync } from 'node:fs';
import type { Bilingual } from '../../../core/problem.ts';
import type { Adapter, Registry } from '../../registry.ts';
import { both, check } from '../check.ts';
import { endlessClues } from '../hostile/patterns.ts';
import { surviving } from '../hostile/survive.ts';
import { type Sample, variantsOf } from '../hostile/variants.ts';
import { inputsOf, type Subject } from '../subject.ts';

/** The adapter without neighbours: every file is tried against its mappings alone. */
function alone(adapter: Adapter): Registry {
  const mappings = new Map(adapter.mappings.map((mapping) => [mapping.id, mapping]));
  return { adapters: [adapter], hash: adapter.hash, adapter: (id) => (id === adapter.id ? adapter : null), mapping: (id) => mappings.get(id) ?? null };
}

/** One sample of every file format the fixtures have. */
async function samplesOf(subject: Subject): Promise<readonly Sample[]> {
  const samples = new Map<string, Sample>();
  for (const name of subject.cases) {
    const paths = inputsOf(subject.adapter.folder, name);
    for (const { file, tables } of await subject.read(name)) {
      const path = paths.find((candidate) => candidate.endsWith(file));
      const table = tables.find(({ mapping }) => mapping !== null);
      const extension = file.slice(file.lastIndexOf('.') + 1).toLowerCase();
      if (path === undefined || !table || samples.has(extension)) continue;
      const rows = table.rows.map(({ cells }) => table.header.map((_, index) => cells[index] ?? ''));
      samples.set(extension, { name: file, bytes: readFileSync(path), sheet: table.sheet, header: table.header, rows });
    }
  }
  return [...samples.values()];
}

export default check({
  check: 'hostile',
  title: both('壞檔與惡意檔案都有代碼可查，不會中斷', 'Spoilt and hostile files end in coded problems'),
  async run(subject) {
    const endless = endlessClues(subject.adapter.manifest.clues);
    if (endless.length > 0) return endless;
    const registry = alone(subject.adapter);
    const found: Bilingual[] = [];
    for (const [at, sample] of (await samplesOf(subject)).entries()) {
      // Sheets are written anew in each format: one sample is enough for them.
      for (const variant of await variantsOf(sample, at === 0 ? subject.adapter.manifest.formats : [])) {
        const wrong = await surviving(variant, registry);
        if (wrong) found.push(both(`${sample.name}，${wrong['zh-TW']}`, `${sample.name}, ${wrong.en}`));
      }
    }
    return found;
  },
});
