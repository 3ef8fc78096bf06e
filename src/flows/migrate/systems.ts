/** The two systems of a migration, by the ids the operator gave. */
import { nearest, nearestEdition } from '../../adapters/nearest.ts';
import type { Adapter, Registry } from '../../adapters/registry.ts';
import { writeFormat } from '../../adapters/write-files.ts';
import { Fault } from '../../core/fault.ts';

function known(registry: Registry, system: string): Adapter {
  const adapter = registry.adapter(system);
  if (!adapter) throw new Fault('migrate/unknown-system', { system: system.slice(0, 80), near: nearest(system.slice(0, 80), registry.adapters.map(({ id }) => id)) });
  return adapter;
}

/** @throws {Fault} `migrate/unknown-system`, `migrate/not-reading` */
export function sourceSystem(registry: Registry, id: string): Adapter {
  const adapter = known(registry, id);
  if (!adapter.manifest.reads) throw new Fault('migrate/not-reading', { system: id });
  return adapter;
}

/** @throws {Fault} `migrate/unknown-system`, `migrate/not-writing`, `migrate/unknown-edition` */
export function targetSystem(registry: Registry, id: string, edition: string | null): Adapter {
  const adapter = known(registry, id);
  if (writeFormat(adapter) === null) throw new Fault('migrate/not-writing', { system: id });
  const { editions } = adapter.manifest;
  if (edition !== null && !editions.some((one) => one.id === edition)) {
    const near = /^\d{3}$/.test(edition) ? nearestEdition(Number(edition), editions)?.id : undefined;
    throw new Fault('migrate/unknown-edition', { system: id, edition: edition.slice(0, 80), near: near ?? nearest(edition, editions.map((one) => one.id)) });
  }
  return adapter;
}
