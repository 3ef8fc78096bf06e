/** `adapters` and `adapters SYSTEM`: what is known, and one system's sheets and columns. */
import { loadRegistry } from '../../adapters/registry.ts';
import { EXIT, Fault } from '../../core/fault.ts';
import type { Context } from '../command.ts';
import { adapterFolders } from '../services.ts';
import { words } from '../words.ts';

export async function listAdapters(context: Context, asked: string | undefined): Promise<number> {
  const registry = await loadRegistry(adapterFolders(context.home));
  const shown = registry.adapters.filter((adapter) => asked === undefined || adapter.id === asked);
  if (shown.length === 0) throw new Fault('record/not-found', { what: asked ?? '' });
  const say = words(context);
  const support = { verified: say('已驗證', 'verified'), assumed: say('推定', 'assumed') };
  for (const { id, manifest, mappings } of shown) {
    context.say(`${id}  ${manifest.name[context.lang]}  [${support[manifest.support]}]  ${manifest.formats.join(' ')}  ${say('版本', 'editions')} ${manifest.editions.map((edition) => edition.id).join(' ')}`);
    if (asked === undefined) continue;
    for (const { definition } of mappings) {
      context.say(`  ${definition.rosters[0] ?? ''} / ${definition.sheets[0] ?? ''} (${definition.editions.join(' ')}, ${definition.certainty}) → ${definition.record}${definition.constants['kind'] ? ` ${definition.constants['kind']}` : ''}`);
      context.say(`      ${definition.columns.map((column) => column.headers[0]).join(' · ')}`);
    }
    for (const assumption of manifest.assumptions) context.say(`  ${say('推定', 'assumed')} (${assumption.certainty}, ${assumption.asOf}): ${assumption.text[context.lang]}`);
  }
  context.result(shown.map(({ id, manifest, mappings }) => ({
    id, name: manifest.name[context.lang], support: manifest.support, formats: manifest.formats, encodings: manifest.encodings,
    editions: manifest.editions.map((edition) => edition.id), reads: manifest.reads, writes: manifest.writes,
    assumptions: manifest.assumptions.map((assumption) => ({ ...assumption, text: assumption.text[context.lang] })),
    mappings: mappings.map(({ id: mapping, definition }) => ({ mapping, roster: definition.rosters[0], sheet: definition.sheets[0], editions: definition.editions, record: definition.record, certainty: definition.certainty })),
  })));
  return EXIT.done;
}
