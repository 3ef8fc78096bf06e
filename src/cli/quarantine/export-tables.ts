/** Writes rejected rows as CSV files a spreadsheet opens: one a sheet. They hold personal data, unmasked. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { publishFile } from '../../flows/publish-file.ts';
import { rejectedTables } from '../../flows/quarantine/rejected-tables.ts';
import { writeCsv } from '../../formats/csv/write.ts';
import type { Lang } from '../../core/text.ts';
import type { SchoolStore } from '../../store/port.ts';

/** A name for a file of the operator's disk, from names that schools chose. */
function fileName(file: string, sheet: string | null): string {
  return `${[file, sheet ?? ''].filter(Boolean).join('_').replace(/[^\p{L}\p{N}_.()-]+/gu, '_').slice(0, 120)}_退回.csv`;
}

/** @returns the files written, by path */
export async function exportTables(store: SchoolStore, folder: string, lang: Lang): Promise<readonly string[]> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const written: string[] = [];
  for (const [index, { file, sheet, header, rows }] of rejectedTables(store, lang).entries()) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of writeCsv({ header, rows }, { encoding: 'utf-8', bom: true, escapeFormulas: true })) chunks.push(chunk);
    const path = join(folder, `${String(index + 1).padStart(2, '0')}_${fileName(file, sheet)}`);
    publishFile(path, Buffer.concat(chunks));
    written.push(path);
  }
  return written;
}
