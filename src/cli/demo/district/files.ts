/** Records into files of a system's own shape, through that system's writing mappings. */
import { printTable, writerFor } from '../../../adapters/print.ts';
import type { Adapter } from '../../../adapters/registry.ts';
import { fileBytes, fileNameFor, type FilledSheet, writeFormat } from '../../../adapters/write-files.ts';
import type { CanonicalRecord } from '../../../core/record.ts';
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

/** @param systems the school's own system, then the one that takes what it has no sheet for */
export async function systemFiles(school: string, term: string, records: readonly Draft[], systems: readonly Adapter[], spoil: SpoilCells): Promise<DemoFile[]> {
  const sheets = sheetsOf(records, systems).map((sheet) => ({ ...sheet, format: writeFormat(sheet.adapter) ?? 'xlsx' }));
  const ordered = [...sheets.filter(({ format }) => format === 'csv'), ...sheets.filter(({ format }) => format !== 'csv')];
  const named = Map.groupBy(ordered, ({ mapping, format }) => fileNameFor(mapping, format, school, term));
  const files: DemoFile[] = [];
  for (const [name, list] of named) {
    const filled: FilledSheet[] = list.map(({ mapping, records: own }) => {
      const { header, rows } = printTable(mapping, own);
      return { mapping, rows: spoil(header, rows) };
    });
    files.push({ name, bytes: await fileBytes(list[0]!.adapter, school, term, filled) });
  }
  return files;
}
