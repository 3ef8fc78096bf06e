/** An item made ready for the target: its links say where the files will stand, and their MD5 is that of the files. */
import type { LostField, DefaultedField, HeldRow } from '../../../adapters/held-row.ts';
import type { CanonicalRecord } from '../../../core/record.ts';
import { md5FieldOf } from '../../../core/items/links.ts';
import type { FilePlacement } from './layout.ts';
import type { ResolvedLink } from './resolve.ts';

export interface PreparedItem {
  readonly record: CanonicalRecord;
  /** Fields that are said in the target's own terms, with what the source says; `term` too. */
  readonly changed: ReadonlyMap<string, unknown>;
  /** Fields the source does not have. */
  readonly filled: ReadonlySet<string>;
}

/** A record as it was read. */
export function asRead(record: CanonicalRecord): PreparedItem {
  return { record, changed: new Map(), filled: new Set() };
}

/**
 * The item as it is to be written. A package lets a link without an MD5 stand for no file, so the MD5 is added.
 *
 * @param columns fields the target's sheet has
 */
export function prepareItem({ record, changed, filled }: PreparedItem, links: readonly ResolvedLink[], places: ReadonlyMap<ResolvedLink, FilePlacement>, columns: ReadonlySet<string>): PreparedItem {
  const fields = new Map<string, unknown>();
  const added = new Set(filled);
  for (const link of links) {
    const placement = places.get(link);
    if (link.file === null || placement === undefined) continue;
    if (placement.link !== link.link) fields.set(link.field, placement.link);
    const md5 = md5FieldOf(record.type, link.field);
    if (md5 === undefined || !columns.has(md5) || record[md5] !== undefined) continue;
    added.add(md5);
    fields.set(md5, link.file.md5);
  }
  const renamed = links.filter(({ field }) => fields.has(field)).map(({ field }) => [field, record[field]] as const);
  return { record: { ...record, ...Object.fromEntries(fields) } as CanonicalRecord, changed: new Map([...changed, ...renamed]), filled: added };
}

export interface Accounted {
  readonly lost: readonly LostField[];
  readonly defaulted: readonly DefaultedField[];
  /** Fields that are said in the target's own terms. */
  readonly changed: readonly string[];
}

/** What the target lacks and adds, told by what the source says and not by what the item was made into. */
export function accountFor({ changed, filled }: PreparedItem, { lost, defaulted, back }: HeldRow): Accounted {
  const missing = new Set(lost.map(({ field }) => field));
  return {
    lost: lost.filter(({ field }) => !filled.has(field)).map((one) => (changed.has(one.field) ? { ...one, value: changed.get(one.field) } : one)),
    defaulted: [...defaulted, ...[...filled].filter((field) => back[field] !== undefined).map((field) => ({ field, value: back[field] }))],
    changed: [...changed.keys()].filter((field) => !missing.has(field)),
  };
}
