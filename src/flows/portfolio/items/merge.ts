/**
 * Several lists of one student's items as one: what a school has of its own, and what came in packages, oldest first.
 * Nothing is overwritten: of two versions that contradict each other the earlier stands until somebody decides.
 */
import { sha256 } from '../../../core/sha256.ts';
import type { NormalItem } from './normal.ts';
import { pairItems } from './pair.ts';

/** One source of items. */
export interface ItemList {
  /** Key of the package, or {@link OWN}. */
  readonly id: string;
  readonly items: readonly NormalItem[];
}

/** The list of what the school's own files say. */
export const OWN = 'own';

/** `existing`: the earlier version stands; `incoming`: the later does; `both`: they are two items. */
export type Keep = 'existing' | 'incoming' | 'both';

export interface Conflict {
  /** Same for the same two versions. */
  readonly id: string;
  /** Lists of the two versions. */
  readonly existingIn: string;
  readonly incomingIn: string;
  readonly existing: NormalItem;
  readonly incoming: NormalItem;
  /** Fields that differ. */
  readonly fields: readonly string[];
  /** Null while nobody has decided. */
  readonly keep: Keep | null;
}

export interface MergedItem {
  /** The version that stands. */
  readonly item: NormalItem;
  /** Its list. */
  readonly list: string;
  /** Every version there is, with the list it stands in, oldest list first. */
  readonly versions: readonly { readonly list: string; readonly item: NormalItem }[];
}

export interface Merged {
  readonly items: readonly MergedItem[];
  readonly conflicts: readonly Conflict[];
}

/** Names two versions, wherever they stand. */
export function conflictId(existing: NormalItem, incoming: NormalItem): string {
  return sha256(`${existing.digest} ${incoming.digest}`).slice(0, 12);
}

/** @param decided what was decided about a conflict, by its id; null for nothing yet */
export function mergeLists(lists: readonly ItemList[], decided: (id: string) => Keep | null): Merged {
  const items: { item: NormalItem; list: string; versions: { list: string; item: NormalItem }[] }[] = [];
  const conflicts: Conflict[] = [];
  for (const { id: list, items: incoming } of lists) {
    const pairs = new Map(pairItems(items.map(({ item }) => item), incoming).map((pair) => [pair.b, pair]));
    for (const [at, item] of incoming.entries()) {
      const pair = pairs.get(at);
      const merged = pair && items[pair.a]!;
      if (!pair || !merged) {
        items.push({ item, list, versions: [{ list, item }] });
        continue;
      }
      let stands = pair.likeness === 'same' && item.values.size > merged.item.values.size;
      if (pair.likeness === 'conflict') {
        const id = conflictId(merged.item, item);
        const keep = decided(id);
        conflicts.push({ id, existingIn: merged.list, incomingIn: list, existing: merged.item, incoming: item, fields: pair.fields, keep });
        if (keep === 'both') {
          items.push({ item, list, versions: [{ list, item }] });
          continue;
        }
        stands = keep === 'incoming';
      }
      merged.versions.push({ list, item });
      if (stands) [merged.item, merged.list] = [item, list];
    }
  }
  return { items, conflicts };
}
