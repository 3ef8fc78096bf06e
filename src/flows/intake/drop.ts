/**
 * One drop: files handed over together. Each is kept and read on its own; then all of them become visible
 * at once. What was done to whose data is in the audit log before it can be seen.
 */
import { adaptersNamed } from '../../adapters/prefer.ts';
import type { SchoolStore } from '../../store/port.ts';
import { fetchAddresses } from '../attachments/fetch/fetch.ts';
import { refreshAttachments } from '../attachments/lists.ts';
import { rememberFiles } from '../attachments/known-files.ts';
import { auditAttachments, auditDrop } from '../audit.ts';
import type { Services } from '../services.ts';
import { attachmentOutcomes } from './attachment-outcome.ts';
import { emptiedSlots } from './emptied.ts';
import type { OfferedFile } from './offered.ts';
import type { DropOutcome } from './outcome.ts';
import { retireQuarantined } from './retire.ts';
import { takenFiles } from './take-attachment.ts';
import { type Drop, type ReadOptions, takeFile } from './take-file.ts';

export interface DropOptions extends ReadOptions {
  /** The act in the audit log, e.g. `intake/inbox`. */
  readonly act: string;
}

/** A drop with nothing in it yet. */
export function emptyDrop(services: Services, store: SchoolStore, options: ReadOptions): Drop {
  return { services, store, options, outcomes: [], attachments: [], archives: [] };
}

/**
 * Makes what was taken in visible, all at once, settles older quarantines of the same names, and joins the files with the
 * items that name them.
 *
 * @param beside true for files that were dropped before: they take nobody else's place
 */
export async function publishDrop(drop: Drop, act: string, beside = false): Promise<Pick<DropOutcome, 'files' | 'changes'>> {
  const { services, store, outcomes, attachments } = drop;
  auditDrop(services, store.school, act, outcomes);
  auditAttachments(services, store.school, act, attachments.map(({ content }) => content));
  const inputs = outcomes.map((outcome) => outcome.input);
  const fresh = rememberFiles(store, inputs.map(({ id }) => id), takenFiles(attachments));
  const changes = inputs.length > 0 ? await store.publish(inputs.map(({ id }) => id), { beside, emptied: inputs.flatMap((input) => emptiedSlots(services, input)) }) : [];
  retireQuarantined(drop, act);
  await fetchAddresses(services, store);
  await refreshAttachments(services, store);
  return { files: [...outcomes, ...attachmentOutcomes(store, attachments, fresh)], changes };
}

/**
 * Takes the files in and publishes them together. A file that cannot be read goes to quarantine and
 * the others go on; the result has one outcome per data file, archives counting as the files in them.
 *
 * @throws Fault `adapter/unknown`, before anything is kept, when `options` names a system that is not there
 */
export async function takeDrop(services: Services, store: SchoolStore, files: readonly OfferedFile[], options: DropOptions): Promise<DropOutcome> {
  adaptersNamed(services.registry, options.systems ?? []);
  const hold = services.home.lock(store.school);
  try {
    const drop = emptyDrop(services, store, options);
    const read: { path: string; sha256: string }[] = [];
    for (const file of files) {
      services.progress.step(file.name);
      await using source = await file.open();
      const { sha256 } = await takeFile(drop, { archive: null, path: file.name }, source);
      read.push({ path: file.path, sha256 });
    }
    return { ...await publishDrop(drop, options.act), read };
  } finally {
    hold.release();
  }
}
