/** Recomputes a value from its cell: the kept original is read again and walked through its mapping. */
import type { CompiledMapping } from '../mapping/compile.ts';
import { explainField, type Explanation } from '../mapping/explain.ts';
import { bind } from '../mapping/bind.ts';
import { coinedLookup, type CoinedLookup, type CoinedSpot, coinedSpots } from '../core/coined.ts';
import type { CellKind } from '../core/table.ts';
import { Fault } from '../core/fault.ts';
import { shapesOf } from '../adapters/shapes.ts';
import type { RecordType } from '../core/record.ts';
import type { Row, Table } from '../core/table.ts';
import { openInput } from '../formats/open.ts';
import type { SchoolStore } from '../store/port.ts';
import type { Services } from './services.ts';

export interface RecordRef {
  readonly input: string;
  readonly table: number;
  readonly row: number;
}

/** `<input id>:<table>:<row>`, as findings carry it. @throws {Fault} `record/not-found` for anything else */
export function parseRecordRef(text: string): RecordRef {
  const match = /^([0-9a-f]{32}):(\d{1,4}):(\d{1,9})$/.exec(text);
  if (!match) throw new Fault('record/not-found', { what: text });
  return { input: match[1]!, table: Number(match[2]), row: Number(match[3]) };
}

async function findRow(table: Table, wanted: number): Promise<Row | null> {
  for await (const rows of table.rows()) {
    const found = rows.find((row) => row.row === wanted);
    if (found) return found;
    if ((rows.at(-1)?.row ?? 0) > wanted) return null;
  }
  return null;
}

export interface ExplainedField extends Explanation {
  /** Header text as it stands in the school's file. */
  readonly column: string;
  /** Coined characters of the cell; the value keeps them as they are (RULE-615). */
  readonly coined: readonly CoinedSpot[];
}

/** One explanation a field; a field whose column the sheet lacks is left out. */
function explainRow(mapping: CompiledMapping, table: Table, row: Row, fields: readonly string[], lookup: CoinedLookup): ExplainedField[] {
  const places = new Map(bind(mapping, table.header).columns.map(({ column, index, header }) => [column.to, { index, header }]));
  return fields.flatMap((field) => {
    const place = places.get(field);
    if (!place) return [];
    const explained = explainField(mapping, field, row.cells[place.index] ?? '', (row.kinds?.[place.index] ?? 's') as CellKind);
    return explained ? [{ ...explained, column: place.header, coined: coinedSpots(explained.raw, lookup) }] : [];
  });
}

export interface ExplainedRecord {
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
  readonly system: string | null;
  readonly edition: string | null;
  readonly type: RecordType;
  readonly fields: readonly ExplainedField[];
}

/** @param fields canonical fields to explain; all of the mapping's when empty */
export async function explainRecord(services: Services, store: SchoolStore, ref: RecordRef, fields: readonly string[]): Promise<ExplainedRecord> {
  const missing = new Fault('record/not-found', { what: `${ref.input}:${ref.table}:${ref.row}` });
  const input = store.input(ref.input);
  const kept = input?.tables[ref.table];
  const mapping = kept?.mapping ? services.registry.mapping(kept.mapping) : null;
  if (!input || !kept || !mapping) throw missing;
  const opened = await openInput(await store.blobs.open(input.sha256), input.file, { encodings: ['utf-8', 'cp950'], ...shapesOf(services.registry) });
  if (opened.kind !== 'file') throw missing;
  try {
    const table = opened.file.tables[ref.table];
    const row = table ? await findRow(table, ref.row) : null;
    if (!table || !row) throw missing;
    const known = new Set(mapping.definition.columns.map((column) => column.to));
    const unknown = fields.find((field) => !known.has(field));
    if (unknown !== undefined) throw new Fault('record/not-found', { what: `${unknown} (${[...known].join(', ')})` });
    const wanted = fields.length > 0 ? fields : [...known];
    return {
      file: input.file, sheet: kept.sheet, row: ref.row, system: input.system, edition: input.edition, type: mapping.definition.record,
      fields: explainRow(mapping, table, row, wanted, coinedLookup(store.coined())),
    };
  } finally {
    await opened.file.close();
  }
}
