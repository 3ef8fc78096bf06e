/** One chunk of a sealed package: AES-256-GCM, its place and whether it is the last in its nonce. */
import { createCipheriv, createDecipheriv, type KeyObject } from 'node:crypto';

/** Content bytes per chunk; the last may have fewer, and none only where the content is empty. */
export const CHUNK = 64 * 1024;
export const TAG_BYTES = 16;
export const SEALED_CHUNK = CHUNK + TAG_BYTES;

/** 1 for the last chunk else 0, seven zero bytes, number from 0 in four bytes big-endian. No two chunks of a key share one. */
function nonce(index: number, last: boolean): Buffer {
  const bytes = Buffer.alloc(12);
  bytes[0] = last ? 1 : 0;
  bytes.writeUInt32BE(index, 8);
  return bytes;
}

/** Encrypts one chunk. */
export function sealChunk(key: KeyObject, index: number, last: boolean, content: Uint8Array): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonce(index, last));
  return Buffer.concat([cipher.update(content), cipher.final(), cipher.getAuthTag()]);
}

/** Null when a bit is not as it was sealed, or the chunk stands in another place. */
export function openChunk(key: KeyObject, index: number, last: boolean, sealed: Uint8Array): Buffer | null {
  if (sealed.length < TAG_BYTES) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, nonce(index, last), { authTagLength: TAG_BYTES });
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
  const content = decipher.update(sealed.subarray(0, sealed.length - TAG_BYTES));
  try {
    decipher.final();
    return content;
  } catch {
    return null;
  }
}
