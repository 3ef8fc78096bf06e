/** All seal keys of a home: `<home>/<school>/state/seal-keys.json` for its own schools, `<home>/seals/register.json` for others. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from '../../core/fault.ts';
import { makeFolder } from '../files.ts';
import type { MasterKey } from '../keys.ts';
import { SchoolLock } from '../lock.ts';
import { readGuarded, writeGuarded } from './guarded-file.ts';
import { createOwnKey, type OwnKeysPlace, readOwnKeys, revokeOwnKey } from './own-keys.ts';
import type { Seals, TrustedKey } from './port.ts';

export interface SealsPlace {
  /** Path of the home. */
  readonly home: string;
  readonly master: MasterKey;
  /** Codes of the home's schools. */
  schools(): readonly string[];
  /** A school's state folder. */
  stateOf(school: string): string;
}

/** Milliseconds to wait for another process that changes keys. */
const PATIENCE = 5_000;

/** The register of a home. */
export function openSeals({ home, master, schools, stateOf }: SealsPlace): Seals {
  const folder = join(home, 'seals');
  const file = { path: join(folder, 'register.json'), kind: 'seal-register', master };
  const placeOf = (school: string): OwnKeysPlace => ({ school, state: stateOf(school), master });
  const trusted = (): readonly TrustedKey[] => (readGuarded(file) ?? []) as readonly TrustedKey[];

  async function changing<T>(work: () => Promise<T>): Promise<T> {
    await makeFolder(folder);
    const hold = new SchoolLock('seals', folder, PATIENCE).acquire();
    try {
      return await work();
    } finally {
      hold.release();
    }
  }

  return {
    trusted,
    own: (school) => readOwnKeys(placeOf(school)),
    create(school, validity, createdAt) {
      const place = placeOf(school);
      if (!existsSync(place.state)) throw new Fault('record/not-found', { what: school });
      return changing(() => createOwnKey(place, validity, createdAt));
    },
    trust: (key) => changing(async () => {
      const all = trusted();
      if (all.every((one) => one.fingerprint !== key.fingerprint)) await writeGuarded(file, [...all, key]);
    }),
    revoke: (fingerprint, revocation) => changing(async () => {
      for (const school of schools()) if (await revokeOwnKey(placeOf(school), fingerprint, revocation)) return school;
      const all = trusted();
      const found = all.find((one) => one.fingerprint === fingerprint && one.revoked === null);
      if (!found) return null;
      await writeGuarded(file, all.map((one) => (one === found ? { ...one, revoked: revocation } : one)));
      return found.key.school;
    }),
  };
}
