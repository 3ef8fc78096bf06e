/** The inbox of a school: taken in as one drop, then emptied, because its originals are kept encrypted. */
import { existsSync } from 'node:fs';
import type { SchoolStore } from '../../store/port.ts';
import { takeDrop } from '../intake/drop.ts';
import { filesBelow } from '../intake/offered.ts';
import type { DropOutcome } from '../intake/outcome.ts';
import type { SchoolSettings } from '../school-settings.ts';
import type { Services } from '../services.ts';
import { emptyRead, finishEmptying } from './emptying.ts';

/** True when the next night has something to take in. */
export function inboxHasFiles(services: Services, school: string): boolean {
  const { inbox } = services.home.paths(school);
  return existsSync(inbox) && filesBelow(inbox).length > 0;
}

/** Null when the inbox is empty. A file leaves the inbox only after everything read from it is published. */
export async function takeInbox(services: Services, store: SchoolStore, settings: SchoolSettings): Promise<DropOutcome | null> {
  const { inbox } = services.home.paths(store.school);
  await finishEmptying(services, store.school);
  const files = existsSync(inbox) ? filesBelow(inbox) : [];
  if (files.length === 0) return null;
  const outcome = await takeDrop(services, store, files, { act: 'intake/inbox', term: settings.term ?? null, systems: settings.systems, ...settings.zipPassword });
  await emptyRead(services, store.school, outcome.read);
  return outcome;
}
