/** Believing another school's key: its fingerprint was compared, or a key that is believed speaks for it. */
import { Fault } from '../../core/fault.ts';
import { fingerprintOf, isValidOn, shownFingerprint } from '../../core/seal/key.ts';
import { isoTime } from '../../observe/clock.ts';
import { isVouchedBy, type KeyFile, parseKeyFile } from '../../package/portfolio/sealed/key-file.ts';
import type { TrustedKey } from '../../store/seals/port.ts';
import type { Services } from '../services.ts';

export interface TrustOptions {
  /** As it was compared; null when nobody compared it. */
  readonly fingerprint: string | null;
  /** Who decides. */
  readonly by: string;
}

function isSpokenFor({ home, today }: Services, file: KeyFile): boolean {
  return home.seals.trusted().some(({ key, revoked }) => revoked === null && key.school === file.key.school && isValidOn(key, today) && isVouchedBy(file, key));
}

/**
 * @param text of the key file
 * @returns the key as it is believed now; `known` when it was before
 * @throws ProblemError `sealed/bad-key-file`
 * @throws Fault `seal/own-school`, `seal/not-compared` for a first key whose fingerprint nobody gave, `seal/other-fingerprint`, `seal/revoked`
 */
export async function trustKey(services: Services, text: string, file: string, { fingerprint: compared, by }: TrustOptions): Promise<{ readonly trusted: TrustedKey; readonly known: boolean }> {
  const { seals } = services.home;
  const read = parseKeyFile(text, file);
  const fingerprint = fingerprintOf(read.key);
  const { school } = read.key;
  if (services.home.schools().includes(school) && seals.own(school).length > 0) throw new Fault('seal/own-school', { school });
  if (compared !== null && compared !== fingerprint) throw new Fault('seal/other-fingerprint', { school, given: shownFingerprint(compared), found: shownFingerprint(fingerprint) });
  const before = seals.trusted().find((one) => one.fingerprint === fingerprint);
  if (before?.revoked) throw new Fault('seal/revoked', { school, fingerprint: shownFingerprint(fingerprint), reason: before.revoked.reason });
  if (before) return { trusted: before, known: true };
  if (compared === null && !isSpokenFor(services, read)) throw new Fault('seal/not-compared', { school, fingerprint: shownFingerprint(fingerprint) });
  const trusted: TrustedKey = { key: read.key, fingerprint, trustedAt: isoTime(services.clock), by, how: compared === null ? 'voucher' : 'fingerprint', revoked: null };
  await seals.trust(trusted);
  services.log.info('seal/trust', { school, fingerprint, by, how: trusted.how });
  return { trusted, known: false };
}
