/** Files as in a transfer package (RULE-803): `{身分證號}/課程學習成果/C01.pdf`, with the names students gave in a list beside them. */
import { type FolderKind, folderPath, nameMappingPath, placeFiles } from '../../../package/portfolio/exchange/layout.ts';
import { itemOf } from '../../attachments/claims.ts';
import { partsOf } from '../../attachments/path.ts';
import { type FiledLink, type FilePlacement, isFiled, type ItemsLink, type Layout } from './layout.ts';

const FOLDERS: readonly string[] = ['courseWork', 'performance'] satisfies FolderKind[];

/** The folder of an item's files; null for a type that packages have none for. */
function folderOf({ record: { type, idNumber } }: ItemsLink): readonly [id: string, kind: FolderKind] | null {
  return idNumber !== undefined && FOLDERS.includes(type) ? [idNumber, type as FolderKind] : null;
}

/**
 * A link that says such a path already stays, unless two items of the student say it.
 *
 * @param links all of the items', those without a file too
 */
export function packageLayout(links: readonly ItemsLink[]): Layout {
  const owners = new Map<string, Set<string>>();
  for (const { record, link: { link } } of links) owners.set(link, (owners.get(link) ?? new Set()).add(`${record.idNumber ?? ''}\0${itemOf(record)}`));
  const reserved = new Map<string, Set<string>>();
  const lists = new Map<string, string>();

  const reservedIn = (folder: string): Set<string> => {
    if (!reserved.has(folder)) reserved.set(folder, new Set());
    return reserved.get(folder)!;
  };
  const stays = (one: ItemsLink): boolean => {
    const place = folderOf(one);
    const { link } = one.link;
    const parts = partsOf(link);
    return place !== null && isFiled(one) && parts?.length === 3 && parts.join('/') === link && link.startsWith(`${folderPath(...place)}/`) && owners.get(link)!.size === 1;
  };
  const put = (path: string, [id, kind]: readonly [string, FolderKind]): FilePlacement => {
    reservedIn(folderPath(id, kind)).add(path);
    lists.set(path, nameMappingPath(id, kind));
    return { path, link: path };
  };
  // What stays has its place before anything new gets one.
  for (const one of links) if (stays(one)) put(one.link.link, folderOf(one)!);

  function another(one: FiledLink): FilePlacement | null {
    const place = folderOf(one);
    if (place === null) return null;
    const { kind, file: { original, path, format } } = one.link;
    return put(placeFiles(...place, [{ kind, fileName: original ?? path, format }], reservedIn(folderPath(...place)))[0]!, place);
  }

  return { another, first: (one) => (stays(one) ? put(one.link.link, folderOf(one)!) : another(one)), namesFor: (path) => lists.get(path) ?? null };
}
