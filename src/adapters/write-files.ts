/** Printed sheets into files of a system's own shape: one CSV a sheet, one workbook with its cover a roster and term, one JSON file a school, or one XML file a term. */
import { parseTerm } from '../core/term.ts';
import { joined } from '../formats/bytes.ts';
import { writeCsv } from '../formats/csv/write.ts';
import { writeJsonTables } from '../formats/json/table-write.ts';
import { writeXlsx } from '../formats/xlsx/write.ts';
import { writeXmlRecords } from '../formats/xml/record-write.ts';
import type { CompiledMapping } from '../mapping/compile.ts';
import { printedHeader } from '../mapping/invert.ts';
import type { Adapter } from './registry.ts';

export type WriteFormat = 'csv' | 'xlsx' | 'json' | 'xml';

/** Rows of one sheet under the mapping's own header. */
export interface FilledSheet {
  readonly mapping: CompiledMapping;
  readonly rows: readonly (readonly string[])[];
}

/** The system's first format, where there is a writer for it and the system is written at all; else null. */
export function writeFormat({ manifest, mappings }: Adapter): WriteFormat | null {
  const writes = manifest.writes && mappings.some(({ definition }) => definition.writes !== false && !definition.rejects);
  const [first] = manifest.formats;
  if (!writes) return null;
  const built = { csv: true, xlsx: true, json: manifest.shape !== undefined, xml: manifest.xml !== undefined };
  return first !== undefined && built[first] ? first : null;
}

/**
 * The name the system's reader knows the sheet by: `114_1_學生成績名冊.xlsx` for the roster's workbook, and for CSV
 * `114_1_學生成績名冊_學期成績.csv`, or `學期成績.csv` where columns say the term and the file may hold many. A JSON file holds all of a
 * school: `014302.json`; an XML file a term of it, which nothing in it says: `014302_114_1_學籍交換.xml`.
 *
 * @param term `114-1`
 */
export function fileNameFor({ definition, givesTerm }: CompiledMapping, format: WriteFormat, school: string, term: string): string {
  if (format === 'json') return `${school}.json`;
  const [roster] = definition.rosters;
  const [sheet = ''] = definition.sheets;
  if (format === 'csv' && givesTerm) return `${sheet}.csv`;
  const lead = term.replace('-', '_');
  if (format === 'xml') return `${school}_${lead}_學籍交換.xml`;
  if (format === 'csv') return `${[lead, roster, sheet].filter((part) => part !== undefined).join('_')}.csv`;
  return `${lead}_${roster ?? sheet}.xlsx`;
}

async function csvBytes({ manifest }: Adapter, { mapping, rows }: FilledSheet): Promise<Uint8Array> {
  return joined(writeCsv({ header: printedHeader(mapping), rows }, { encoding: manifest.encodings[0] ?? 'utf-8' }));
}

async function workbookBytes(school: string, term: string, sheets: readonly FilledSheet[]): Promise<Uint8Array> {
  const { year, part } = parseTerm(term)!;
  const rosterType = sheets[0]?.mapping.definition.rosterTypes[0] ?? '';
  const cover = { title: '封面', header: ['學校代碼', '學年度', '學期', '名冊別'], rows: [[school, String(year), String(part), rosterType]] };
  const data = sheets.map(({ mapping, rows }) => ({ title: mapping.definition.sheets[0]!, header: printedHeader(mapping), rows }));
  return writeXlsx({ sheets: [cover, ...data] });
}

/** Tables as the formats that are no tables take them. */
function titled(sheets: readonly FilledSheet[]): { sheet: string; header: readonly string[]; rows: FilledSheet['rows'] }[] {
  return sheets.map(({ mapping, rows }) => ({ sheet: mapping.definition.sheets[0]!, header: printedHeader(mapping), rows }));
}

/**
 * The bytes of one file; they depend on the rows only.
 *
 * @param term of the cover
 * @param sheets those of one file name: a CSV has one
 * @throws ProblemError when a cell cannot stand in the format, as {@link writeCsv} and {@link writeXlsx} say
 */
export async function fileBytes(adapter: Adapter, school: string, term: string, sheets: readonly FilledSheet[]): Promise<Uint8Array> {
  const [first] = sheets;
  const format = writeFormat(adapter);
  if (format === 'json') return writeJsonTables(titled(sheets), adapter.manifest.shape!);
  if (format === 'xml') return writeXmlRecords(titled(sheets), adapter.manifest.xml!);
  return format === 'csv' && first ? csvBytes(adapter, first) : workbookBytes(school, term, sheets);
}
