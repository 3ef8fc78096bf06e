/**
 * Putting other contents into some entries of an archive and leaving every other byte as it is: the entries that stay are
 * copied with their headers, as they are packed. For archives that `openZip` has opened without a complaint.
 */
import { crc32, deflateRawSync } from 'node:zlib';
import { memorySource } from '../bytes.ts';
import { DEFLATED, ENCRYPTED_FLAG, STORED } from './data.ts';
import { readEndRecord } from './end-record.ts';
import { LOCAL_HEADER } from './layout.ts';
import { decodeName } from './names.ts';

/** Bytes of a directory header before its name (APPNOTE.TXT 4.3.12), and what says that a field is too small for its value. */
const DIRECTORY_HEADER = 46;
const WIDE = 0xffffffff;
const DESCRIPTOR_FLAG = 0x8;

interface Header {
  readonly name: string | null;
  /** Of the header itself, and of the local header it names. */
  readonly from: number;
  readonly to: number;
  readonly at: number;
}

function headers(bytes: Uint8Array, view: DataView, start: number, end: number): Header[] | null {
  const found: Header[] = [];
  for (let from = start; from < end;) {
    if (view.getUint32(from, true) !== 0x02014b50) return null;
    const nameLength = view.getUint16(from + 28, true);
    const to = from + DIRECTORY_HEADER + nameLength + view.getUint16(from + 30, true) + view.getUint16(from + 32, true);
    const at = view.getUint32(from + 42, true);
    if (at === WIDE || view.getUint32(from + 20, true) === WIDE || view.getUint32(from + 24, true) === WIDE) return null;
    found.push({ name: decodeName(bytes.subarray(from + DIRECTORY_HEADER, from + DIRECTORY_HEADER + nameLength), view.getUint16(from + 8, true)), from, to, at });
    from = to;
  }
  return found;
}

/** A Buffer's own `slice` would be a view of the original. */
const copyOf = (bytes: Uint8Array, from: number, to: number): Uint8Array => new Uint8Array(bytes.subarray(from, to));

/** Sizes and checksum into a header; `at` is where its CRC-32 stands. What was to follow the data is in the header now. */
function stamp(header: Uint8Array, at: number, flags: number, content: Uint8Array, packed: Uint8Array): void {
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  view.setUint16(flags, view.getUint16(flags, true) & ~DESCRIPTOR_FLAG, true);
  view.setUint32(at, crc32(content), true);
  view.setUint32(at + 4, packed.length, true);
  view.setUint32(at + 8, content.length, true);
}

/**
 * @param replaced contents by entry name
 * @returns null for an archive that cannot be kept byte for byte: one of ZIP64, or with a replaced entry that is
 *   encrypted, packed by another method, or not there
 * @throws ProblemError `zip/damaged`
 */
export async function replaceEntries(bytes: Uint8Array, file: string, replaced: ReadonlyMap<string, Uint8Array>): Promise<Uint8Array | null> {
  const end = await readEndRecord(memorySource(bytes), file);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = end.directoryEnd === end.at ? headers(bytes, view, end.directoryStart, end.directoryEnd) : null;
  if (!directory || [...replaced.keys()].some((name) => directory.filter((one) => one.name === name).length !== 1)) return null;

  const byPlace = directory.toSorted((a, b) => a.at - b.at);
  const out: Uint8Array[] = [bytes.subarray(0, byPlace[0]?.at ?? end.directoryStart)];
  let length = out[0]!.length;
  const put = (part: Uint8Array): void => {
    out.push(part);
    length += part.length;
  };
  const moved = new Map<Header, Uint8Array>();
  for (const [index, header] of byPlace.entries()) {
    const entry = copyOf(bytes, header.from, header.to);
    new DataView(entry.buffer).setUint32(42, length, true);
    moved.set(header, entry);
    const content = replaced.get(header.name ?? '');
    const stop = byPlace[index + 1]?.at ?? end.directoryStart;
    if (content === undefined) {
      put(bytes.subarray(header.at, stop));
      continue;
    }
    const method = view.getUint16(header.from + 10, true);
    if (view.getUint16(header.from + 8, true) & ENCRYPTED_FLAG || ![STORED, DEFLATED].includes(method)) return null;
    const packed = method === STORED ? content : deflateRawSync(content);
    const local = copyOf(bytes, header.at, header.at + LOCAL_HEADER + view.getUint16(header.at + 26, true) + view.getUint16(header.at + 28, true));
    stamp(local, 14, 6, content, packed);
    stamp(entry, 16, 8, content, packed);
    put(local);
    put(packed);
  }
  const tail = copyOf(bytes, end.at, bytes.length);
  const start = length;
  for (const header of directory) put(moved.get(header)!);
  const last = new DataView(tail.buffer);
  last.setUint32(12, length - start, true);
  last.setUint32(16, start, true);
  put(tail);
  return Buffer.concat(out);
}
