/**
 * The master key: 32 random bytes in a file of its own, never beside the data (RULE-705).
 * It does nothing but wrap the keys of the schools.
 */
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { readFile, realpath } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Fault } from '../core/fault.ts';
import { liesInside, PRIVATE_FILE } from './files.ts';

/** Name of the file that marks a home. */
export const HOME_MARKER = 'licheng.json';

export interface MasterKey {
  /** 32 hex characters computed from the key: safe to keep with the data, and it tells a wrong key at once. */
  readonly id: string;
  /** Seals a secret under a label that must be given again to unwrap it. */
  wrap(label: string, secret: Uint8Array): Uint8Array;
  /** Null when the key or the label is another one or the bytes were changed. */
  unwrap(label: string, wrapped: Uint8Array): Uint8Array | null;
}

function keyId(key: Uint8Array): string {
  return createHmac('sha256', key).update('licheng master key id').digest('hex').slice(0, 32);
}

/**
 * Makes a new master key file, mode 0600, and returns its key id.
 * @param home a home that is yet to be made; one that exists is recognised by its marker
 * @throws Fault `key/exists` rather than overwrite, `key/inside-home`, `file/not-found` for a missing folder.
 */
export function createMasterKey(path: string, home?: string): string {
  const target = resolve(path);
  if ((home !== undefined && liesInside(resolve(home), target)) || isInAHome(target)) throw new Fault('key/inside-home', { path });
  const key = randomBytes(32);
  const id = keyId(key);
  const file = openNew(target);
  try {
    writeSync(file, `${JSON.stringify({ licheng: 'master-key', version: 1, keyId: id, key: key.toString('base64') }, null, 2)}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  return id;
}

function isInAHome(target: string): boolean {
  for (let folder = dirname(target); ; folder = dirname(folder)) {
    if (existsSync(join(folder, HOME_MARKER))) return true;
    if (folder === dirname(folder)) return false;
  }
}

function openNew(path: string): number {
  try {
    return openSync(path, 'wx', PRIVATE_FILE);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw new Fault('key/exists', { path }, { cause: error });
    if (code === 'ENOENT') throw new Fault('file/not-found', { file: dirname(path) }, { cause: error });
    throw error;
  }
}

/**
 * Reads a master key file for a home.
 * @throws Fault `key/missing`, `key/invalid`, or `key/inside-home` when the file lies in the home it opens.
 * @requirement RULE-705
 */
export async function readMasterKey(path: string, home: string): Promise<MasterKey> {
  const real = await realpath(path).catch(() => null);
  if (real === null) throw new Fault('key/missing', { path });
  const realHome = await realpath(home).catch(() => resolve(home));
  if (liesInside(realHome, real)) throw new Fault('key/inside-home', { path });
  const text = await readFile(real, 'utf8').catch((error: unknown) => {
    throw new Fault('key/missing', { path }, { cause: error });
  });
  const key = parseKey(text);
  if (!key) throw new Fault('key/invalid', { path });
  return masterKey(key);
}

function parseKey(text: string): Buffer | null {
  try {
    const file = JSON.parse(text) as { licheng?: unknown; version?: unknown; keyId?: unknown; key?: unknown };
    if (file.licheng !== 'master-key' || file.version !== 1 || typeof file.key !== 'string') return null;
    const key = Buffer.from(file.key, 'base64');
    return key.length === 32 && keyId(key) === file.keyId ? key : null;
  } catch {
    return null;
  }
}

function masterKey(key: Buffer): MasterKey {
  return {
    id: keyId(key),
    wrap(label, secret) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(label));
      return Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()]);
    },
    unwrap(label, wrapped) {
      const bytes = Buffer.from(wrapped);
      if (bytes.length < 28) return null;
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12), { authTagLength: 16 }).setAAD(Buffer.from(label));
      decipher.setAuthTag(bytes.subarray(-16));
      try {
        return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]);
      } catch {
        return null;
      }
    },
  };
}
