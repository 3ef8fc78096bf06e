/** Every link of every item a school has, with what is needed to tell whose file it means. */
import type { Registry } from '../../adapters/registry.ts';
import { itemId } from '../../core/items/item-id.ts';
import type { CanonicalRecord } from '../../core/record.ts';
import type { InputInfo, SchoolStore } from '../../store/port.ts';
import { ownName } from '../intake/outcome.ts';
import { type AttachmentKind, ITEM_TYPES, linksOf } from '../../core/items/links.ts';
import type { Claim } from './match.ts';

/** A link, and the attachment record that is to be made of it. */
export interface ItemClaim extends Claim {
  readonly term: string;
  readonly kind: AttachmentKind;
  readonly idNumber?: string;
  readonly birthDate?: string;
  /** File name, then place in the file: the order of the school's own rows, wherever it is worked out. */
  readonly order: readonly [file: string, input: string, table: number, row: number, field: string];
}

/** Equal for the same item in two rosters; two items of one name and file are told apart by what is said of them. */
export function itemOf(record: CanonicalRecord): string {
  return `${itemId(record)} ${String(record['brief'] ?? '')}`;
}

/** Former ids by present id, from the status changes that corrected them (RULE-116). */
async function formerIds(store: SchoolStore): Promise<ReadonlyMap<string, readonly string[]>> {
  const former = new Map<string, string[]>();
  for (const term of store.terms()) {
    for await (const records of store.records(term, 'enrolment')) {
      for (const { idNumber, oldIdNumber } of records) {
        if (idNumber !== undefined && typeof oldIdNumber === 'string') former.set(idNumber, [...(former.get(idNumber) ?? []), oldIdNumber.toUpperCase()]);
      }
    }
  }
  return former;
}

/** What a student's link resolved to the last time, by {@link linkKey}. */
async function resolvedBefore(store: SchoolStore): Promise<ReadonlyMap<string, string>> {
  const before = new Map<string, string>();
  for (const term of store.terms()) {
    for await (const records of store.records(term, 'attachment')) {
      for (const record of records) if (typeof record['sha256'] === 'string') before.set(linkKey(record, String(record.kind), String(record['link'])), record['sha256']);
    }
  }
  return before;
}

function linkKey({ term, idNumber = '', birthDate = '' }: Pick<CanonicalRecord, 'term' | 'idNumber' | 'birthDate'>, kind: string, link: string): string {
  return [term, idNumber, birthDate, kind, link].join('\0');
}

/** In the order of the school's own rows. */
export async function itemClaims(registry: Registry, store: SchoolStore, dropOf: ReadonlyMap<string, number>): Promise<readonly ItemClaim[]> {
  const former = await formerIds(store);
  const before = await resolvedBefore(store);
  const inputs = new Map<string, InputInfo | null>();
  const inputOf = (id: string): InputInfo | null => {
    if (!inputs.has(id)) inputs.set(id, store.input(id));
    return inputs.get(id) ?? null;
  };
  const columnsOf = new Map<string, ReadonlySet<string>>();
  const columns = (mapping: string | null | undefined): ReadonlySet<string> => {
    const key = mapping ?? '';
    if (!columnsOf.has(key)) columnsOf.set(key, new Set(registry.mapping(key)?.definition.columns.map(({ to }) => to)));
    return columnsOf.get(key)!;
  };

  const claims: ItemClaim[] = [];
  const take = (record: CanonicalRecord): void => {
    const { input, table, row } = record.source;
    const info = inputOf(input);
    const file = info?.file ?? '';
    const path = ownName(file);
    for (const { field, kind, link, md5 } of linksOf(record, columns(info?.tables[table]?.mapping))) {
      const id = record.idNumber;
      const earlier = before.get(linkKey(record, kind, link));
      claims.push({
        term: record.term, kind, link, type: record.type, item: itemOf(record),
        ids: id === undefined ? [] : [id, ...(former.get(id) ?? [])],
        roster: { unit: file.slice(0, Math.max(0, file.length - path.length - 1)), path, drop: dropOf.get(input) ?? null },
        order: [path, input, table, row, field],
        ...(md5 === undefined ? {} : { md5 }), ...(earlier === undefined ? {} : { before: earlier }),
        ...(id === undefined ? {} : { idNumber: id }), ...(record.birthDate === undefined ? {} : { birthDate: record.birthDate }),
      });
    }
  };
  for (const term of store.terms()) {
    for (const type of ITEM_TYPES) {
      for await (const records of store.records(term, type)) records.forEach(take);
    }
  }
  return claims.sort(({ order: a }, { order: b }) => {
    const at = a.findIndex((value, index) => value !== b[index]);
    return at < 0 ? 0 : a[at]! < b[at]! ? -1 : 1;
  });
}
