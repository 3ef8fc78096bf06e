/** How the JSON and XML files of the known systems are built: needed to open one, before anybody knows whose it is. */
import type { OpenOptions } from '../formats/open.ts';
import type { Registry } from './registry.ts';

/** What `openInput` is told, from all manifests, in order of the adapters' ids. */
export function shapesOf(registry: Pick<Registry, 'adapters'>): Pick<OpenOptions, 'json' | 'documents' | 'xml'> {
  return {
    json: registry.adapters.flatMap(({ manifest }) => manifest.shape ?? []),
    documents: registry.adapters.flatMap(({ manifest }) => manifest.documents ?? []),
    xml: registry.adapters.flatMap(({ manifest }) => manifest.xml ?? []),
  };
}
