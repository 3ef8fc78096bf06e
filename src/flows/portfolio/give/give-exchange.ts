/** Students into a transfer package for another system. */
import type { ByteSource } from '../../../core/bytes.ts';
import type { CanonicalRecord } from '../../../core/record.ts';
import { packageName } from '../../../package/portfolio/exchange/name.ts';
import { type PackedStudent, packExchange } from '../../../package/portfolio/exchange/pack.ts';
import type { Encryption } from '../../../formats/zip/encrypted.ts';
import { joined } from '../../../formats/bytes.ts';
import type { SchoolStore } from '../../../store/port.ts';
import { LossTally } from '../../migrate/tally.ts';
import type { Services } from '../../services.ts';
import type { Person } from '../gather.ts';
import { rootAdapter } from '../read/read-exchange.ts';
import { exchangeRecords } from './exchange-records.ts';
import type { Given } from './given.ts';
import { joinRoots, RootJson } from './student-root.ts';

export interface ExchangeGiving {
  readonly services: Services;
  readonly store: SchoolStore;
  /** Local time in Taiwan: it stands in the name. */
  readonly at: string;
  /** Term of the student's row where no roster says one. */
  readonly term: string;
  readonly password: string;
  readonly encryption: Encryption;
  /** Whether a 課程諮詢.json that came along is passed on. */
  readonly consultations: boolean;
}

/** Bytes of a 課程諮詢.json that is passed on. */
const MOST_CONSULTATION = 16 * 1024 * 1024;

/** A file's bytes, opened when they are wanted. */
function kept(store: SchoolStore, sha256: string): Pick<ByteSource, 'stream'> {
  return { async *stream() { yield* (await store.blobs.open(sha256)).stream(); } };
}

const UNREAD: Pick<CanonicalRecord, 'type'> = { type: 'courseWork' };

/** The package, with what it holds and what it cannot. */
export async function giveExchange(people: readonly Person[], giving: ExchangeGiving): Promise<Given> {
  const { services, store, at, term, password, encryption, consultations } = giving;
  const adapter = rootAdapter(services.registry);
  const tally = new LossTally();
  const parts: Uint8Array[] = [];
  const students: PackedStudent[] = [];
  let items = 0;
  for (const person of people) {
    const { records, files, lost, unlisted, unread } = exchangeRecords(person, store.school, term);
    const root = new RootJson(adapter, store.school, tally);
    for (const record of records) if (root.add(record) && record.type !== 'student') items += 1;
    for (const { record, field, value } of lost) tally.values(record, [{ field, reason: 'no-file', value }]);
    for (const record of unlisted) tally.record(record, 'no-sheet');
    for (const row of unread) if (!root.copy(row)) tally.record(UNREAD as CanonicalRecord, 'not-read');
    parts.push(await root.bytes());
    const consultation = consultations ? person.entries.findLast((entry) => entry.consultation !== null)?.consultation ?? null : null;
    students.push({
      id: person.key.idNumber,
      files: files.map(({ path, folder, file }) => ({ path, folder, fileName: file.fileName, source: kept(store, file.sha256) })),
      consultation: consultation === null ? null : await consultationBytes(store, consultation),
    });
  }
  const name = packageName({ school: store.school, at });
  const attachments = students.reduce((sum, { files }) => sum + files.length, 0);
  return {
    id: name, file: `${name}.zip`, sequence: null, items, attachments, loss: tally.lossLines,
    bytes: packExchange({ name, root: joinRoots(parts), students, password, encryption }),
  };
}

async function consultationBytes(store: SchoolStore, sha256: string): Promise<Uint8Array | null> {
  const source = await store.blobs.open(sha256);
  return source.size > MOST_CONSULTATION ? null : joined(source.stream());
}
