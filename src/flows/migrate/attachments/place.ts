/**
 * Places for the files of all items. Where a name would make a reader find the wrong file, or a file for a link that had none,
 * the file gets another: what a link leads to in the target is looked up here as it will be there.
 */
import type { FilePlacement, FiledLink, ItemsLink, Layout } from './layout.ts';
import { isFiled } from './layout.ts';
import { type PreparedItem, prepareItem } from './prepare.ts';
import { type LinkedItem, type ResolvedLink, resolveLinks } from './resolve.ts';

/** Names are changed this often at most; files that still cannot be told apart have no place. */
const MOST_ROUNDS = 10;

export type Places = ReadonlyMap<ResolvedLink, FilePlacement>;

/** Items that will be in the target, with their links. */
export interface PlaceableItem {
  readonly item: LinkedItem;
  /** As the target's sheet has it, but for the links. */
  readonly said: PreparedItem;
  readonly links: readonly ResolvedLink[];
  /** Fields the target's sheet has. */
  readonly columns: ReadonlySet<string>;
}

/** The links that would not lead to what they should, and those of which a file would be found that had none. */
function wrong(items: readonly PlaceableItem[], places: Places, former: ReadonlyMap<string, readonly string[]>): readonly FiledLink[] {
  const files = [...places].map(([{ file }, { path }]) => ({ ...file!, unit: '', path }));
  const placed = [...new Map(files.map((file) => [file.path, file])).values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  const owners = new Map<string, FiledLink>();
  for (const { item: { record }, links } of items) for (const link of links) if (places.has(link)) owners.set(places.get(link)!.path, { record, link } as FiledLink);
  const prepared = items.map(({ said, links, columns }) => ({ record: prepareItem(said, links, places, columns).record, unit: '', path: '', columns }));
  const found = resolveLinks(placed, prepared, former);
  return items.flatMap(({ item: { record }, links }, at) => links.flatMap((link): FiledLink[] => {
    const there = found[at]!.find(({ field }) => field === link.field)?.file ?? null;
    const expected = places.has(link) ? link.file : null;
    if (there?.sha256 === expected?.sha256) return [];
    // A file that another link finds as well is the one that must be called otherwise.
    if (expected !== null) return [{ record, link } as FiledLink];
    return there === null ? [] : [owners.get(there.path)!];
  }));
}

/** @param former ids a student had before, by the present one */
export function placeAll(items: readonly PlaceableItem[], layout: Layout, former: ReadonlyMap<string, readonly string[]>): Places {
  const filed = items.flatMap(({ item: { record }, links }) => links.map((link): ItemsLink => ({ record, link }))).filter(isFiled);
  const places = new Map<ResolvedLink, FilePlacement>();
  const set = (link: ResolvedLink, place: FilePlacement | null): unknown => (place === null ? places.delete(link) : places.set(link, place));
  for (const one of filed) set(one.link, layout.first(one));
  for (let round = 0; round <= MOST_ROUNDS; round++) {
    const lost = new Map(wrong(items, places, former).map((one) => [one.link, one]));
    if (lost.size === 0) break;
    for (const one of lost.values()) set(one.link, round < MOST_ROUNDS ? layout.another(one) : null);
  }
  return places;
}
