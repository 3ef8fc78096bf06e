/** An acknowledgement that came back: the package it is about is known to have arrived. */
import { portfolioProblem } from '../../../package/portfolio/refuse.ts';
import { parseAcknowledgement } from '../../../package/portfolio/sealed/acknowledgement.ts';
import type { SchoolStore } from '../../../store/port.ts';
import { audit } from '../../audit.ts';
import { keyringOf } from '../../seals/keyring.ts';
import type { Services } from '../../services.ts';
import { handedOver, handedOverChange } from '../ledger/handed-over.ts';
import type { TakeOutcome } from './outcome.ts';
import type { TakeOptions } from './take-package.ts';

/** @throws ProblemError `sealed/bad-acknowledgement`, and what the keyring says of its signer */
export function takeAcknowledgement(services: Services, store: SchoolStore, text: string, { file, dryRun, act }: Pick<TakeOptions, 'file' | 'dryRun' | 'act'>): TakeOutcome {
  const said = parseAcknowledgement(text, file, (school, fingerprint, on) => keyringOf(services, store.school).signer(school, fingerprint, on));
  const given = handedOver(store).find(({ id, sha256, to }) => id === said.package && sha256 === said.sha256 && to === said.to);
  const outcome = { format: 'sealed', package: said.package, from: said.to, students: [], loss: [], acknowledgement: null } as const;
  if (!given || said.from !== store.school) return { ...outcome, status: 'refused', problems: [portfolioProblem('sealed/unknown-acknowledgement', file, { package: said.package })] };
  const { receivedAt, students } = said;
  if (given.acknowledged !== null) return { ...outcome, status: 'unchanged', problems: [] };
  if (!dryRun) {
    audit(services, store.school, act, { acknowledged: said.package, by: said.to, receivedAt, students });
    store.shelve([handedOverChange(store, { ...given, acknowledged: { receivedAt, students } })]);
  }
  return { ...outcome, status: 'imported', problems: [portfolioProblem('sealed/acknowledged', file, { package: said.package, school: said.to, at: receivedAt.replace('T', ' '), ...students })] };
}
