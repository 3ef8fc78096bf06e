/** What the caller's thread hands to the thread that writes: as little as can be, in blocks that change threads uncopied. */

export interface BatchSlot {
  readonly term: string;
  readonly type: string;
  readonly kind: string;
  /** Names of the rows' columns. */
  readonly fields: readonly string[];
}

/** What the caller's thread, or one it has share in the work, makes of records. */
export interface PreparedBatch {
  readonly slots: readonly BatchSlot[];
  readonly documents: BatchDocuments;
}

export interface Batch extends PreparedBatch {
  readonly load: number;
  readonly input: string;
  readonly salt: Uint8Array;
  /** Number of the batch within its load: documents of one student are read in this order. */
  readonly part: number;
  /** True for the load's last batch. */
  readonly last: boolean;
  /** Pages of rejected items. */
  readonly rejects: readonly { readonly page: number; readonly items: readonly unknown[] }[];
}

/** Documents, one entry each in every list; a student may have several, in the order of the file. */
export interface BatchDocuments {
  /** What {@link studentHash} hashes; '' for nobody. */
  readonly students: readonly string[];
  /** Index into the batch's slots. */
  readonly slots: Uint32Array<ArrayBuffer>;
  readonly records: Uint32Array<ArrayBuffer>;
  /** Bytes of its text before the first row. */
  readonly heads: Uint32Array<ArrayBuffer>;
  /** Where its text ends in `text`; it begins where the one before ended. */
  readonly ends: Uint32Array<ArrayBuffer>;
  /** UTF-8 of all documents, one after another. */
  readonly text: Uint8Array<ArrayBuffer>;
}

/** The memory of a batch, which goes to another thread uncopied. */
export function batchMemory({ documents: { slots, records, heads, ends, text } }: PreparedBatch): ArrayBuffer[] {
  return [slots.buffer, records.buffer, heads.buffer, ends.buffer, text.buffer];
}
