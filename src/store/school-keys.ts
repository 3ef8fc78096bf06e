/**
 * The keys of one school: one to encrypt its data, one to hash its student ids. They lie with the data,
 * wrapped by the master key under the school's code, so that a folder renamed to another school does not open.
 */
import type { KeyObject } from 'node:crypto';
import { createHmac, createSecretKey, hkdfSync, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Fault } from '../core/fault.ts';
import type { MasterKey } from './keys.ts';
import { writeWhole } from './files.ts';

/** The two secrets; key objects, because those can go to another thread, are never printed, and are quicker to use. */
export interface SchoolKeys {
  readonly school: string;
  /** AES-256; only ever used to derive keys with {@link deriveKey}. */
  readonly data: KeyObject;
  readonly hmac: KeyObject;
}

function label(school: string): string {
  return `licheng school keys ${school}`;
}

/** Makes the keys of a new school. */
export async function createSchoolKeys(path: string, master: MasterKey, school: string): Promise<SchoolKeys> {
  const secret = randomBytes(64);
  const wrapped = Buffer.from(master.wrap(label(school), secret)).toString('base64');
  await writeWhole(path, `${JSON.stringify({ licheng: 'school-keys', version: 1, keyId: master.id, wrapped }, null, 2)}\n`);
  return schoolKeys(school, secret);
}

/** @throws Fault `store/damaged` when the file is gone or unreadable, `key/wrong` when the master key does not unwrap it. */
export async function readSchoolKeys(path: string, master: MasterKey, school: string): Promise<SchoolKeys> {
  const damaged = new Fault('store/damaged', { what: school, detail: 'school keys' });
  const text = await readFile(path, 'utf8').catch(() => { throw damaged; });
  let wrapped: unknown;
  try {
    wrapped = (JSON.parse(text) as { wrapped?: unknown }).wrapped;
  } catch {
    throw damaged;
  }
  if (typeof wrapped !== 'string') throw damaged;
  const secret = master.unwrap(label(school), Buffer.from(wrapped, 'base64'));
  if (secret?.length !== 64) throw new Fault('key/wrong', { home: school });
  return schoolKeys(school, secret);
}

function schoolKeys(school: string, secret: Uint8Array): SchoolKeys {
  return { school, data: createSecretKey(secret.subarray(0, 32)), hmac: createSecretKey(secret.subarray(32)) };
}

/** A key for one purpose (and one salt): no two kinds of data ever share a key, so their nonces cannot meet. */
export function deriveKey(keys: SchoolKeys, purpose: string, salt: Uint8Array = new Uint8Array(0)): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', keys.data, salt, `licheng ${purpose}`, 32)));
}

/** Keyed hash of a file name: file names can hold personal data, yet two of one name must be known as such. */
export function nameHash(keys: SchoolKeys, file: string): Buffer {
  return createHmac('sha256', keys.hmac).update(`file\0${file}`).digest().subarray(0, 16);
}

/** First 16 bytes of HMAC-SHA-256 over id and birth date (RULE-707), given as `keyText`. */
export function studentHash(keys: SchoolKeys, student: string): Buffer {
  return createHmac('sha256', keys.hmac).update(student).digest().subarray(0, 16);
}
