/** Students into a sealed package for another school: everything there is of them, as it is. */
import type { MovedFile, MovedStudent } from '../../../core/portfolio.ts';
import { sameKey } from '../../../core/portfolio.ts';
import type { CanonicalRecord } from '../../../core/record.ts';
import { packSealed } from '../../../package/portfolio/sealed/pack.ts';
import type { SchoolStore } from '../../../store/port.ts';
import { linksOf } from '../../../core/items/links.ts';
import { ownKey, receiverKey } from '../../seals/current-key.ts';
import type { Services } from '../../services.ts';
import type { Person } from '../gather.ts';
import { originOf } from '../items/origin.ts';
import { nextSequence } from '../ledger/handed-over.ts';
import { evidenceFor } from './evidence.ts';
import type { Given } from './given.ts';

export interface SealedGiving {
  readonly services: Services;
  readonly store: SchoolStore;
  /** Receiving school. */
  readonly to: string;
  /** Local time in Taiwan. */
  readonly at: string;
}

const LINK_FIELDS = ['documentLink', 'workLink', 'mediaLink', 'externalLink', 'attachmentName'] as const;

/** Says what no column does once the record has left its school: the school it is of. */
function named(record: CanonicalRecord, owner: string): CanonicalRecord {
  const says = record.kind === 'transfer' || record.kind === 'visiting' || !['cadre', 'courseWork', 'performance'].includes(record.type);
  return says ? record : { ...record, attendedSchool: originOf(record, owner).school };
}

/** Types that speak of a work by its links. */
const ABOUT_WORKS: ReadonlySet<string> = new Set(['certification', 'selection']);

function movedStudent(person: Person, store: SchoolStore, submissions: ReturnType<SchoolStore['submissions']>): MovedStudent {
  const { key, keys, name, merged, ownerOf, fileOf, entries } = person;
  const files: MovedFile[] = [];
  const paths = new Map<string, string>();
  for (const { item: { record }, list } of merged.items) {
    for (const { kind, link } of linksOf(record)) {
      const file = fileOf(list, record, link, kind);
      if (!file) continue;
      // Two schools may have used one link for two files.
      const path = `${file.sha256.slice(0, 12)}/${link.slice(link.lastIndexOf('/') + 1)}`;
      paths.set([list, record.term, link].join('\0'), path);
      if (!files.some((one) => one.link === path && one.kind === kind)) files.push({ ...file, link: path, kind });
    }
  }
  const records = merged.items.map(({ item: { record }, list }, at) => {
    const relinked = Object.fromEntries(LINK_FIELDS.flatMap((field) => {
      const path = paths.get([list, record.term, record[field]].join('\0'));
      return path === undefined || !(linksOf(record).some((one) => one.field === field) || ABOUT_WORKS.has(record.type)) ? [] : [[field, path]];
    }));
    return { ...named(record, ownerOf(list)), ...relinked, school: ownerOf(list), source: { input: 'portfolio', table: 0, row: at + 1 } };
  });
  return {
    key, formerKeys: keys.filter((one) => !sameKey(one, key)), name, records, files,
    evidence: evidenceFor(person, submissions, store.school), unread: entries.flatMap(({ unread }) => unread),
  };
}

/** @throws Fault `seal/no-key`, `seal/unknown-receiver` */
export function giveSealed(people: readonly Person[], { services, store, to, at }: SealedGiving): Given {
  const own = ownKey(services, store.school);
  const receiver = receiverKey(services, to);
  const submissions = store.submissions();
  const students = people.map((person) => movedStudent(person, store, submissions));
  const sequence = nextSequence(store, to);
  const { manifest, bytes } = packSealed({
    sender: { key: own.key, sign: own.secret().sign }, receiver, createdAt: at, sequence, program: services.version, students,
    open: (sha256) => store.blobs.open(sha256),
  });
  const count = (of: (student: MovedStudent) => number): number => students.reduce((sum, student) => sum + of(student), 0);
  return {
    id: manifest.id, file: `${store.school}_${to}_${at.replace(/\D/g, '')}.lcseal`, sequence,
    items: count(({ records }) => records.length), attachments: count(({ files }) => files.length), loss: [], bytes,
  };
}
