/** What the links of a migration's items mean, as intake would tell: by path, folder, MD5, and never by a guess. */
import type { CanonicalRecord } from '../../../core/record.ts';
import { itemOf } from '../../attachments/claims.ts';
import { isAddress, type ItemLink, linksOf } from '../../../core/items/links.ts';
import { type Claim, matchFiles } from '../../attachments/match.ts';
import type { CollectedFile } from './collect.ts';

/** An item, and where it was read. */
export interface LinkedItem {
  readonly record: CanonicalRecord;
  /** Archive around its file; empty outside of one. */
  readonly unit: string;
  /** Path of its file there. */
  readonly path: string;
  /** Canonical fields its mapping fills. */
  readonly columns: ReadonlySet<string>;
}

export interface ResolvedLink extends ItemLink {
  /** Null where there is no such file, or several it could be. */
  readonly file: CollectedFile | null;
}

/**
 * The links of each item that name files, in the order of the items. Web addresses are no files.
 *
 * @param former ids a student had before, by the present one
 */
export function resolveLinks(files: readonly CollectedFile[], items: readonly LinkedItem[], former: ReadonlyMap<string, readonly string[]>): readonly (readonly ResolvedLink[])[] {
  const named = items.map(({ record, columns }) => linksOf(record, columns).filter(({ link }) => !isAddress(link)));
  const claims = items.flatMap(({ record, unit, path }, at): Claim[] => named[at]!.map(({ link, md5 }) => {
    const { idNumber } = record;
    return {
      ids: idNumber === undefined ? [] : [idNumber, ...(former.get(idNumber) ?? [])], type: record.type, item: itemOf(record), link,
      roster: { unit, path, drop: 1 }, ...(md5 === undefined ? {} : { md5 }),
    };
  }));
  const resolutions = matchFiles(files, claims);
  let next = 0;
  const found = named.map((links) => links.map((link): ResolvedLink => {
    const resolution = resolutions[next++]!;
    return { ...link, file: 'file' in resolution ? (resolution.file as CollectedFile) : null };
  }));
  return agreed(items, found);
}

/** Where two items of a student mean different files by one link, it means neither. */
function agreed(items: readonly LinkedItem[], found: readonly (readonly ResolvedLink[])[]): readonly (readonly ResolvedLink[])[] {
  const keyOf = ({ record: { term, idNumber = '', birthDate = '' } }: LinkedItem, { kind, link }: ResolvedLink): string => [term, idNumber, birthDate, kind, link].join('\0');
  const meant = new Map<string, Set<string | null>>();
  for (const [at, links] of found.entries()) {
    for (const link of links) meant.set(keyOf(items[at]!, link), (meant.get(keyOf(items[at]!, link)) ?? new Set()).add(link.file?.sha256 ?? null));
  }
  return found.map((links, at) => links.map((link) => (meant.get(keyOf(items[at]!, link))!.size === 1 ? link : { ...link, file: null })));
}
