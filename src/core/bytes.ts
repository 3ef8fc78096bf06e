/** Bytes that can be read from any place: a file, an encrypted blob, a ZIP entry held in memory. */
export interface ByteSource {
  /** Length in bytes. */
  readonly size: number;
  /**
   * Bytes `[start, end)` in order, in chunks; the whole by default. `lent` chunks are given back when the next is asked
   * for, so that their memory can serve again: a reader that looks at each and keeps none spares the collector
   * most of its work, because memory outside its heap makes it run every few megabytes.
   */
  stream(start?: number, end?: number, lent?: boolean): AsyncIterable<Uint8Array>;
  /** Bytes `[start, start + length)`; shorter at the end of the source. */
  read(start: number, length: number): Promise<Uint8Array>;
  /**
   * Fills `into` with the bytes from `start` on and says how many there were, at once. Only where nothing has to be waited for but
   * a disk: a trip to the thread pool and back costs as much as hashing 100 KiB.
   */
  readInto?(into: Uint8Array, start: number): number;
}
