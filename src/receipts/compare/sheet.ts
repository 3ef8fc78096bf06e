/** The rows of one student in one sheet, compared field by field and file by file. */
import type { ReceiptRow } from '../content.ts';
import { rowCells } from '../row.ts';
import type { BoundKeys } from './columns.ts';
import { digestKey, digestText, type FileDigests, isDigestOf } from './files.ts';
import { pairRows } from './pair-rows.ts';
import type { SheetPlan } from './plan.ts';
import { saying } from './value.ts';

export interface FieldDifference {
  /** Canonical field; a file's digest goes by the field of its link. */
  readonly field: string;
  /** Header of the roster's column, or the receipt's key of a digest. */
  readonly header: string;
  readonly ours: string;
  readonly theirs: string;
}

export interface ComparedRow {
  /** `kept`: compared with nothing, as nobody knows its list or the keys of its rows. */
  readonly type: 'equal' | 'unequal' | 'ours-only' | 'theirs-only' | 'kept';
  /** Cells as submitted, by canonical field. */
  readonly ours: ReadonlyMap<string, string> | null;
  readonly theirs: ReceiptRow | null;
  /** What differs; for a row that stands alone, the fields by which it is known. */
  readonly fields: readonly FieldDifference[];
  /** The fields by which it is known, as submitted, else as received. */
  readonly about: readonly Pick<FieldDifference, 'field' | 'ours'>[];
}

type Cells = ReadonlyMap<string, string>;

/** Digests the receipt gives for a row's files that are not those of the files we sent; only links that both sides have. */
function fileDifferences(ours: Cells, theirs: ReceiptRow, files: FileDigests): FieldDifference[] {
  return [...rowCells(theirs)].flatMap(([header, { text }]): FieldDifference[] => {
    const asked = digestKey(header);
    if (!asked) return [];
    const link = ours.get(asked.field) ?? '';
    const sent = link === '' ? null : files(link);
    // Without a file of ours that is known there is nothing to compare with.
    if (link !== '' && sent === null) return [];
    const received = digestText(text);
    if (sent === null ? received === '' : isDigestOf(sent, asked.digest, received)) return [];
    return [{ field: asked.field, header, ours: sent?.[asked.digest] ?? '', theirs: received }];
  });
}

/**
 * @param keys how the receipt's keys of this sheet are understood
 * @param ours rows as submitted
 * @returns every row of either side once: received ones in their order, then those that were not received
 */
export function compareSheet(plan: SheetPlan, keys: BoundKeys, ours: readonly Cells[], theirs: readonly ReceiptRow[], files: FileDigests): readonly ComparedRow[] {
  const { mapping, sheet } = plan;
  const readers = new Map(mapping.columns.map((column) => [column.to, keys.bound.find(({ field }) => field === column.to)?.readers ?? [column]]));
  const headerOf = (field: string): string => mapping.columns.find(({ to }) => to === field)?.definition.headers[0] ?? field;
  const cells = theirs.map(rowCells);
  const received = cells.map((row) => new Map(keys.bound.map(({ key, field }) => [field, row.get(key) ?? { text: '', kind: 's' as const }])));
  const said = {
    ours: ours.map((row) => new Map([...row].map(([field, text]) => [field, saying(readers.get(field) ?? [], text, 's')]))),
    theirs: received.map((row) => new Map([...row].map(([field, { text, kind }]) => [field, saying(readers.get(field) ?? [], text, kind)]))),
  };
  const fields = keys.bound.map(({ field }) => field);
  const difference = (field: string, one: Cells | undefined, other: ReadonlyMap<string, { text: string }> | undefined): FieldDifference => ({
    field, header: headerOf(field), ours: one?.get(field) ?? '', theirs: other?.get(field)?.text ?? '',
  });
  const about = (named: readonly FieldDifference[]): ComparedRow['about'] => named.map(({ field, ours: sent, theirs: got }) => ({ field, ours: sent || got })).filter((one) => one.ours !== '');
  const naming = (one: Cells | undefined, other: ReadonlyMap<string, { text: string }> | undefined): FieldDifference[] =>
    [...sheet.key, 'subjectName'].filter((field) => one?.has(field) || other?.has(field)).map((field) => difference(field, one, other));
  return pairRows(said.ours, said.theirs, fields, sheet.key).map(({ ours: left, theirs: right, unequal }): ComparedRow => {
    const [one, other] = [left === null ? undefined : ours[left], right === null ? undefined : received[right]];
    const named = naming(one, other);
    if (left === null || right === null) {
      return { type: left === null ? 'theirs-only' : 'ours-only', ours: one ?? null, theirs: right === null ? null : theirs[right]!, fields: named, about: about(named) };
    }
    const different = [...unequal.map((field) => difference(field, one, other)), ...fileDifferences(one!, theirs[right]!, files)];
    return { type: different.length === 0 ? 'equal' : 'unequal', ours: one!, theirs: theirs[right]!, fields: different, about: about(named) };
  });
}
