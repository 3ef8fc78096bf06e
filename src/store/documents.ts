/**
 * A document on disk: the records of one student, one slot and one load, compressed against a sample of its
 * slot and encrypted. The place it stands at is authenticated, so a body moved elsewhere does not open.
 */
import { createCipheriv, createDecipheriv } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { Fault } from '../core/fault.ts';
import type { SchoolKeys } from './school-keys.ts';
import { deriveKey } from './school-keys.ts';
import type { DocumentPlace } from './rows.ts';

/** How many bytes of a slot's first document the others are compressed against; half the size of plain deflate. */
export const DICTIONARY_BYTES = 8192;

/** What the records of a slot in a load share; kept sealed, once. */
export interface SlotLayout {
  readonly fields: readonly string[];
  readonly dictionary: Uint8Array;
}

/** Where a document stands. */
export interface DocumentKey extends DocumentPlace {
  readonly student: Uint8Array;
  readonly part: number;
  readonly records: number;
}

export interface DocumentCipher {
  /** `sequence` must be used once only in a load: it is the nonce. */
  encode(key: DocumentKey, sequence: number, text: Uint8Array, dictionary: Uint8Array): Uint8Array;
  /** @throws Fault `store/damaged` naming the school only. */
  decode(key: DocumentKey, body: Uint8Array, dictionary: Uint8Array): string;
}

/** Window of 16 KiB and small hash tables: setting them up costs more than the compression of 3 kB. */
const DEFLATE = { level: 1, memLevel: 6, windowBits: 14, chunkSize: 512 };
const INFLATE = { windowBits: 14, chunkSize: 8192 };

/** @param salt random bytes of the load: each load has a key of its own, so that a counter can be the nonce. */
export function documentCipher(keys: SchoolKeys, salt: Uint8Array): DocumentCipher {
  const key = deriveKey(keys, 'documents', salt);
  return {
    encode(place, sequence, text, dictionary) {
      const counter = Buffer.alloc(4);
      counter.writeUInt32BE(sequence);
      const cipher = createCipheriv('aes-256-gcm', key, nonce(counter)).setAAD(address(place));
      const packed = deflateRawSync(text, { ...DEFLATE, dictionary });
      return Buffer.concat([counter, cipher.update(packed), cipher.final(), cipher.getAuthTag()]);
    },
    decode(place, body, dictionary) {
      const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, nonce(bytes.subarray(0, 4)), { authTagLength: 16 }).setAAD(address(place));
        decipher.setAuthTag(bytes.subarray(-16));
        const packed = decipher.update(bytes.subarray(4, -16));
        decipher.final();
        return inflateRawSync(packed, { ...INFLATE, dictionary }).toString();
      } catch (error) {
        throw new Fault('store/damaged', { what: keys.school, detail: 'document' }, { cause: error });
      }
    },
  };
}

function nonce(counter: Uint8Array): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.set(counter, 8);
  return bytes;
}

function address(key: DocumentKey): Buffer {
  const student = Buffer.from(key.student).toString('hex');
  return Buffer.from([key.school, key.term, student, key.type, key.kind, key.input, key.part, key.records].join('\0'));
}
