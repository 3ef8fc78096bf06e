/** Files under the names their links say. */
import { idsIn } from '../../../core/mask.ts';
import { itemOf } from '../../attachments/claims.ts';
import { firstDotKey, partKey, partsOf } from '../../attachments/path.ts';
import type { FiledLink, FilePlacement, ItemsLink, Layout } from './layout.ts';

/** Bytes of a name that every file system takes. */
const LONGEST_NAME = 255;

const fits = (path: string): boolean => path.split('/').every((part) => Buffer.byteLength(part) <= LONGEST_NAME);

/** What a reader looks a link's file up by: its last part. Empty for a link that leads nowhere. */
const nameKey = (link: string): string => firstDotKey(partsOf(link)?.at(-1) ?? '');

/** `C01.pdf`, `C01-2.pdf`, `C01-3.pdf` … Before the first dot, where every reader still takes the number for part of the name. */
function numbered(name: string, number: number): string {
  const dot = name.indexOf('.');
  return dot <= 0 ? `${name}-${number}` : `${name.slice(0, dot)}-${number}${name.slice(dot)}`;
}

/**
 * Under the name the link says; where several items say such a name, in a folder of the student's id, as transfer packages
 * have it: names of files need not be unique, not even for one student.
 *
 * @param links all of the items', those without a file too
 */
export function besideLayout(links: readonly ItemsLink[]): Layout {
  const owners = new Map<string, Set<string>>();
  for (const { record, link } of links) {
    const key = nameKey(link.link);
    owners.set(key, (owners.get(key) ?? new Set()).add(`${record.idNumber ?? ''}\0${itemOf(record)}`));
  }
  const names = new Set(owners.keys());
  const taken = new Map<string, string>();
  /** Last number given to a name. */
  const numbers = new Map<string, number>();

  function take(path: string, link: string, sha256: string): FilePlacement | null {
    const key = partKey(path);
    if (!fits(path) || (taken.get(key) ?? sha256) !== sha256) return null;
    taken.set(key, sha256);
    return { path, link };
  }

  function another({ record: { idNumber = '' }, link: { link, file } }: FiledLink): FilePlacement | null {
    const [last = ''] = partsOf(link)?.slice(-1) ?? [];
    for (let number = (numbers.get(last) ?? 1) + 1; ; number++) {
      numbers.set(last, number);
      const name = numbered(last, number);
      if (!fits(name)) return null;
      if (names.has(nameKey(name))) continue;
      names.add(nameKey(name));
      return take(idNumber === '' ? name : `${idNumber}/${name}`, name, file.sha256);
    }
  }

  return {
    another,
    first(one) {
      const { record: { idNumber = '' }, link: { link, file } } = one;
      const path = partsOf(link)?.join('/');
      if (path === undefined || !fits(path)) return null;
      const shared = owners.get(nameKey(link))!.size > 1 && !idsIn(link).includes(idNumber);
      return take(shared ? `${idNumber}/${path}` : path, link, file.sha256) ?? another(one);
    },
    namesFor: () => null,
  };
}
