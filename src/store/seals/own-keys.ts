/** The seal keys of one school, private halves wrapped by the master key: made, listed, revoked, never deleted. */
import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { join } from 'node:path';
import { Fault } from '../../core/fault.ts';
import { fingerprintOf, rawKeyOf, type SealKey } from '../../core/seal/key.ts';
import type { MasterKey } from '../keys.ts';
import { type GuardedPlace, readGuarded, writeGuarded } from './guarded-file.ts';
import type { OwnKey, Revocation } from './port.ts';

interface Kept {
  readonly key: SealKey;
  readonly createdAt: string;
  readonly wrapped: string;
  readonly revoked: Revocation | null;
}

export interface OwnKeysPlace {
  readonly school: string;
  /** The school's state folder, which must exist for writing. */
  readonly state: string;
  readonly master: MasterKey;
}

const fileOf = ({ school, state, master }: OwnKeysPlace): GuardedPlace => ({ path: join(state, 'seal-keys.json'), kind: `seal-keys ${school}`, master });
const labelOf = (key: SealKey): string => `licheng seal key ${key.school} ${fingerprintOf(key)}`;

/** The private key of raw bytes; PKCS #8 with the algorithm's number in front (RFC 8410). */
function privateKey(algorithm: 'ed25519' | 'x25519', seed: Uint8Array): KeyObject {
  const prefix = Buffer.from(`302e020100300506032b65${algorithm === 'ed25519' ? '70' : '6e'}04220420`, 'hex');
  return createPrivateKey({ key: Buffer.concat([prefix, seed]), format: 'der', type: 'pkcs8' });
}

const seedOf = (key: KeyObject): Buffer => Buffer.from(key.export({ format: 'jwk' }).d as string, 'base64url');

function kept(place: OwnKeysPlace): readonly Kept[] {
  return (readGuarded(fileOf(place)) ?? []) as readonly Kept[];
}

function opened({ key, createdAt, wrapped, revoked }: Kept, master: MasterKey): OwnKey {
  return {
    key, createdAt, revoked, fingerprint: fingerprintOf(key),
    secret() {
      const seeds = master.unwrap(labelOf(key), Buffer.from(wrapped, 'base64'));
      if (seeds?.length !== 64) throw new Fault('store/damaged', { what: key.school, detail: 'seal-keys.json' });
      return { sign: privateKey('ed25519', seeds.subarray(0, 32)), seal: privateKey('x25519', seeds.subarray(32)) };
    },
  };
}

/** Oldest first. @throws Fault `store/damaged` */
export function readOwnKeys(place: OwnKeysPlace): readonly OwnKey[] {
  return kept(place).map((one) => opened(one, place.master));
}

/** @param createdAt ISO time */
export async function createOwnKey(place: OwnKeysPlace, validity: Pick<SealKey, 'validFrom' | 'validTo'>, createdAt: string): Promise<OwnKey> {
  const sign = generateKeyPairSync('ed25519');
  const seal = generateKeyPairSync('x25519');
  const key: SealKey = { school: place.school, sign: rawKeyOf(sign.publicKey), seal: rawKeyOf(seal.publicKey), ...validity };
  const seeds = Buffer.concat([seedOf(sign.privateKey), seedOf(seal.privateKey)]);
  const one: Kept = { key, createdAt, wrapped: Buffer.from(place.master.wrap(labelOf(key), seeds)).toString('base64'), revoked: null };
  await writeGuarded(fileOf(place), [...kept(place), one]);
  return opened(one, place.master);
}

/** @returns false when there is no such key or it is revoked already */
export async function revokeOwnKey(place: OwnKeysPlace, fingerprint: string, revoked: Revocation): Promise<boolean> {
  const all = kept(place);
  const found = all.find((one) => fingerprintOf(one.key) === fingerprint && one.revoked === null);
  if (found) await writeGuarded(fileOf(place), all.map((one) => (one === found ? { ...one, revoked } : one)));
  return found !== undefined;
}
