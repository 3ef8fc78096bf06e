/** Everything a school has of one person: its own files and the packages it took in, as one list of items. */
import type { MovedFile } from '../../core/portfolio.ts';
import type { CanonicalRecord, RecordType, StudentKey } from '../../core/record.ts';
import type { SchoolStore } from '../../store/port.ts';
import { attachmentOf } from '../attachments/resolve.ts';
import { type ItemList, type Keep, mergeLists, type Merged, OWN } from './items/merge.ts';
import { normalItem } from './items/normal.ts';
import { originOf } from './items/origin.ts';
import type { LedgerEntry } from './ledger/entry.ts';
import { decisionsOf, entriesOf } from './ledger/ledger.ts';
import type { KnownStudent, StudentIndex } from './students/index-students.ts';

/** Types that move with a student, the student's own record and files aside. */
export const MOVING: readonly RecordType[] = ['cadre', 'courseWork', 'performance', 'courseRecord', 'enrolment', 'statement', 'certification', 'selection'];

/** Own files about items that came from elsewhere: made from a package, so the package comes first. */
export const CARRIED = 'carried';

export interface Person {
  /** The present key. */
  readonly key: StudentKey;
  /** Every key, the present one first. */
  readonly keys: readonly StudentKey[];
  /** Null for one the school's rosters do not have. */
  readonly known: KnownStudent | null;
  readonly name: string | null;
  /** Packages that are in force, oldest first. */
  readonly entries: readonly LedgerEntry[];
  readonly merged: Merged;
  /** School whose file a list is. */
  ownerOf(list: string): string;
  /** The file a link means in an item of a list; null when it is not there. */
  fileOf(list: string, record: CanonicalRecord, link: string, kind: 'document' | 'media'): MovedFile | null;
}

const place = (term: string, kind: string | undefined, link: unknown): string => `${term}\0${kind}\0${String(link)}`;

function movedFile(record: CanonicalRecord): MovedFile | null {
  const found = attachmentOf(record);
  if (!found) return null;
  const { link, kind, sha256, md5, crc32, size, format, fileName } = found;
  return { link, kind, sha256, md5, crc32, size, format, fileName };
}

async function ownRecords(store: SchoolStore, keys: readonly StudentKey[]): Promise<CanonicalRecord[]> {
  const own: CanonicalRecord[] = [];
  for (const key of keys) for await (const records of store.student(key)) own.push(...records);
  return own;
}

/** @param entries of the person; left out for those that are in force */
export async function gatherPerson(store: SchoolStore, index: StudentIndex, key: StudentKey, given?: readonly LedgerEntry[]): Promise<Person> {
  const keys = index.aliases.all(key);
  const entries = given ?? entriesOf(store, keys).filter(({ state }) => state === 'merged');
  const own = await ownRecords(store, keys);
  const ownFiles = new Map(own.filter(({ type }) => type === 'attachment').map((record) => [place(record.term, record.kind, record['link']), movedFile(record)]));
  const entryFiles = new Map(entries.map((entry) => [entry.package, new Map(entry.files.map((file) => [place('', file.kind, file.link), file]))]));
  const owners = new Map(entries.map(({ package: id, from }) => [id, from]));
  const ownerOf = (list: string): string => owners.get(list) ?? store.school;
  const fileOf = (list: string, record: CanonicalRecord, link: string, kind: 'document' | 'media'): MovedFile | null => {
    const files = entryFiles.get(list);
    return (files ? files.get(place('', kind, link)) : ownFiles.get(place(record.term, kind, link))) ?? null;
  };

  const listOf = (id: string, records: readonly CanonicalRecord[]): ItemList => ({
    id, items: records.filter(({ type }) => MOVING.includes(type)).map((record) => normalItem(record, ownerOf(id), (link, kind) => fileOf(id, record, link, kind)?.sha256 ?? null)),
  });
  const isHomeMade = (record: CanonicalRecord): boolean => originOf(record, store.school).school === store.school;
  const decided = decisionsOf(store, keys);
  const keep = (conflict: string): Keep | null => decided(conflict)?.keep ?? null;
  const merged = mergeLists([
    listOf(OWN, own.filter(isHomeMade)), ...entries.map((entry) => listOf(entry.package, entry.records)), listOf(CARRIED, own.filter((record) => !isHomeMade(record))),
  ], keep);
  const known = index.find(key);
  const ownName = known?.record?.['name'];
  return {
    key: keys[0]!, keys, known, entries, merged, ownerOf, fileOf,
    name: typeof ownName === 'string' ? ownName : entries.at(-1)?.name ?? null,
  };
}
