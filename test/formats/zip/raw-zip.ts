/** ZIP files built byte by byte, so that any statement in them can be a lie. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface RawEntry {
  readonly name: string | Uint8Array;
  readonly data?: Uint8Array | string;
  readonly deflate?: boolean;
  /** What the headers say, where it differs from the truth. */
  readonly method?: number;
  readonly crc?: number;
  readonly size?: number;
  readonly packedSize?: number;
  readonly flags?: number;
  readonly attributes?: number;
  /** What only the local header says. */
  readonly localName?: string;
  readonly localSize?: number;
  readonly localMethod?: number;
  /** Point the directory at the local header of an earlier entry and write none. */
  readonly sameAs?: number;
}

export interface RawEnd {
  readonly count?: number;
  readonly comment?: string;
  readonly directoryStart?: number;
}

const UTF8 = 0x800;

export function rawZip(entries: readonly RawEntry[], end: RawEnd = {}): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  const offsets: number[] = [];
  let at = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name as string);
    const data = Buffer.from((entry.data ?? '') as string);
    const packed = entry.deflate ? deflateRawSync(data, { level: 9 }) : data;
    const method = entry.method ?? (entry.deflate ? 8 : 0);
    const size = entry.size ?? data.length;
    const packedSize = entry.packedSize ?? packed.length;
    const crc = entry.crc ?? crc32(data);
    const flags = entry.flags ?? (typeof entry.name === 'string' ? UTF8 : 0);

    const offset = entry.sameAs === undefined ? at : offsets[entry.sameAs]!;
    offsets.push(offset);
    if (entry.sameAs === undefined) {
      const localName = Buffer.from(entry.localName ?? name);
      const local = Buffer.concat([header(0x04034b50, [
        [2, 20], [2, flags], [2, entry.localMethod ?? method], [4, 0x00210000], [4, crc], [4, packedSize], [4, entry.localSize ?? size],
        [2, localName.length], [2, 0],
      ]), localName, packed]);
      locals.push(local);
      at += local.length;
    }
    directory.push(header(0x02014b50, [
      [2, 0x0314], [2, 20], [2, flags], [2, method], [4, 0x00210000], [4, crc], [4, packedSize], [4, size],
      [2, name.length], [2, 0], [2, 0], [2, 0], [2, 0], [4, entry.attributes ?? 0], [4, offset],
    ]), name);
  }
  const central = Buffer.concat(directory);
  const comment = Buffer.from(end.comment ?? '');
  const count = end.count ?? entries.length;
  return Buffer.concat([...locals, central, header(0x06054b50, [
    [2, 0], [2, 0], [2, count], [2, count], [4, central.length], [4, end.directoryStart ?? at], [2, comment.length],
  ]), comment]);
}

function header(signature: number, fields: readonly (readonly [width: 2 | 4, value: number])[]): Buffer {
  const bytes = Buffer.alloc(4 + fields.reduce((sum, [width]) => sum + width, 0));
  let at = bytes.writeUInt32LE(signature, 0);
  for (const [width, value] of fields) at = width === 2 ? bytes.writeUInt16LE(value, at) : bytes.writeUInt32LE(value >>> 0, at);
  return bytes;
}
