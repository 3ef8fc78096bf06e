/** A person's items with links of our own making: each leads to a file that is there, or is not written. */
import type { MovedFile } from '../../../core/portfolio.ts';
import type { CanonicalRecord } from '../../../core/record.ts';
import { type FolderKind, placeFiles } from '../../../package/portfolio/exchange/layout.ts';
import type { MergedItem } from '../items/merge.ts';

/** Link columns and the MD5 beside each; a work of a performance has its own. */
const LINKS = [
  { field: 'documentLink', md5: 'documentMd5', kind: 'document' },
  { field: 'workLink', md5: 'workMd5', kind: 'document' },
  { field: 'mediaLink', md5: 'mediaMd5', kind: 'media' },
] as const;

export interface LinkedFile {
  readonly path: string;
  readonly folder: FolderKind;
  readonly file: MovedFile;
}

export interface Relinked {
  /** In the order of the items. */
  readonly records: readonly CanonicalRecord[];
  readonly files: readonly LinkedFile[];
  /** Links without a file, which are left out. */
  readonly lost: readonly { readonly record: CanonicalRecord; readonly field: string; readonly value: string }[];
}

export interface Relinking {
  readonly id: string;
  readonly items: readonly Pick<MergedItem, 'item' | 'list'>[];
  /** See `Person`. */
  fileOf(list: string, record: CanonicalRecord, link: string, kind: 'document' | 'media'): MovedFile | null;
}

/** Files of works and of performances are numbered apart, as are documents and media. */
export function relink({ id, items, fileOf }: Relinking): Relinked {
  const lost: Relinked['lost'][number][] = [];
  const wanted: { readonly at: number; readonly link: (typeof LINKS)[number]; readonly folder: FolderKind; readonly file: MovedFile }[] = [];
  for (const [at, { item: { record }, list }] of items.entries()) {
    if (record.type !== 'courseWork' && record.type !== 'performance') continue;
    for (const link of LINKS) {
      const value = record[link.field];
      if (typeof value !== 'string' || value === '') continue;
      const file = fileOf(list, record, value, link.kind);
      if (file) wanted.push({ at, link, folder: record.type, file });
      else lost.push({ record, field: link.field, value });
    }
  }
  const paths = new Map<(typeof wanted)[number], string>();
  for (const folder of ['courseWork', 'performance'] as const) {
    const own = wanted.filter((one) => one.folder === folder);
    placeFiles(id, folder, own.map(({ file: { kind, fileName, format } }) => ({ kind, fileName, format }))).forEach((path, index) => paths.set(own[index]!, path));
  }
  const records = items.map(({ item: { record } }, at) => {
    const bare: Record<string, unknown> = { ...record };
    for (const { field, md5 } of LINKS) {
      delete bare[field];
      delete bare[md5];
    }
    for (const one of wanted.filter((each) => each.at === at)) {
      bare[one.link.field] = paths.get(one);
      bare[one.link.md5] = one.file.md5;
    }
    return bare as CanonicalRecord;
  });
  return { records, lost, files: wanted.map((one) => ({ path: paths.get(one)!, folder: one.folder, file: one.file })) };
}
