/** For a sheet nobody knows: the layout it is most like, so that its owner sees what has changed. */
import { maskIdsIn } from '../core/mask.ts';
import type { Bilingual } from '../core/problem.ts';
import type { OpenFile, Table } from '../core/table.ts';
import type { CompiledMapping } from '../mapping/compile.ts';
import type { Adapter, Registry } from './registry.ts';

/** Headers that must be known before a likeness says anything. */
const FEWEST = 2;

/** Characters of a header that are shown. */
const LONGEST = 30;

/** Headers named of each sort. */
const NAMED = 6;

interface Likeness {
  readonly adapter: Adapter;
  readonly mapping: CompiledMapping;
  readonly known: readonly string[];
  readonly share: number;
}

/** In a file without headers a student may stand where a header should. */
const listed = (headers: readonly string[], mark: string): string => maskIdsIn(`${headers.slice(0, NAMED).map((text) => text.slice(0, LONGEST)).join(mark)}${headers.length > NAMED ? '…' : ''}`);

function likeness(present: readonly string[], adapter: Adapter, mapping: CompiledMapping): Likeness {
  const known = present.filter((text) => mapping.columns.some(({ definition }) => definition.headers.includes(text)));
  return { adapter, mapping, known, share: known.length / Math.max(present.length, mapping.columns.length) };
}

/** The mapping most of whose columns the sheet has; of equals the first. Null where none has any to speak of. */
function mostLike({ header }: Table, { format }: OpenFile, registry: Registry): Likeness | null {
  const present = [...new Set(header.filter((text) => text !== ''))];
  let best: Likeness | null = null;
  // Layouts that are taken over are those of the adapter they come from.
  for (const adapter of registry.adapters.filter(({ manifest, bases }) => bases.length === 0 && manifest.reads && manifest.formats.includes(format))) {
    for (const mapping of adapter.mappings) {
      const found = likeness(present, adapter, mapping);
      if (found.known.length >= FEWEST && found.share > (best?.share ?? 0)) best = found;
    }
  }
  return best;
}

/** A sentence that names system, edition and sheet, and the headers in which they differ; null where nothing is near. */
export function nearestLayout(table: Table, file: OpenFile, registry: Registry): Bilingual | null {
  const near = mostLike(table, file, registry);
  if (near === null) return null;
  const { adapter, mapping: { definition, columns }, known } = near;
  const lacking = columns.filter((column) => column.definition.required && !column.definition.headers.some((text) => known.includes(text))).map((column) => column.definition.headers[0] ?? '');
  const unknown = table.header.filter((text) => text !== '' && !known.includes(text));
  const { name } = adapter.manifest;
  const [edition, sheet] = [definition.editions.join('、'), definition.sheets[0]];
  return {
    'zh-TW': `最接近的是「${name['zh-TW']}」（${adapter.id}）${edition} 版的分頁「${sheet}」，認得 ${known.length} 個欄名${lacking.length > 0 ? `；缺少必要欄位 ${listed(lacking, '、')}` : ''}${unknown.length > 0 ? `；不認得 ${listed(unknown, '、')}` : ''}。`,
    en: `Nearest is the sheet "${sheet}" of "${name.en}" (${adapter.id}), edition ${edition}: ${known.length} headers are known${lacking.length > 0 ? `; required columns are missing: ${listed(lacking, ', ')}` : ''}${unknown.length > 0 ? `; not known: ${listed(unknown, ', ')}` : ''}.`,
  };
}
