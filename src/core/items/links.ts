/** Which columns of an item name files, and what they say. */
import type { CanonicalRecord, RecordType } from '../record.ts';

export type AttachmentKind = 'document' | 'media';

interface LinkField {
  readonly field: string;
  readonly kind: AttachmentKind;
  /** Field with the MD5 that the item says the file has. */
  readonly md5?: string;
  /** Meant for web addresses: one that stands there names no file. */
  readonly address?: boolean;
}

const DOCUMENT: LinkField = { field: 'documentLink', kind: 'document', md5: 'documentMd5' };
const MEDIA: LinkField = { field: 'mediaLink', kind: 'media', md5: 'mediaMd5' };

/** Link columns by record type. Certifications and selections repeat the links of the work they are about and name no file of their own. */
const LINK_FIELDS: Readonly<Partial<Record<RecordType, readonly LinkField[]>>> = {
  courseWork: [DOCUMENT, MEDIA],
  performance: [DOCUMENT, { field: 'workLink', kind: 'document', md5: 'workMd5' }, MEDIA, { field: 'externalLink', kind: 'media', address: true }],
  statement: [{ field: 'documentLink', kind: 'document' }],
  consultation: [{ field: 'attachmentName', kind: 'document' }],
};

/** Types whose records may name files. */
export const ITEM_TYPES = Object.keys(LINK_FIELDS) as readonly RecordType[];

/** MD5 of no bytes at all: packages write it where there is no file (RULE-216). */
export const EMPTY_MD5 = 'd41d8cd98f00b204e9800998ecf8427e';

export interface ItemLink {
  readonly field: string;
  readonly kind: AttachmentKind;
  readonly link: string;
  /** MD5 the item says the file has, lower case; absent where the source does not say. */
  readonly md5?: string;
}

/** True for a web address, as opposed to a file name or a path. */
export function isAddress(link: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(link.trim());
}

/** The field with the MD5 of a link's file; undefined where the type has none. */
export function md5FieldOf(type: RecordType, field: string): string | undefined {
  return LINK_FIELDS[type]?.find((one) => one.field === field)?.md5;
}

/**
 * The files an item names. A link beside the MD5 of the empty file stands for no file; so does one without an MD5 where the
 * source has the column, because that MD5 is not kept as a value.
 *
 * @param columns canonical fields the record's mapping fills
 */
export function linksOf(record: CanonicalRecord, columns: ReadonlySet<string> = new Set()): readonly ItemLink[] {
  return (LINK_FIELDS[record.type] ?? []).flatMap(({ field, kind, md5: md5Field, address }): ItemLink[] => {
    const link = record[field];
    if (typeof link !== 'string' || link.trim() === '' || (address === true && isAddress(link))) return [];
    if (md5Field === undefined) return [{ field, kind, link }];
    const md5 = record[md5Field];
    if (typeof md5 !== 'string') return columns.has(md5Field) ? [] : [{ field, kind, link }];
    return md5.toLowerCase() === EMPTY_MD5 ? [] : [{ field, kind, link, md5: md5.toLowerCase() }];
  });
}
