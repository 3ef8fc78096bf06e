/** Where the files of a migration's items stand beside the target's own, and what their links are called there. */
import type { CanonicalRecord } from '../../../core/record.ts';
import type { CollectedFile } from './collect.ts';
import type { ResolvedLink } from './resolve.ts';

/** A link of an item that will be in the target. */
export interface ItemsLink {
  readonly record: CanonicalRecord;
  readonly link: ResolvedLink;
}

/** One that leads to a file. */
export type FiledLink = ItemsLink & { readonly link: { readonly file: CollectedFile } };

export interface FilePlacement {
  /** Path below the target's files. */
  readonly path: string;
  /** What the item's link says there. */
  readonly link: string;
}

/** A way to lay files out. */
export interface Layout {
  /** The place of a file under the name that suits best; null for one whose name cannot stand in a folder. */
  first(one: FiledLink): FilePlacement | null;
  /** A place under a name that nothing else bears, for a file that would be found by the wrong link, or not by its own. */
  another(one: FiledLink): FilePlacement | null;
  /** Path of the list that says what the student called a file placed there; null where the target has no such lists. */
  namesFor(path: string): string | null;
}

/** True for a link that leads to a file. */
export function isFiled(one: ItemsLink): one is FiledLink {
  return one.link.file !== null;
}
