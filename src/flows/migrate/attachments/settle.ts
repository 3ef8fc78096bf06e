/** The items of a migration, once all files are known: each is placed with its links, and what became of both is told. */
import type { HeldRow } from '../../../adapters/held-row.ts';
import type { CanonicalRecord } from '../../../core/record.ts';
import type { CollectedFile, SourceFiles } from './collect.ts';
import { besideLayout } from './beside.ts';
import type { ItemsLink, Layout } from './layout.ts';
import { MovingFiles } from './move.ts';
import { packageLayout } from './package.ts';
import { type PlaceableItem, placeAll } from './place.ts';
import { type PreparedItem, prepareItem } from './prepare.ts';
import type { ProvedItem } from './prove.ts';
import { type LinkedItem, type ResolvedLink, resolveLinks } from './resolve.ts';

/** The item's row in the target, null when it has no place; an item without files comes without preparation. */
export type PlaceItem<I> = (item: I, prepared: PreparedItem | null) => HeldRow | null;

export interface SettleOptions<I extends LinkedItem> {
  readonly items: readonly I[];
  readonly files: SourceFiles;
  /** Ids a student had before, by the present one. */
  readonly former: ReadonlyMap<string, readonly string[]>;
  /** How files stand in the target. */
  readonly layout: 'package' | 'beside';
  /** The record as the target's sheet has it, and the sheet's fields; null when there is no sheet for it. */
  readonly sheetFor: (record: CanonicalRecord) => { readonly said: PreparedItem; readonly columns: ReadonlySet<string> } | null;
  readonly place: PlaceItem<I>;
}

export interface Settled {
  readonly collected: readonly CollectedFile[];
  readonly moving: MovingFiles;
  readonly proved: readonly ProvedItem[];
  /** Links for which there is no file, and those whose file is not what the source says of it. */
  readonly missing: number;
  readonly otherContent: number;
}

function layoutOf({ layout }: Pick<SettleOptions<LinkedItem>, 'layout'>, links: readonly ItemsLink[]): Layout {
  return layout === 'package' ? packageLayout(links) : besideLayout(links);
}

/** What the links of a placed item must lead to when the target looks for them. */
function leadsTo(links: readonly ResolvedLink[], fates: readonly string[]): ReadonlyMap<string, CollectedFile | null> {
  return new Map(links.flatMap((link, at) => (link.file === null || fates[at] === 'held' ? [[link.field, link.file]] : [])));
}

/** Places every item in order; files are moved afterwards. */
export function settleItems<I extends LinkedItem>(options: SettleOptions<I>): Settled {
  const { items, files, former, sheetFor, place } = options;
  const collected = files.files();
  const found = resolveLinks(collected, items, former);
  const placeable = items.flatMap((item, at): PlaceableItem[] => {
    const sheet = found[at]!.length > 0 ? sheetFor(item.record) : null;
    return sheet === null ? [] : [{ item, links: found[at]!, ...sheet }];
  });
  const layout = layoutOf(options, placeable.flatMap(({ item: { record }, links }) => links.map((link) => ({ record, link }))));
  const places = placeAll(placeable, layout, former);
  const moving = new MovingFiles(files, layout);
  const proved: ProvedItem[] = [];
  const sheets = new Map<LinkedItem, PlaceableItem>(placeable.map((one) => [one.item, one]));
  for (const [at, item] of items.entries()) {
    const links = found[at]!;
    const sheet = sheets.get(item);
    const held = place(item, sheet ? prepareItem(sheet.said, links, places, sheet.columns) : null);
    const fates = links.map((link) => moving.settle(link, places.get(link) ?? null, held?.back ?? null));
    if (held !== null && sheet) proved.push({ item: { record: held.back, columns: sheet.columns, unit: '', path: '' }, leadsTo: leadsTo(links, fates) });
  }
  const all = found.flat();
  return {
    collected, moving, proved,
    missing: all.filter(({ file }) => file === null).length,
    otherContent: all.filter(({ file, md5 }) => file !== null && md5 !== undefined && md5 !== file.md5).length,
  };
}
