/** What is known of an attachment: the link of an item, and the file it was found to mean. */
import type { CanonicalRecord } from '../../core/record.ts';
import { FIELDS } from '../../core/fields.ts';
import type { InputInfo, SchoolStore } from '../../store/port.ts';
import type { ExplainedField } from './model.ts';

/** The record that stands at a row of a list of attachments; null when there is none. */
export async function attachmentAt(store: SchoolStore, input: InputInfo, row: number): Promise<CanonicalRecord | null> {
  for (const term of input.terms) {
    for await (const records of store.records(term, 'attachment')) {
      const found = records.find(({ source }) => source.input === input.id && source.row === row);
      if (found) return found;
    }
  }
  return null;
}

/** Its fields as they were worked out from the item's link and the files that came with it; no cell says them. */
export function attachmentFields(record: CanonicalRecord): ExplainedField[] {
  return Object.entries(FIELDS.attachment).flatMap(([field, { privacy, zh, en }]): ExplainedField[] => {
    const value = record[field];
    if (typeof value !== 'string' && typeof value !== 'number') return [];
    return [{
      field, label: { 'zh-TW': zh, en }, origin: 'file', column: null, raw: null, kind: null, transform: null, steps: [], value, privacy,
      problem: null, codes: null, meaning: null, coined: [], why: null,
    }];
  });
}
