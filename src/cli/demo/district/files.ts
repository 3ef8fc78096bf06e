/** Records into files of a system's own shape, through that system's writing mappings. */
import { printTable, writerFor } from '../../../adapters/print.ts';
import type { Adapter } from '../../../adapters/registry.ts';
import type { CanonicalRecord } from '../../../core/record.ts';
import { parseTerm } from '../../../core/term.ts';
import { writeCsv } from '../../../formats/csv/write.ts';
import { writeXlsx } from '../../../formats/xlsx/write.ts';
import type { CompiledMapping } from '../../../mapping/compile.ts';
import type { Draft } from './school.ts';

export interface DemoFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

interface Sheet {
  readonly mapping: CompiledMapping;
  readonly adapter: Adapter;
  readonly records: CanonicalRecord[];
}

type SpoilCells = (header: readonly string[], rows: readonly (readonly string[])[]) => readonly (readonly string[])[];

/** Each record goes to the first of the systems that has a sheet for it: a vendor first, then the national rosters. */
function sheetsOf(records: readonly Draft[], systems: readonly Adapter[]): Sheet[] {
  const sheets = new Map<string, Sheet>();
  for (const [index, draft] of records.entries()) {
    const record = { ...draft, source: { input: '0'.repeat(32), table: 0, row: index + 2 } } as CanonicalRecord;
    for (const adapter of systems) {
      const edition = adapter.manifest.editions.at(-1)?.id ?? '';
      const mapping = writerFor(adapter, edition, record);
      if (!mapping) continue;
      const sheet = sheets.get(mapping.id) ?? { mapping, adapter, records: [] };
      sheets.set(mapping.id, sheet);
      sheet.records.push(record);
      break;
    }
  }
  return [...sheets.values()];
}

async function csvFile(sheet: Sheet, spoil: SpoilCells): Promise<DemoFile> {
  const { header, rows } = printTable(sheet.mapping, sheet.records);
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeCsv({ header, rows: spoil(header, rows) }, { encoding: sheet.adapter.manifest.encodings[0]! })) chunks.push(chunk);
  return { name: `${sheet.mapping.definition.sheets[0]}.csv`, bytes: Buffer.concat(chunks) };
}

async function workbook(school: string, term: string, roster: string, sheets: readonly Sheet[], spoil: SpoilCells): Promise<DemoFile> {
  const { year, part } = parseTerm(term)!;
  const rosterType = sheets[0]!.mapping.definition.rosterTypes[0] ?? '';
  const cover = { title: '封面', header: ['學校代碼', '學年度', '學期', '名冊別'], rows: [[school, String(year), String(part), rosterType]] };
  const data = sheets.map(({ mapping, records }) => {
    const { header, rows } = printTable(mapping, records);
    return { title: mapping.definition.sheets[0]!, header, rows: spoil(header, rows) };
  });
  return { name: `${year}_${part}_${roster}.xlsx`, bytes: await writeXlsx({ sheets: [cover, ...data] }) };
}

/** @param systems the school's own system, then the one that takes what it has no sheet for */
export async function systemFiles(school: string, term: string, records: readonly Draft[], systems: readonly Adapter[], spoil: SpoilCells): Promise<DemoFile[]> {
  const sheets = sheetsOf(records, systems);
  const csv = sheets.filter(({ adapter }) => adapter.manifest.formats[0] === 'csv');
  const books = Map.groupBy(sheets.filter((sheet) => !csv.includes(sheet)), ({ mapping }) => mapping.definition.rosters[0] ?? '');
  return [
    ...await Promise.all(csv.map((sheet) => csvFile(sheet, spoil))),
    ...await Promise.all([...books].map(([roster, list]) => workbook(school, term, roster, list, spoil))),
  ];
}
