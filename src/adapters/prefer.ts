/** Which systems a school or an operator says its files come from. */
import { Fault } from '../core/fault.ts';
import { nearest } from './nearest.ts';
import type { Adapter, Registry } from './registry.ts';

/**
 * The adapters of these ids, in the order given, each once.
 *
 * @throws Fault `adapter/unknown` for an id that is not there, naming the nearest that is
 */
export function adaptersNamed(registry: Registry, ids: readonly string[]): readonly Adapter[] {
  return [...new Set(ids)].map((id) => {
    const adapter = registry.adapter(id);
    if (!adapter) throw new Fault('adapter/unknown', { id, nearest: nearest(id, registry.adapters.map((one) => one.id)) });
    return adapter;
  });
}
