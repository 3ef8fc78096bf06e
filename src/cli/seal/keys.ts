/** The actions of `licheng seal keys`. */
import { readFileSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { basename } from 'node:path';
import { EXIT, Fault } from '../../core/fault.ts';
import { isValidOn, type SealKey, shownFingerprint, typedFingerprint } from '../../core/seal/key.ts';
import { isoToRoc } from '../../core/roc-date.ts';
import { audit } from '../../flows/audit.ts';
import { publishFile } from '../../flows/publish-file.ts';
import { ownKey } from '../../flows/seals/current-key.ts';
import { trustKey } from '../../flows/seals/trust.ts';
import type { Services } from '../../flows/services.ts';
import { isoTime } from '../../observe/clock.ts';
import { keyFileText, vouchFor } from '../../package/portfolio/sealed/key-file.ts';
import type { Revocation } from '../../store/seals/port.ts';
import type { Context } from '../command.ts';
import { schoolOption, textOption } from '../options.ts';
import { withSchool } from '../services.ts';
import { words } from '../words.ts';

type Action = (context: Context, services: Services, argument?: string) => Promise<number>;

/** Years a key is valid unless said otherwise. */
const YEARS = 2;
/** A key file has some 700 bytes, and 250 for each earlier key that speaks for it. */
const MOST_BYTES = 64 * 1024;

type State = 'valid' | 'not-yet' | 'expired' | 'revoked';

function stateOf(key: SealKey, revoked: Revocation | null, today: string): State {
  if (revoked) return 'revoked';
  return isValidOn(key, today) ? 'valid' : today < key.validFrom ? 'not-yet' : 'expired';
}

const who = (context: Context): string => (context.options['by'] === undefined ? userInfo().username : textOption(context, 'seal', 'by'));

const list: Action = async (context, { home, today }) => {
  const say = words(context);
  const only = context.options['school'] === undefined ? null : schoolOption(context, 'seal');
  const own = home.schools().flatMap((school) => home.seals.own(school).map((one) => ({ ...one, own: true, trustedBy: null as string | null, how: null as string | null })));
  const others = home.seals.trusted().map((one) => ({ ...one, own: false, trustedBy: one.by, how: one.how }));
  const keys = [...own, ...others].filter(({ key }) => only === null || key.school === only).map(({ key, fingerprint, revoked, own: isOwn, trustedBy, how }) => ({
    school: key.school, own: isOwn, fingerprint, validFrom: key.validFrom, validTo: key.validTo, state: stateOf(key, revoked, today), trustedBy, how, revoked,
  }));
  const shown: Readonly<Record<State, string>> = { valid: say('有效', 'valid'), 'not-yet': say('尚未生效', 'not valid yet'), expired: say('已過期', 'expired'), revoked: say('已廢止', 'revoked') };
  if (keys.length === 0) context.say(say('沒有金鑰。', 'There are no keys.'));
  for (const one of keys) {
    context.say(`${one.school}  ${one.own ? say('本工作資料夾', 'of this home') : say(`由 ${one.trustedBy} 信任`, `trusted by ${one.trustedBy}`)} · ${shown[one.state]} · ${one.validFrom} – ${one.validTo}`);
    context.say(`        ${shownFingerprint(one.fingerprint)}`);
  }
  context.result({ keys });
  return EXIT.done;
};

function lastDay(context: Context, today: string): string {
  if (context.options['valid-to'] === undefined) return `${Number(today.slice(0, 4)) + YEARS}${today.slice(4).replace('-02-29', '-02-28')}`;
  const asked = textOption(context, 'seal', 'valid-to');
  if (isoToRoc(asked) === null || asked < today) throw new Fault('usage/bad-option', { command: 'seal', detail: `--valid-to ${asked}` });
  return asked;
}

const create: Action = async (context, services) => {
  const say = words(context);
  const school = schoolOption(context, 'seal');
  if (!services.home.schools().includes(school)) throw new Fault('record/not-found', { what: school });
  const validTo = lastDay(context, services.today);
  const made = await withSchool(services, school, () => services.home.seals.create(school, { validFrom: services.today, validTo }, isoTime(services.clock)), { create: true });
  audit(services, school, 'seal/create', { fingerprint: made.fingerprint, validTo });
  context.say(say(`已為 ${school} 建立金鑰，有效至 ${validTo}。指紋：`, `Made a key for ${school}, valid to ${validTo}. Fingerprint:`));
  context.say(`        ${shownFingerprint(made.fingerprint)}`);
  context.say(say('請以 licheng seal keys export 匯出公開金鑰交給對方，並在電話中唸出指紋讓對方核對。', 'Export the public key with licheng seal keys export, and read the fingerprint out to the other school over the telephone.'));
  context.result({ school, fingerprint: made.fingerprint, validFrom: services.today, validTo });
  return EXIT.done;
};

const exportKey: Action = async (context, services) => {
  const school = schoolOption(context, 'seal');
  const out = textOption(context, 'seal', 'out');
  const current = ownKey(services, school);
  const earlier = services.home.seals.own(school).filter((one) => one.revoked === null && one.fingerprint !== current.fingerprint);
  const vouchers = earlier.map((one) => vouchFor(current.key, { key: one.key, sign: one.secret().sign }));
  publishFile(out, keyFileText(current.key, current.secret().sign, vouchers));
  audit(services, school, 'seal/export', { fingerprint: current.fingerprint });
  context.say(`${out}  ${shownFingerprint(current.fingerprint)}`);
  context.result({ school, file: out, fingerprint: current.fingerprint, validFrom: current.key.validFrom, validTo: current.key.validTo });
  return EXIT.done;
};

const trust: Action = async (context, services, file) => {
  const say = words(context);
  if (file === undefined) throw new Fault('usage/bad-option', { command: 'seal', detail: 'FILE' });
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat?.isFile() || stat.size > MOST_BYTES) throw new Fault('file/not-found', { file });
  const compared = context.options['fingerprint'] === undefined ? null : typedFingerprint(textOption(context, 'seal', 'fingerprint'));
  const { trusted, known } = await trustKey(services, readFileSync(file, 'utf8'), basename(file), { fingerprint: compared, by: who(context) });
  const { key, fingerprint, how } = trusted;
  context.say(known
    ? say(`學校 ${key.school} 的這把金鑰已經信任過了。`, `This key of school ${key.school} was trusted already.`)
    : say(`已信任學校 ${key.school} 的金鑰（${how === 'voucher' ? '由先前信任的金鑰背書' : '指紋已核對'}），有效至 ${key.validTo}。`, `Trusted the key of school ${key.school} (${how === 'voucher' ? 'a trusted key speaks for it' : 'fingerprint compared'}), valid to ${key.validTo}.`));
  context.result({ school: key.school, fingerprint, validFrom: key.validFrom, validTo: key.validTo, how, known });
  return known ? EXIT.nothingToDo : EXIT.done;
};

const revoke: Action = async (context, services, typed) => {
  if (typed === undefined) throw new Fault('usage/bad-option', { command: 'seal', detail: 'FINGERPRINT' });
  const fingerprint = typedFingerprint(typed);
  const revocation: Revocation = { at: isoTime(services.clock), by: who(context), reason: textOption(context, 'seal', 'reason') };
  const school = await services.home.seals.revoke(fingerprint, revocation);
  if (school === null) throw new Fault('record/not-found', { what: shownFingerprint(fingerprint) });
  if (services.home.schools().includes(school)) audit(services, school, 'seal/revoke', { fingerprint, reason: revocation.reason, by: revocation.by });
  services.log.info('seal/revoke', { school, fingerprint, ...revocation });
  context.say(words(context)(`已廢止學校 ${school} 的金鑰 ${shownFingerprint(fingerprint)}。`, `Revoked key ${shownFingerprint(fingerprint)} of school ${school}.`));
  context.result({ school, fingerprint, revoked: revocation });
  return EXIT.done;
};

export const KEY_ACTIONS: Readonly<Record<string, Action>> = { list, create, export: exportKey, trust, revoke };
