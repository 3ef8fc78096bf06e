/** How the JSON files of the known systems are built: needed to open one, before anybody knows whose it is. */
import type { JsonShape } from '../formats/json/shape.ts';
import type { Registry } from './registry.ts';

/** The shapes of all manifests that have one, in order of the adapters' ids. */
export function jsonShapes(registry: Pick<Registry, 'adapters'>): readonly JsonShape[] {
  return registry.adapters.flatMap(({ manifest }) => manifest.shape ?? []);
}
