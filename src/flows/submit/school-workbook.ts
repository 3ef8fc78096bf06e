/**
 * The workbook of a 預檢: the school's own score roster with only the cover's 名冊別 changed, where the roster is one file
 * of the ministry's layout and all of it still holds (RULE-309). Nothing else of the file is touched.
 */
import type { CanonicalRecord } from '../../core/record.ts';
import { readAll } from '../../formats/bytes.ts';
import { editCover } from '../../formats/xlsx/edit-cover.ts';
import type { CompiledMapping } from '../../mapping/compile.ts';
import type { RosterOrigin, WrittenReason } from '../../core/roster-origin.ts';
import type { InputInfo, InputTable, SchoolStore } from '../../store/port.ts';
import type { Services } from '../services.ts';

/** One sheet of the roster: the mapping that would write it, and the records that hold. */
export interface SourceSheet {
  readonly title: string;
  readonly mapping: CompiledMapping;
  readonly records: readonly CanonicalRecord[];
}

export interface SchoolWorkbook {
  /** Null when the roster is to be written from its records. */
  readonly bytes: Uint8Array | null;
  readonly origin: RosterOrigin;
}

const TYPE_HEADER = '名冊別';

/** A term's score roster has a few megabytes. */
const LARGEST = 256 * 1024 * 1024;

/** True for a mapping that reads what the other writes: the same records, whatever the system. */
function sameRecords({ definition: a }: CompiledMapping, { definition: b }: CompiledMapping): boolean {
  return a.record === b.record && a.constants['kind'] === b.constants['kind'] && (a.constants['division'] ?? b.constants['division']) === b.constants['division'];
}

/** True when the table has the sheet's title and every column the ministry's sheet must have, by its official name. */
function hasLayout({ sheet, header }: InputTable, { definition, columns }: CompiledMapping): boolean {
  const names = new Set(header);
  return sheet.trim() === definition.sheets[0] && columns.every((column) => column.definition.required !== true || names.has(column.definition.headers[0] ?? ''));
}

function unfit(services: Services, input: InputInfo, sheets: readonly SourceSheet[]): WrittenReason | null {
  if (!/\.xls[xm]$/i.test(input.file)) return 'not-a-workbook';
  const filled = input.tables.filter(({ imported }) => imported > 0).map((table) => {
    const reader = services.registry.mapping(table.mapping ?? '');
    return { table, sheet: sheets.find(({ mapping }) => reader !== null && sameRecords(reader, mapping)) };
  });
  if (filled.some(({ sheet }) => sheet === undefined)) return 'other-rosters';
  if (filled.some(({ table, sheet }) => !hasLayout(table, sheet!.mapping))) return 'other-layout';
  const held = sheets.reduce((sum, { records }) => sum + records.length, 0);
  return filled.reduce((sum, { table }) => sum + table.imported, 0) === held ? null : 'partly-replaced';
}

/**
 * @param sheets of the roster, those without a record included
 * @param rosterType what the cover is to say
 * @returns null for a roster without a record
 * @requirement RULE-309
 */
export async function schoolWorkbook(services: Services, store: SchoolStore, sheets: readonly SourceSheet[], rosterType: string): Promise<SchoolWorkbook | null> {
  const ids = new Set(sheets.flatMap(({ records }) => records.map(({ source }) => source.input)));
  if (ids.size === 0) return null;
  const written = (reason: WrittenReason): SchoolWorkbook => ({ bytes: null, origin: { from: 'records', reason } });
  const input = ids.size === 1 ? store.input([...ids][0]!) : null;
  if (!input) return written('several-files');
  const reason = unfit(services, input, sheets);
  if (reason !== null) return written(reason);
  const edited = await editCover(await readAll(await store.blobs.open(input.sha256), LARGEST), input.file, TYPE_HEADER, rosterType);
  if ('reason' in edited) return written(edited.reason);
  const { bytes, cell, before, parts } = edited;
  return { bytes, origin: { from: 'school-file', file: input.file, sha256: input.sha256, cell, before, parts, setAside: input.rejected } };
}
