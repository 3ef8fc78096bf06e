/** Bytes that can be read from any place: a file, an encrypted blob, a ZIP entry held in memory. */
export interface ByteSource {
  /** Length in bytes. */
  readonly size: number;
  /** Bytes `[start, end)` in order, in chunks; the whole by default. */
  stream(start?: number, end?: number): AsyncIterable<Uint8Array>;
  /** Bytes `[start, start + length)`; shorter at the end of the source. */
  read(start: number, length: number): Promise<Uint8Array>;
}
