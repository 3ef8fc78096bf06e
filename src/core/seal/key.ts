/** The public half of a school's seal: by one key its packages are signed, to the other packages for it are sealed. */
import { createPublicKey, type KeyObject } from 'node:crypto';
import { sha256 } from '../sha256.ts';

export interface SealKey {
  readonly school: string;
  /** Ed25519 public key, 32 bytes in base64url. */
  readonly sign: string;
  /** X25519 public key, 32 bytes in base64url. */
  readonly seal: string;
  /** ISO dates, inclusive: outside of them nothing is signed by it or sealed to it. */
  readonly validFrom: string;
  readonly validTo: string;
}

/** Hex digits of a fingerprint: 160 bits, what people can compare and nobody can find a second key for. */
const FINGERPRINT = 40;

/** What a key is known by: first 40 hex digits of SHA-256 over three lines: school code, sign, seal. Validity is not part of it. */
export function fingerprintOf({ school, sign, seal }: Pick<SealKey, 'school' | 'sign' | 'seal'>): string {
  return sha256(`licheng school key\n${school}\n${sign}\n${seal}\n`).slice(0, FINGERPRINT);
}

/** Groups of four, to be read out over the telephone. */
export function shownFingerprint(fingerprint: string): string {
  return fingerprint.match(/.{1,4}/g)?.join(' ') ?? '';
}

/** A fingerprint as people type it: blanks, dashes and case do not count. */
export function typedFingerprint(text: string): string {
  return text.replace(/[\s:-]/g, '').toLowerCase();
}

/** True on a day on which the key may be used. */
export function isValidOn({ validFrom, validTo }: Pick<SealKey, 'validFrom' | 'validTo'>, today: string): boolean {
  return validFrom <= today && today <= validTo;
}

/** The key object of a raw public key; null when the text is none (32 bytes in base64url). */
export function publicKeyOf(curve: 'Ed25519' | 'X25519', raw: string): KeyObject | null {
  if (!/^[A-Za-z0-9_-]{43}$/.test(raw)) return null;
  try {
    return createPublicKey({ key: { kty: 'OKP', crv: curve, x: raw }, format: 'jwk' });
  } catch {
    return null;
  }
}

/** The other way round. */
export function rawKeyOf(key: KeyObject): string {
  return key.export({ format: 'jwk' }).x as string;
}
