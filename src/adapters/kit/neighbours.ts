/** Whose every fixture of a registry is taken for. */
import { fileSource } from '../../formats/bytes.ts';
import { detect } from '../detect.ts';
import type { Registry } from '../registry.ts';
import { openAll } from './open-all.ts';
import { casesOf, inputsOf, saidOf } from './subject.ts';

export interface Recognised {
  /** The adapter whose fixture it is. */
  readonly owner: string;
  readonly where: string;
  readonly system: string | null;
}

const known = new WeakMap<Registry, Promise<readonly Recognised[]>>();

async function recognise(registry: Registry): Promise<readonly Recognised[]> {
  const found: Recognised[] = [];
  for (const adapter of registry.adapters) {
    const { id: owner, folder } = adapter;
    for (const name of casesOf(folder)) {
      for (const path of inputsOf(folder, name)) {
        await using source = await fileSource(path);
        for await (const opened of openAll(source, path.split(/[/\\]/).at(-1)!, registry)) {
          if ('file' in opened) found.push({ owner, where: `fixtures/${name} ${opened.name}`, system: detect(opened.file, registry, saidOf(adapter)).system });
        }
      }
    }
  }
  return found;
}

/** Every fixture file of every adapter and the system it is recognised as; worked out once a registry. */
export function systemsOf(registry: Registry): Promise<readonly Recognised[]> {
  const working = known.get(registry) ?? recognise(registry);
  known.set(registry, working);
  return working;
}
