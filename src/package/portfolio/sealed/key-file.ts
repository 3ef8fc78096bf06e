/** A school's public key as a file: what one school gives another, signed by itself and, after a rotation, by the key before it. */
import type { KeyObject } from 'node:crypto';
import { canonicalJson } from '../../../core/canonical-json.ts';
import { fingerprintOf, publicKeyOf, type SealKey } from '../../../core/seal/key.ts';
import { signJson, verifyJson } from '../../../core/seal/signature.ts';
import { parseJson } from '../../../formats/json/read.ts';
import { portfolioError } from '../refuse.ts';
import { packageValidator } from '../schema.ts';

/** Word of an earlier key for its successor. */
export interface Voucher {
  /** Fingerprint of the earlier key. */
  readonly by: string;
  readonly signature: string;
}

export interface KeyFile {
  readonly key: SealKey;
  readonly vouchers: readonly Voucher[];
}

const said = ({ school, sign, seal, validFrom, validTo }: SealKey): SealKey => ({ school, sign, seal, validFrom, validTo });

/** An earlier key's word for a later one. */
export function vouchFor(key: SealKey, earlier: { readonly key: SealKey; readonly sign: KeyObject }): Voucher {
  return { by: fingerprintOf(earlier.key), signature: signJson('school key successor', said(key), earlier.sign) };
}

/** True when the earlier key has signed for this one. */
export function isVouchedBy({ key, vouchers }: KeyFile, earlier: SealKey): boolean {
  const by = fingerprintOf(earlier);
  return vouchers.some((voucher) => voucher.by === by && verifyJson('school key successor', said(key), earlier.sign, voucher.signature));
}

/** The file's text; equal keys give equal texts. */
export function keyFileText(key: SealKey, sign: KeyObject, vouchers: readonly Voucher[]): string {
  const body = said(key);
  return `${JSON.stringify({ licheng: 'school-key', version: 1, fingerprint: fingerprintOf(key), ...body, signature: signJson('school key', body, sign), vouchers }, null, 2)}\n`;
}

/** @throws ProblemError `sealed/bad-key-file` for what is no such file, or is not signed by its own key */
export function parseKeyFile(text: string, file: string): KeyFile {
  const value = parseJson(text.replace(/^\uFEFF/, ''), file);
  const [error] = packageValidator('school-key')(value);
  const bad = (detail: string) => portfolioError('sealed/bad-key-file', file, { detail });
  if (error) throw bad(`${error.path} ${error.message.en}`);
  const { fingerprint, signature, vouchers, ...rest } = value as SealKey & { fingerprint: string; signature: string; vouchers: readonly Voucher[] };
  const key = said(rest);
  if (publicKeyOf('Ed25519', key.sign) === null || publicKeyOf('X25519', key.seal) === null || key.validTo < key.validFrom) throw bad('key');
  if (fingerprint !== fingerprintOf(key)) throw bad('fingerprint');
  if (!verifyJson('school key', key, key.sign, signature)) throw bad('signature');
  return { key, vouchers };
}

/** True for two keys that say the same. */
export function sameSealKey(a: SealKey, b: SealKey): boolean {
  return canonicalJson(said(a)) === canonicalJson(said(b));
}
