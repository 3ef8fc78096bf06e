/**
 * Settles quarantined files whose corrected version has come. The store itself takes an older file of exactly
 * the same name for replaced; here are the cases it cannot know: an archive that can be opened now, the same
 * entry in an archive of another name, and a file that was good before and is handed in again.
 */
import { audit } from '../audit.ts';
import { ownName } from './outcome.ts';
import type { Drop } from './take-file.ts';

export function retireQuarantined({ services, store, outcomes, attachments, archives }: Drop, act: string): void {
  const taken = new Set(outcomes.map((outcome) => outcome.input.id));
  const good = new Set([
    ...archives, ...attachments.map(({ place }) => place.path),
    ...outcomes.filter((outcome) => outcome.status !== 'quarantined').map((outcome) => ownName(outcome.file)),
  ]);
  for (const input of store.inputs({ active: true })) {
    if (input.status !== 'quarantined' || taken.has(input.id) || !good.has(ownName(input.file))) continue;
    if (store.discard(input.id)) audit(services, store.school, 'quarantine/retire', { id: input.id, file: input.file.slice(0, 500), by: act });
  }
}
