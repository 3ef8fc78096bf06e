/** What a school's own system is to hold of a person who came: as its sheets have such records, with links that lead to files. */
import type { Adapter } from '../../../adapters/registry.ts';
import { writeFormat } from '../../../adapters/write-files.ts';
import type { CanonicalRecord } from '../../../core/record.ts';
import type { SchoolStore } from '../../../store/port.ts';
import { schoolSettings } from '../../school-settings.ts';
import type { Services } from '../../services.ts';
import { CARRIED, type Person } from '../gather.ts';
import { type LinkedFile, relink, type Relinked } from '../give/relink.ts';
import { exchangeRecords } from '../give/exchange-records.ts';
import { type MergedItem, OWN } from '../items/merge.ts';
import { leftBehind } from '../status/carry.ts';
import { placePerson, reportingBy } from '../status/person.ts';

/** What a school's system holds of a student's portfolio; a list of status changes has none of it. */
const ITEMS: ReadonlySet<string> = new Set(['courseRecord', 'courseWork', 'performance']);

const OWN_LISTS: ReadonlySet<string> = new Set([OWN, CARRIED]);

/** The system whose files the school's own are: as it has said, else as they were recognised; null where none of them is ever written. */
export function ownSystem(services: Services, store: SchoolStore): Adapter | null {
  const { systems } = schoolSettings(services.home, store.school);
  const read = store.inputs({ active: true }).flatMap(({ system }) => system ?? []).reverse();
  const known = [...systems, ...read].flatMap((id) => services.registry.adapter(id) ?? []);
  return known.find((adapter) => writeFormat(adapter) !== null && adapter.mappings.some(({ definition }) => ITEMS.has(definition.record))) ?? null;
}

export interface SystemRecords {
  readonly records: readonly CanonicalRecord[];
  readonly files: readonly LinkedFile[];
  /** Values the records are without: of links that lead to no file, and of fields that sheets for transfers do not have. */
  readonly lost: readonly { readonly record: CanonicalRecord; readonly field: string; readonly value: unknown; readonly reason: 'no-file' | 'no-column' }[];
  /** What came and has no place in the school's system. */
  readonly unheld: readonly CanonicalRecord[];
}

type Lost = SystemRecords['lost'][number];

const isOwn = ({ versions }: MergedItem): boolean => versions.some(({ list }) => OWN_LISTS.has(list));
const withoutFile = (lost: Relinked['lost']): readonly Lost[] => lost.map((one) => ({ ...one, reason: 'no-file' }));

function inPackages(person: Person, school: string): SystemRecords {
  const { records, files, lost, unlisted } = exchangeRecords(person, school, person.known?.record?.term ?? '');
  const own = new Set(person.merged.items.filter(isOwn).map(({ item }) => item.record));
  return { records, files, lost: withoutFile(lost), unheld: unlisted.filter((record) => !own.has(record)) };
}

/** Items of another system's kind: a system that takes transfer packages holds them as they are, any other in its sheets for transfers. */
export function systemRecords(services: Services, store: SchoolStore, person: Person, adapter: Adapter): SystemRecords {
  if (adapter.manifest.transfer?.root === true) return inPackages(person, store.school);
  // A school's system shows the student all of the past, what was handed in already as well.
  const open = person.merged.items.map((merged) => ({ ...merged, item: { ...merged.item, record: { ...merged.item.record, submittedTerm: undefined } as CanonicalRecord } }));
  const placed = placePerson(reportingBy(services, store), person, open).placed.map(({ record, merged }, at) => ({ record, merged, original: person.merged.items[at]! }));
  const given = placed.flatMap(({ record, ...one }) => (record === null ? [] : [{ ...one, record }]));
  const items = given.map(({ record, merged, original }) => ({
    list: original.list, item: { ...merged.item, record: { ...record, ...(original.item.record['submittedTerm'] === undefined ? {} : { submittedTerm: original.item.record['submittedTerm'] }) } },
  }));
  const { records, files, lost } = relink({ id: person.key.idNumber, items, fileOf: (list, record, link, kind) => person.fileOf(list, record, link, kind) });
  const left = given.flatMap(({ record, original: { item } }): Lost[] => leftBehind(item.record, record).map((one) => ({ ...one, record: item.record, reason: 'no-column' })));
  return { records, files, lost: [...withoutFile(lost), ...left], unheld: placed.flatMap(({ record, original }) => (record === null && !isOwn(original) ? [original.item.record] : [])) };
}
