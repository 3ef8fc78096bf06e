/** Which key of a school is used today: the newest that is valid and not revoked. */
import { Fault } from '../../core/fault.ts';
import { isValidOn, type SealKey } from '../../core/seal/key.ts';
import type { OwnKey, Revocation } from '../../store/seals/port.ts';
import type { Services } from '../services.ts';

interface Datable {
  readonly key: SealKey;
  readonly revoked: Revocation | null;
}

function newest<K extends Datable>(keys: readonly K[], today: string): K | null {
  const usable = keys.filter(({ key, revoked }) => revoked === null && isValidOn(key, today));
  return usable.toSorted((a, b) => (a.key.validFrom < b.key.validFrom ? -1 : a.key.validFrom > b.key.validFrom ? 1 : 0)).at(-1) ?? null;
}

/** The school's own key; null when it has none that may be used today. */
export function usableKey({ home, today }: Services, school: string): OwnKey | null {
  return newest(home.seals.own(school), today);
}

/** The school's own key. @throws Fault `seal/no-key` when it has none that may be used today */
export function ownKey(services: Services, school: string): OwnKey {
  const key = usableKey(services, school);
  if (!key) throw new Fault('seal/no-key', { school });
  return key;
}

/** The key to seal to for a school, of this home or elsewhere. @throws Fault `seal/unknown-receiver` when none is known that may be used today */
export function receiverKey({ home, today }: Services, school: string): SealKey {
  const here = home.schools().includes(school) ? home.seals.own(school) : [];
  const key = newest(here, today) ?? newest(home.seals.trusted().filter((one) => one.key.school === school), today);
  if (!key) throw new Fault('seal/unknown-receiver', { school });
  return key.key;
}
