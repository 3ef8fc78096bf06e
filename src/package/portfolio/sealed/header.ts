/**
 * The clear beginning of a sealed package, and the key its content is sealed with. The whole construction is written
 * down in `schemas/package/sealed-portfolio.md`.
 *
 *   magic   8 bytes "LCSEAL1\n"
 *   length  4 bytes, big-endian: bytes of the header
 *   header  JSON, UTF-8: {"from","to","sealedTo","ephemeral"}
 */
import { createPublicKey, createSecretKey, diffieHellman, hkdfSync, type KeyObject } from 'node:crypto';
import type { ByteSource } from '../../../core/bytes.ts';
import { isSchoolCode } from '../../../core/school-code.ts';
import { publicKeyOf, rawKeyOf } from '../../../core/seal/key.ts';
import { portfolioError } from '../refuse.ts';

export const SEALED_MAGIC = Buffer.from('LCSEAL1\n');
const LENGTH_BYTES = 4;
/** A header has some 250 bytes. */
const MOST_HEADER = 4096;

export interface SealedHeader {
  /** School codes of sender and receiver. */
  readonly from: string;
  readonly to: string;
  /** Fingerprint of the receiver's key. */
  readonly sealedTo: string;
  /** Public half of the key made for this package alone: X25519, 32 bytes in base64url. */
  readonly ephemeral: string;
}

/** A header as it stands in a file. */
export interface ReadHeader extends SealedHeader {
  /** Magic, length and header: all of it is bound to the content key. */
  readonly bytes: Uint8Array;
}

/** The bytes in front of the first chunk. */
export function headerBytes({ from, to, sealedTo, ephemeral }: SealedHeader): Uint8Array {
  const json = Buffer.from(JSON.stringify({ from, to, sealedTo, ephemeral }));
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(json.length);
  return Buffer.concat([SEALED_MAGIC, length, json]);
}

function parsed(json: Uint8Array): SealedHeader | null {
  try {
    const { from, to, sealedTo, ephemeral, ...more } = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(json)) as Record<string, unknown>;
    if (typeof from !== 'string' || typeof to !== 'string' || typeof sealedTo !== 'string' || typeof ephemeral !== 'string') return null;
    const right = isSchoolCode(from) && isSchoolCode(to) && /^[0-9a-f]{40}$/.test(sealedTo) && publicKeyOf('X25519', ephemeral) !== null && Object.keys(more).length === 0;
    return right ? { from, to, sealedTo, ephemeral } : null;
  } catch {
    return null;
  }
}

/** True for a file that begins as a sealed package does. */
export async function isSealed(source: ByteSource): Promise<boolean> {
  return Buffer.from(await source.read(0, SEALED_MAGIC.length)).equals(SEALED_MAGIC);
}

/** @throws ProblemError `sealed/tampered` for a header that is none */
export async function readHeader(source: ByteSource, file: string): Promise<ReadHeader> {
  const start = Buffer.from(await source.read(0, SEALED_MAGIC.length + LENGTH_BYTES));
  const length = start.length === SEALED_MAGIC.length + LENGTH_BYTES ? start.readUInt32BE(SEALED_MAGIC.length) : 0;
  const json = length > 0 && length <= MOST_HEADER ? await source.read(start.length, length) : new Uint8Array();
  const header = json.length === length && start.subarray(0, SEALED_MAGIC.length).equals(SEALED_MAGIC) ? parsed(json) : null;
  if (!header) throw portfolioError('sealed/tampered', file, { detail: 'header' });
  const bytes = Buffer.concat([start, json]);
  // What a signature or a key is bound to must have one spelling only.
  if (!bytes.equals(headerBytes(header))) throw portfolioError('sealed/tampered', file, { detail: 'header' });
  return { ...header, bytes };
}

/**
 * The content key: HKDF-SHA-256 over the X25519 secret, salted with both public keys, bound to the header.
 *
 * @param privateKey of the receiver or, when sealing, of the ephemeral pair
 * @param publicKey the other side's
 * @returns null when the two give no secret (a public key of low order)
 */
export function contentKey(header: Uint8Array, privateKey: KeyObject, publicKey: KeyObject, receiver: string, ephemeral: string): KeyObject | null {
  let secret: Buffer;
  try {
    secret = diffieHellman({ privateKey, publicKey });
  } catch {
    return null;
  }
  const salt = Buffer.concat([Buffer.from(ephemeral, 'base64url'), Buffer.from(receiver, 'base64url')]);
  const info = Buffer.concat([Buffer.from('licheng sealed portfolio 1\n'), header]);
  return createSecretKey(Buffer.from(hkdfSync('sha256', secret, salt, info, 32)));
}

/** Raw public half of a private key. */
export function rawPublic(privateKey: KeyObject): string {
  return rawKeyOf(createPublicKey(privateKey));
}
