/** What the caller's thread hands to the thread that writes. */
import type { StudentKey } from '../core/record.ts';
import type { SlotLayout } from './documents.ts';

export interface BatchDocument {
  /** Index into the batch's slots. */
  readonly slot: number;
  readonly student: StudentKey | null;
  readonly records: number;
  /** Where its text ends in the batch's text; it begins where the one before ended. */
  readonly end: number;
}

export interface Batch {
  readonly load: number;
  readonly input: string;
  readonly salt: Uint8Array;
  /** Number of the batch within its load: documents of one student are read in this order. */
  readonly part: number;
  /** Sequence number of the first document; the others follow. */
  readonly sequence: number;
  readonly slots: readonly (SlotLayout & { readonly term: string; readonly type: string; readonly kind: string })[];
  readonly documents: readonly BatchDocument[];
  /** UTF-8 of all documents, one after another: one block changes threads without being copied. */
  readonly text: Uint8Array<ArrayBuffer>;
  /** Pages of rejected items. */
  readonly rejects: readonly { readonly page: number; readonly items: readonly unknown[] }[];
}
