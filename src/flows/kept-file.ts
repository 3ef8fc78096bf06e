/** The original of an input, opened again as it was kept. */
import { shapesOf } from '../adapters/shapes.ts';
import type { OpenFile } from '../core/table.ts';
import { openInput } from '../formats/open.ts';
import type { InputInfo, SchoolStore } from '../store/port.ts';
import type { Services } from './services.ts';

/**
 * Null for an input that is no file with tables. The caller closes it.
 *
 * @throws ProblemError for an original that could not be read when it came either
 */
export async function openKept(services: Services, store: SchoolStore, { sha256, file }: InputInfo): Promise<OpenFile | null> {
  if (!store.blobs.has(sha256)) return null;
  const opened = await openInput(await store.blobs.open(sha256), file, { encodings: ['utf-8', 'cp950'], ...shapesOf(services.registry) });
  if (opened.kind === 'file') return opened.file;
  await opened.archive.close();
  return null;
}
