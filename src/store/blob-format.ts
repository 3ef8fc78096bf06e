/**
 * How a blob lies on disk: header, encrypted chunks of 256 KiB of content, encrypted footer, length of the footer.
 *
 *   header  8 bytes "LCBLOB1\n" + 16 bytes salt (the blob's own key is derived from it)
 *   chunk   AES-256-GCM, nonce = (kind, number); kind says "last", so a cut or reordered file does not open
 *   footer  JSON: the SHA-256 of the content, its size, and per chunk its stored length (negative: compressed)
 *   tail    4 bytes, length of the footer, + 8 bytes "LCBLEND\n"
 */
import type { KeyObject } from 'node:crypto';
import { createCipheriv, createDecipheriv } from 'node:crypto';
import { promisify } from 'node:util';
import { constants, zstdCompress, zstdDecompress } from 'node:zlib';

/** Content bytes per chunk: setting a compression up costs as much as compressing 100 KiB. */
export const CHUNK = 256 * 1024;
export const HEADER_MAGIC = Buffer.from('LCBLOB1\n');
export const TAIL_MAGIC = Buffer.from('LCBLEND\n');
export const SALT_BYTES = 16;
export const HEADER_BYTES = HEADER_MAGIC.length + SALT_BYTES;
export const TAIL_BYTES = 4 + TAIL_MAGIC.length;
const TAG_BYTES = 16;

export interface BlobFooter {
  readonly sha256: string;
  readonly size: number;
  /** Stored bytes per chunk, with its tag; negative where the content was compressed. */
  readonly chunks: readonly number[];
}

type Kind = 'chunk' | 'last' | 'footer';
const KIND_BYTE: Record<Kind, number> = { chunk: 0, last: 1, footer: 2 };

function nonce(kind: Kind, index: number): Buffer {
  const bytes = Buffer.alloc(12);
  bytes[0] = KIND_BYTE[kind];
  bytes.writeUInt32BE(index, 8);
  return bytes;
}

/** Encrypts one part; `kind` and `index` are its place in the blob. */
export function sealPart(key: KeyObject, kind: Kind, index: number, bytes: Uint8Array): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonce(kind, index));
  return Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

/** Throws when a single bit is not as it was sealed, or the part stands elsewhere. */
export function openPart(key: KeyObject, kind: Kind, index: number, sealed: Uint8Array): Buffer {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce(kind, index), { authTagLength: TAG_BYTES });
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  const content = decipher.update(bytes.subarray(0, -TAG_BYTES));
  decipher.final();
  return content;
}

// Beside the caller's thread: several chunks are compressed, or decompressed, while one is hashed or read.
const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);

/** Output space: a chunk that needs more than one goes to the pool and back for each, which cost 0.5 s per 150 MB. */
const PACKED_AT_ONCE = 64 * 1024;

/** Chunks under way at a time. */
export const AHEAD = 4;

/** Compresses a chunk; null when that saves less than a tenth (media, archives). */
export async function squeeze(chunk: Uint8Array): Promise<Uint8Array | null> {
  const packed = await compress(chunk, { chunkSize: PACKED_AT_ONCE, params: { [constants.ZSTD_c_compressionLevel]: 1 } });
  return packed.length < chunk.length * 0.9 ? packed : null;
}

/** The other way round; a chunk never holds more than {@link CHUNK} bytes. */
export function unsqueeze(packed: Uint8Array): Promise<Buffer> {
  return decompress(packed, { chunkSize: CHUNK, maxOutputLength: CHUNK });
}
