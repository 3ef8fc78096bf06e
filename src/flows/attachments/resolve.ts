/** From an item's link to its file: what packages, portfolios and migrations ask. */
import type { CanonicalRecord, StudentKey } from '../../core/record.ts';
import type { SchoolStore } from '../../store/port.ts';
import type { AttachmentKind } from '../../core/items/links.ts';

/** A file that is there; `store.blobs.open(sha256)` gives its bytes. */
export interface Attachment {
  readonly kind: AttachmentKind;
  readonly link: string;
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  readonly crc32: number;
  /** Lower-case hex, of the content. */
  readonly md5: string;
  /** By content: `pdf`, `jpg`, `png`, `mp3`, `mp4`, or another format's name. */
  readonly format: string;
  /** Name the student gave it, else its name in the drop. */
  readonly fileName: string;
}

/** The file of an attachment record; null when it is missing. */
export function attachmentOf(record: CanonicalRecord): Attachment | null {
  const { sha256 } = record;
  return record.type === 'attachment' && typeof sha256 === 'string' ? (record as unknown as Attachment) : null;
}

/**
 * The file a link of a student means, among the records the store gives of this student in the item's term.
 *
 * @param kind `document` or `media`, by the column the link stands in; either when left out
 */
export function attachmentIn(records: readonly CanonicalRecord[], link: string, kind?: AttachmentKind): Attachment | null {
  const found = records.find((record) => record.type === 'attachment' && record['link'] === link && (kind === undefined || record.kind === kind));
  return found ? attachmentOf(found) : null;
}

/** Looks a link up, by the student of the item; null for an item of no one student, or whose key is not complete. */
export type FindAttachment = (student: StudentKey | null, link: string, kind?: AttachmentKind) => Attachment | null;

const keyOf = (student: StudentKey | null): string => (student === null ? '' : `${student.idNumber}\0${student.birthDate}`);

/** All attachments of a term at hand, for whoever goes through its items in an order of their own. */
export async function findAttachments(store: SchoolStore, term: string): Promise<FindAttachment> {
  const byStudent = new Map<string, CanonicalRecord[]>();
  for await (const records of store.records(term, 'attachment')) {
    for (const record of records) {
      const { idNumber, birthDate } = record;
      const key = keyOf(idNumber === undefined || birthDate === undefined ? null : { idNumber, birthDate });
      const list = byStudent.get(key);
      if (list) list.push(record);
      else byStudent.set(key, [record]);
    }
  }
  return (student, link, kind) => attachmentIn(byStudent.get(keyOf(student)) ?? [], link, kind);
}
