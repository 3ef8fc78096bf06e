/** Ed25519 signatures over bytes that say what they are for, so that none can be passed off as another kind. */
import { type KeyObject, sign, verify } from 'node:crypto';
import { canonicalJson } from '../canonical-json.ts';
import { publicKeyOf } from './key.ts';

/** What a signature is about; the first line of what is signed. */
export type SignedKind = 'school key' | 'school key successor' | 'portfolio' | 'acknowledgement';

function message(kind: SignedKind, content: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from(`licheng ${kind} signature 1\n`), content]);
}

/** Base64url over the bytes. */
export function signBytes(kind: SignedKind, content: Uint8Array, key: KeyObject): string {
  return sign(null, message(kind, content), key).toString('base64url');
}

/** @param signer raw public key; false also for a text that is no key or no signature */
export function verifyBytes(kind: SignedKind, content: Uint8Array, signer: string, signature: string): boolean {
  const key = publicKeyOf('Ed25519', signer);
  return key !== null && /^[A-Za-z0-9_-]{86}$/.test(signature) && verify(null, message(kind, content), key, Buffer.from(signature, 'base64url'));
}

/** Over a value's canonical JSON. */
export function signJson(kind: SignedKind, value: unknown, key: KeyObject): string {
  return signBytes(kind, Buffer.from(canonicalJson(value)), key);
}

/** The other way round. */
export function verifyJson(kind: SignedKind, value: unknown, signer: string, signature: string): boolean {
  return verifyBytes(kind, Buffer.from(canonicalJson(value)), signer, signature);
}
