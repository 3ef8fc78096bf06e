/** Adapter folders to adapters: what each takes over from another is put together with its own. */
import { join } from 'node:path';
import { Fault } from '../core/fault.ts';
import { sha256 } from '../core/sha256.ts';
import { type CompiledMapping, compileMapping } from '../mapping/compile.ts';
import { type Definitions, takenOver } from './adjust.ts';
import type { AdapterFolder } from './folder.ts';
import { nearest } from './nearest.ts';
import type { Adapter } from './registry.ts';
import type { Manifest } from './sdk.ts';

/** A folder, and the one of the same id that it lies over. */
interface Layer {
  readonly folder: AdapterFolder;
  readonly below: Layer | null;
}

function invalid({ path, manifest }: AdapterFolder, detail: string, file = 'manifest.json'): Fault {
  return new Fault('adapter/invalid', { adapter: manifest.id, detail, file: join(path, file) });
}

function headersOf(mappings: readonly CompiledMapping[]): Set<string> {
  return new Set(mappings.flatMap((mapping) => mapping.columns.flatMap((column) => column.definition.headers)));
}

/** The manifest with what it leaves to its base: cover and shape, and for one that lies over its own id the editions. */
function manifestOver({ manifest }: AdapterFolder, base: Adapter | null): Manifest {
  if (base === null) return manifest;
  const { cover = base.manifest.cover, shape = base.manifest.shape } = manifest;
  const transfer = manifest.transfer ?? (base.id === manifest.id ? base.manifest.transfer : undefined);
  const below = base.id === manifest.id ? base.manifest.editions.filter(({ id }) => !manifest.editions.some((edition) => edition.id === id)) : [];
  return { ...manifest, editions: [...below, ...manifest.editions], ...(cover === undefined ? {} : { cover }), ...(shape === undefined ? {} : { shape }), ...(transfer === undefined ? {} : { transfer }) };
}

function build(folder: AdapterFolder, base: Adapter | null): Adapter {
  const { path } = folder;
  const manifest = manifestOver(folder, base);
  const { id } = manifest;
  const inherited: Definitions = base === null ? new Map() : takenOver(manifest, base, (detail) => {
    throw invalid(folder, detail);
  });
  const definitions = [...new Map([...inherited, ...folder.mappings])].sort(([a], [b]) => (`${a}.json` < `${b}.json` ? -1 : 1));
  if (definitions.length === 0) throw invalid(folder, 'there is no mapping', 'mapping');
  const known = headersOf(base?.mappings ?? []);
  const editions = new Set(manifest.editions.map((edition) => edition.id));
  const mappings = definitions.map(([name, definition]) => {
    const unknown = definition.editions.find((edition) => !editions.has(edition));
    if (unknown !== undefined) throw invalid(folder, `edition "${unknown}" is not in the manifest`, `mapping/${name}.json`);
    if (!definition.columns.some((column) => column.required === true)) throw invalid(folder, 'no column is required, so that any sheet would fit: say "required" of those without which a row means nothing', `mapping/${name}.json`);
    return compileMapping(definition, id, name);
  });
  const marks = base === null ? [] : [...headersOf(mappings)].filter((header) => !known.has(header));
  let hash: string | undefined;
  return {
    id, folder: path, mappings, manifest,
    // What lies over an adapter of its own id is that adapter, and rests on whatever that rests on.
    bases: base === null ? [] : base.id === id ? base.bases : [base.id, ...base.bases],
    own: new Set([...folder.mappings.keys()].map((name) => `${id}/${name}`)),
    marks: new Set(base?.id === id ? [...base.marks, ...marks] : marks),
    get hash() {
      return (hash ??= sha256(mappings.map((mapping) => `${mapping.id} ${mapping.hash}\n`).join('')));
    },
  };
}

/**
 * One adapter an id, sorted by id. Of folders with the same id the last counts.
 *
 * @throws Fault `adapter/invalid` for a base that is not there, one that leads back to itself, or mappings that do not fit together
 */
export function resolveAdapters(folders: readonly AdapterFolder[]): readonly Adapter[] {
  const top = new Map<string, Layer>();
  for (const folder of folders) top.set(folder.manifest.id, { folder, below: top.get(folder.manifest.id) ?? null });
  const built = new Map<Layer, Adapter>();

  function baseOf(layer: Layer, trail: readonly Layer[]): Adapter | null {
    const { id, extends: wanted } = layer.folder.manifest;
    if (wanted === undefined) return null;
    const base = wanted === id ? layer.below : top.get(wanted);
    if (wanted === id && !base) throw invalid(layer.folder, `it extends itself, and no earlier folder has a "${id}"`);
    if (!base) throw invalid(layer.folder, `it extends "${wanted}", which is not there; the nearest is "${nearest(wanted, [...top.keys()].filter((one) => one !== id))}"`);
    if (trail.includes(base)) throw invalid(layer.folder, `it extends itself: ${[...trail.slice(trail.indexOf(base)), base].map((one) => one.folder.manifest.id).join(' → ')}`);
    return resolve(base, [...trail, base]);
  }

  function resolve(layer: Layer, trail: readonly Layer[]): Adapter {
    let adapter = built.get(layer);
    if (!adapter) built.set(layer, (adapter = build(layer.folder, baseOf(layer, trail))));
    return adapter;
  }

  return [...top.values()].map((layer) => resolve(layer, [layer])).sort((a, b) => (a.id < b.id ? -1 : 1));
}
