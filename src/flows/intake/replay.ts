/** Reads kept originals again: after a mapping was adjusted, a password given, or the program upgraded. */
import type { InputInfo, SchoolStore } from '../../store/port.ts';
import type { Services } from '../services.ts';
import { emptyDrop, publishDrop } from './drop.ts';
import { inputId } from './input-id.ts';
import { type DropOutcome, ownName } from './outcome.ts';
import { isAttachment, keepAttachment } from './take-attachment.ts';
import { type Drop, type ReadOptions, readKept } from './take-file.ts';

/** Name of the archive whose bytes were kept in place of an entry that could not be had; null for any other input. */
function archiveOf(store: SchoolStore, { id, file }: InputInfo): string | null {
  const entry = ownName(file);
  const [item] = store.quarantine({ id });
  if (entry === file || !item?.problem.code.startsWith('zip/') || item.problem.params['entry'] !== entry) return null;
  return file.slice(0, -entry.length - 1);
}

async function again(drop: Drop, input: InputInfo): Promise<void> {
  const { id, file: name, sha256, size } = input;
  const archive = archiveOf(drop.store, input);
  if (archive !== null) {
    await readKept(drop, { id: inputId(archive, sha256), name: archive, sha256, size }, 0, ownName(name));
    return;
  }
  const path = ownName(name);
  const around = path === name ? null : name.slice(0, -path.length - 1);
  const source = await drop.store.blobs.open(sha256);
  if (await isAttachment(path, source)) await keepAttachment(drop, { archive: around, path }, source);
  else await readKept(drop, { id, name, sha256, size }, around === null ? 0 : 1);
}

/**
 * @param input id of one input; null for every input that has something in quarantine
 * @param options term and password for those that do not say theirs
 * @returns only what was read again; an input that fails again stays in quarantine with its new reason
 */
export async function replayInput(services: Services, store: SchoolStore, input: string | null, options: ReadOptions): Promise<Pick<DropOutcome, 'files' | 'changes'>> {
  const waiting = new Set(store.quarantine(input === null ? {} : { input }).map((item) => item.input));
  const drop = emptyDrop(services, store, options);
  for (const info of store.inputs().filter((one) => waiting.has(one.id) && store.blobs.has(one.sha256))) {
    // A file that was read for a term before is read for the same again.
    const term = info.terms.length === 1 ? info.terms[0]! : options.term;
    await again({ ...drop, options: { ...options, term } }, info);
  }
  return publishDrop(drop, 'quarantine/replay', true);
}
