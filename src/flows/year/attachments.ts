/** The attachment records behind the columns of an item. */
import { linksOf } from '../../core/items/links.ts';
import type { CanonicalRecord } from '../../core/record.ts';

export interface LinkedAttachment {
  readonly field: string;
  /** Null where the item's source says that there is no file. */
  readonly attachment: CanonicalRecord | null;
}

/** One line a column that has a link. @param records of the same student */
export function linkedAttachments(item: CanonicalRecord, records: readonly CanonicalRecord[]): readonly LinkedAttachment[] {
  return linksOf(item).map(({ field, kind, link }) => ({
    field, attachment: records.find((one) => one.type === 'attachment' && one.term === item.term && one.kind === kind && one['link'] === link) ?? null,
  }));
}
