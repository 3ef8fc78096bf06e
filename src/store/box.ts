/** Encrypted JSON for the small things of a school: input infos, quarantine pages, submissions, approvals. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { Fault } from '../core/fault.ts';
import type { SchoolKeys } from './school-keys.ts';
import { deriveKey } from './school-keys.ts';

export interface Box {
  /** `label` names the place the value is kept at; the same label is needed to open it. */
  seal(label: string, value: unknown): Uint8Array;
  /** @throws Fault `store/damaged` naming the school only. */
  open(label: string, sealed: Uint8Array): unknown;
}

/** AES-256-GCM under a random 96-bit nonce: enough for the few million values one school can ever have. */
export function openBox(keys: SchoolKeys): Box {
  const key = deriveKey(keys, 'box');
  return {
    seal(label, value) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(label));
      const packed = deflateRawSync(JSON.stringify(value));
      return Buffer.concat([nonce, cipher.update(packed), cipher.final(), cipher.getAuthTag()]);
    },
    open(label, sealed) {
      const bytes = Buffer.from(sealed);
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12), { authTagLength: 16 }).setAAD(Buffer.from(label));
        decipher.setAuthTag(bytes.subarray(-16));
        const packed = Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]);
        return JSON.parse(inflateRawSync(packed).toString()) as unknown;
      } catch (error) {
        throw new Fault('store/damaged', { what: keys.school, detail: label.replace(/ .*/, '') }, { cause: error });
      }
    },
  };
}
