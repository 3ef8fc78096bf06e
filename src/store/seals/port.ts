/** School keys as flows see them: a school's own, and those of other schools it believes. */
import type { KeyObject } from 'node:crypto';
import type { SealKey } from '../../core/seal/key.ts';

/** That a key must not be used or believed any more. */
export interface Revocation {
  /** ISO time. */
  readonly at: string;
  readonly by: string;
  readonly reason: string;
}

export interface OwnKey {
  readonly key: SealKey;
  readonly fingerprint: string;
  /** ISO time. */
  readonly createdAt: string;
  readonly revoked: Revocation | null;
  /** The private halves. @throws Fault `store/damaged` */
  secret(): { readonly sign: KeyObject; readonly seal: KeyObject };
}

export interface TrustedKey {
  readonly key: SealKey;
  readonly fingerprint: string;
  /** ISO time. */
  readonly trustedAt: string;
  /** Who decided, and on what: the fingerprint was compared, or an earlier key spoke for it. */
  readonly by: string;
  readonly how: 'fingerprint' | 'voucher';
  readonly revoked: Revocation | null;
}

export interface Seals {
  /** Keys of a school of this home, oldest first. @throws Fault `store/damaged` */
  own(school: string): readonly OwnKey[];
  /** @throws Fault `record/not-found` for a school that has no folder */
  create(school: string, validity: Pick<SealKey, 'validFrom' | 'validTo'>, createdAt: string): Promise<OwnKey>;
  /** Keys of schools elsewhere, in the order they were taken in. @throws Fault `store/damaged` */
  trusted(): readonly TrustedKey[];
  /** Believing a key again that is believed changes nothing; a revoked one stays revoked. */
  trust(key: TrustedKey): Promise<void>;
  /** Revokes an own or a believed key. @returns the school it was of, null for no key that could be revoked */
  revoke(fingerprint: string, revocation: Revocation): Promise<string | null>;
}
