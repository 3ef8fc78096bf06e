/** Workbooks on disk and in packages, as rows by header. */
import { readFileSync } from 'node:fs';
import { joined, memorySource } from '../src/formats/bytes.ts';
import { openXlsx } from '../src/formats/xlsx/read.ts';
import { openZip } from '../src/formats/zip/read.ts';

export type SheetRow = Readonly<Record<string, string>>;

/** Rows by sheet of one workbook. */
export async function sheetRows(bytes: Uint8Array): Promise<Record<string, SheetRow[]>> {
  const { tables } = await openXlsx(memorySource(bytes), 'x.xlsx');
  const found: Record<string, SheetRow[]> = {};
  for (const table of tables) {
    const rows: SheetRow[] = (found[table.sheet] ??= []);
    for await (const batch of table.rows()) for (const { cells } of batch) rows.push(Object.fromEntries(table.header.map((name, at) => [name, cells[at] ?? ''])));
  }
  return found;
}

/** Rows by sheet of every workbook of a package. */
export async function packedRows(path: string): Promise<Record<string, SheetRow[]>> {
  const archive = await openZip(memorySource(readFileSync(path)), path);
  try {
    const found: Record<string, SheetRow[]> = {};
    for (const entry of archive.entries.filter(({ name }) => name.endsWith('.xlsx'))) Object.assign(found, await sheetRows(await joined(entry.stream())));
    return found;
  } finally {
    await archive.close();
  }
}
