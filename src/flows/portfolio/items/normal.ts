/** An item as it is compared: what it says, freed of where it stands. */
import { canonicalJson } from '../../../core/canonical-json.ts';
import type { CanonicalRecord } from '../../../core/record.ts';
import { sha256 } from '../../../core/sha256.ts';
import { type ItemNames, namesOf } from './naming.ts';
import { originOf, uploadedIn } from './origin.ts';

/** SHA-256 of the file a link names; null when it is not there. */
export type FileOf = (link: string, kind: 'document' | 'media') => string | null;

export interface NormalItem {
  readonly record: CanonicalRecord;
  readonly names: ItemNames;
  /** Every value that says something, by field; where and when it came about in one form, links as the files they name. */
  readonly values: ReadonlyMap<string, unknown>;
  /** Equal for items that say the same. */
  readonly digest: string;
}

/** Fields that say where a record stands, or that another field of the comparison says in one form. */
const PLACED = new Set([
  'type', 'kind', 'school', 'term', 'source', 'raw', 'extra', 'idNumber', 'birthDate', 'division', 'attendedSchool', 'courseSchool', 'courseYear', 'courseTerm',
  'uploadedTerm', 'documentLink', 'mediaLink', 'workLink', 'documentMd5', 'mediaMd5', 'workMd5', 'identity',
]);

/** A work of a course stands in one sheet at its school and in another after a move; what it was at its school is kept where it is said. */
function kindOf({ type, kind }: CanonicalRecord): string | null {
  return type === 'courseWork' && (kind === 'transfer' || kind === 'visiting') ? null : (kind ?? null);
}

const linkOf = (record: CanonicalRecord, field: string): string | null => (typeof record[field] === 'string' && record[field] !== '' ? record[field] : null);

/** Files by what they are to the item. */
export function filesOf(record: CanonicalRecord, fileOf: FileOf): { readonly document: string | null; readonly media: string | null } {
  const document = linkOf(record, 'documentLink') ?? linkOf(record, 'workLink');
  const media = linkOf(record, 'mediaLink');
  return { document: document === null ? null : fileOf(document, 'document'), media: media === null ? null : fileOf(media, 'media') };
}

/** @param owner code of the school whose file it is */
export function normalItem(record: CanonicalRecord, owner: string, fileOf: FileOf): NormalItem {
  const origin = originOf(record, owner);
  const said = new Map<string, unknown>();
  for (const [field, value] of Object.entries(record)) if (value !== undefined && !PLACED.has(field)) said.set(field, value);
  for (const [key, value] of Object.entries(record.extra ?? {})) said.set(`extra.${key}`, value);
  for (const [field, value] of Object.entries({ kind: kindOf(record), school: origin.school, year: origin.year, part: origin.part, uploaded: uploadedIn(record), ...filesOf(record, fileOf) })) {
    if (value !== null) said.set(field, value);
  }
  // The term of study is `part`, from whichever field.
  said.delete('studiedTerm');
  const values = new Map([...said].sort(([a], [b]) => (a < b ? -1 : 1)));
  return { record, names: namesOf(record, owner), values, digest: sha256(canonicalJson([record.type, [...values]])) };
}

/** Fields that both have and in which they differ. */
export function differences(a: NormalItem, b: NormalItem): readonly string[] {
  return [...a.values.keys()].filter((field) => b.values.has(field) && canonicalJson(a.values.get(field)) !== canonicalJson(b.values.get(field)));
}

/** True when they name the same file, and no other in the same place. */
export function sameFiles(a: NormalItem, b: NormalItem): boolean {
  const shared = ['document', 'media'].filter((kind) => a.values.has(kind) && b.values.has(kind));
  return shared.length > 0 && shared.every((kind) => a.values.get(kind) === b.values.get(kind));
}
