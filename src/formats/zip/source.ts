/** An entry as a byte source. */
import type { ByteSource } from '../../core/bytes.ts';
import { joined, memorySource } from '../bytes.ts';
import { dataStart, STORED, ENCRYPTED_FLAG, type EntryPlace } from './data.ts';

/**
 * The entry's content, checked in one full pass: from memory when it is small, from its place in the
 * archive when it is stored plainly, else unpacked anew from the start for every read.
 *
 * @param unpack makes one pass over the unpacked bytes, checking them
 */
export async function entrySource(place: EntryPlace, unpack: () => AsyncIterable<Uint8Array>, inMemory: number): Promise<ByteSource> {
  const { record, source } = place;
  if (record.size <= inMemory) return memorySource(await joined(unpack()));
  for await (const _ of unpack());
  if (record.method === STORED && !(record.flags & ENCRYPTED_FLAG)) return part(source, await dataStart(place), record.size);

  async function* stream(start = 0, end = record.size): AsyncGenerator<Uint8Array> {
    let at = 0;
    for await (const chunk of unpack()) {
      const from = Math.max(0, start - at);
      const to = Math.min(chunk.length, end - at);
      at += chunk.length;
      if (from < to) yield chunk.subarray(from, to);
      if (at >= end) return;
    }
  }
  return { size: record.size, stream, read: (start, length) => joined(stream(start, start + length)) };
}

/** Bytes `[offset, offset + size)` of another source. */
function part(source: ByteSource, offset: number, size: number): ByteSource {
  return {
    size,
    read: (start, length) => source.read(offset + start, Math.max(0, Math.min(length, size - start))),
    stream: (start = 0, end = size) => source.stream(offset + start, offset + Math.min(end, size)),
  };
}
