/** The acknowledgement a receiving school gives back for a sealed package. */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { taipeiSecond } from '../../../observe/clock.ts';
import { acknowledgementText } from '../../../package/portfolio/sealed/acknowledgement.ts';
import type { SchoolStore } from '../../../store/port.ts';
import { publishFile } from '../../publish-file.ts';
import { usableKey } from '../../seals/current-key.ts';
import type { Services } from '../../services.ts';
import type { LedgerPackage } from '../ledger/entry.ts';
import { allEntries } from '../ledger/ledger.ts';
import { portfolioFolders } from '../folders.ts';
import type { StudentOutcome } from './outcome.ts';

type Counts = Readonly<Record<StudentOutcome['status'], number>>;

function counted(statuses: readonly StudentOutcome['status'][]): Counts {
  const count = (wanted: StudentOutcome['status']): number => statuses.filter((status) => status === wanted).length;
  return { imported: count('imported'), unchanged: count('unchanged'), waiting: count('waiting'), refused: count('refused') };
}

/** What the ledger says of a package that was taken in before. */
function standing(store: SchoolStore, taken: LedgerPackage): Counts {
  const entries = allEntries(store).filter((entry) => entry.package === taken.key);
  return { ...counted(entries.map(({ state }) => (state === 'waiting' ? 'waiting' : 'imported'))), refused: taken.refused.length };
}

/**
 * Writes it into the school's folder of replies, unless it is there.
 *
 * @param outcomes of the students; null for a package that was taken in before
 * @returns its path; null for a package that is not sealed, and where the school has no key to sign with
 */
export function acknowledge(services: Services, store: SchoolStore, taken: LedgerPackage, outcomes: readonly StudentOutcome[] | null): string | null {
  const key = taken.format === 'sealed' ? usableKey(services, store.school) : null;
  if (!key) return null;
  const { replies } = portfolioFolders(services, store.school);
  const path = join(replies, `${taken.key}.ack.json`);
  if (existsSync(path)) return path;
  const students = outcomes === null ? standing(store, taken) : counted(outcomes.map(({ status }) => status));
  mkdirSync(replies, { recursive: true, mode: 0o700 });
  publishFile(path, acknowledgementText({
    package: taken.key, sha256: taken.sha256, from: taken.from, to: store.school, receivedAt: taipeiSecond(Date.parse(taken.takenAt)), students, signedBy: key.fingerprint,
  }, key.secret().sign));
  return path;
}
