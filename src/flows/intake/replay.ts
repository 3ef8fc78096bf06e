/** Reads kept originals again: after a mapping was adjusted or the program was upgraded. */
import { openInput } from '../../formats/open.ts';
import type { SchoolStore } from '../../store/port.ts';
import type { Services } from '../services.ts';
import { type DropOutcome, type FileOutcome, outcomeOf } from './outcome.ts';
import { takeIn } from './take-in.ts';

/**
 * @param input id of one input; null for every input that has something in quarantine
 * @returns only what was read again; an input that fails again stays in quarantine with its new reason
 */
export async function replayInput(services: Services, store: SchoolStore, input: string | null): Promise<DropOutcome> {
  const waiting = new Set(store.quarantine(input === null ? {} : { input }).map((item) => item.input));
  const files: FileOutcome[] = [];
  for (const info of store.inputs().filter((one) => waiting.has(one.id) && store.blobs.has(one.sha256))) {
    const opened = await openInput(await store.blobs.open(info.sha256), info.file, { encodings: ['utf-8', 'cp950'] });
    if (opened.kind === 'archive') {
      await opened.archive.close();
      continue;
    }
    try {
      const kept = { id: info.id, name: info.file, sha256: info.sha256, size: info.size };
      const read = await takeIn(services, store, kept, opened.file, info.terms.length === 1 ? info.terms[0]! : null);
      files.push(outcomeOf(read, read.status));
    } finally {
      await opened.file.close();
    }
  }
  const changes = files.length > 0 ? await store.publish(files.map((file) => file.input.id)) : [];
  return { files, changes };
}
