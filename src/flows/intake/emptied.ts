/**
 * Sheets that a file has, and has no row in. A corrected roster whose last 重修 row was deleted says so with an
 * empty sheet; what an earlier file of the same name had put there must not be submitted again. Files of other
 * names are left alone: official templates come with empty sheets for everything a school did not mean to send.
 */
import type { EmptiedSlot, InputInfo } from '../../store/port.ts';
import type { Services } from '../services.ts';

/** The slots an input has an empty sheet for, in each term that it speaks of. */
export function emptiedSlots({ registry }: Services, input: InputInfo): readonly EmptiedSlot[] {
  return input.tables.flatMap(({ mapping, rowsRead }) => {
    const definition = mapping === null ? null : registry.mapping(mapping)?.definition;
    if (!definition || rowsRead > 0) return [];
    return input.terms.map((term) => ({ input: input.id, term, type: definition.record, kind: definition.constants['kind'] ?? '' }));
  });
}
