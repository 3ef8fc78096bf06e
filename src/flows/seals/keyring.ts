/** What a school knows when it opens a sealed package or reads an acknowledgement. */
import { isValidOn, type SealKey } from '../../core/seal/key.ts';
import { portfolioError } from '../../package/portfolio/refuse.ts';
import type { Keyring } from '../../package/portfolio/sealed/open.ts';
import type { Revocation } from '../../store/seals/port.ts';
import type { Services } from '../services.ts';

interface Known {
  readonly key: SealKey;
  readonly fingerprint: string;
  readonly revoked: Revocation | null;
}

/** Keys of a school: its own where it is of this home, and those that were trusted. */
function keysOf({ home }: Services, school: string): readonly Known[] {
  const here = home.schools().includes(school) ? home.seals.own(school) : [];
  return [...here, ...home.seals.trusted().filter(({ key }) => key.school === school)];
}

/** @param school the receiving one; packages sealed to a key it has revoked do not open */
export function keyringOf(services: Services, school: string): Keyring {
  return {
    own(fingerprint) {
      const own = services.home.seals.own(school).find((one) => one.fingerprint === fingerprint);
      return own && own.revoked === null ? own.secret().seal : null;
    },
    signer(signing, fingerprint, on) {
      const known = keysOf(services, signing).find((one) => one.fingerprint === fingerprint);
      if (!known) throw portfolioError('sealed/unknown-signer', '', { school: signing, fingerprint });
      if (known.revoked !== null) throw portfolioError('sealed/revoked-key', '', { school: signing, fingerprint, reason: known.revoked.reason });
      if (!isValidOn(known.key, on)) throw portfolioError('sealed/expired-key', '', { school: signing, fingerprint, from: known.key.validFrom, to: known.key.validTo, on });
      return known.key;
    },
  };
}
