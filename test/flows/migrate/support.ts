/** A migration to look at: records into files of a system, the flow over them, and what is in its output. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { firstObstacle } from '../../../src/adapters/cell-obstacle.ts';
import { detect } from '../../../src/adapters/detect.ts';
import { readTable } from '../../../src/adapters/read.ts';
import { type Adapter, loadRegistry } from '../../../src/adapters/registry.ts';
import { shapesOf } from '../../../src/adapters/shapes.ts';
import { writeFormat } from '../../../src/adapters/write-files.ts';
import type { CanonicalRecord } from '../../../src/core/record.ts';
import { filesAt } from '../../../src/flows/intake/offered.ts';
import { migrate } from '../../../src/flows/migrate/migrate.ts';
import type { MigrateOptions } from '../../../src/flows/migrate/options.ts';
import { only } from '../../../src/flows/migrate/recognise.ts';
import { Sheets } from '../../../src/flows/migrate/sheets.ts';
import { writeSheets } from '../../../src/flows/migrate/write.ts';
import { fileSource } from '../../../src/formats/bytes.ts';
import { openInput } from '../../../src/formats/open.ts';
import type { MigrationReport } from '../../../src/report/migration-model.ts';

export const SCHOOL = '990301';
export const registry = await loadRegistry();

const quiet = { step: () => {}, end: () => {} };

/** A folder of its own, gone with `await using` or `using`. */
export function folder(): Disposable & { readonly path: string } {
  const path = mkdtempSync(join(tmpdir(), 'licheng-migrate-'));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

/** The record with only such characters as the system's files can hold. */
export function writable(record: CanonicalRecord, adapter: Adapter): CanonicalRecord {
  const [format, encoding] = [writeFormat(adapter)!, adapter.manifest.encodings[0]!];
  const fit = (text: string): string => [...text].filter((character) => firstObstacle([character], format, encoding) === null).join('').trim() || '字';
  return Object.fromEntries(Object.entries(record).map(([field, value]) => [field, typeof value === 'string' ? fit(value) : value])) as CanonicalRecord;
}

/** Writes the records in the system's own files; returns what the system then has of them. */
export async function writeSource(adapter: Adapter, records: readonly CanonicalRecord[], into: string): Promise<CanonicalRecord[]> {
  const sheets = new Sheets(adapter, null, SCHOOL);
  const source = records.flatMap((record) => {
    const placed = sheets.place(writable(record, adapter));
    return 'held' in placed ? [placed.held.back] : [];
  });
  await writeSheets(adapter, SCHOOL, sheets, into, quiet);
  return source;
}

/** What the system's own reader finds in a folder's tables. */
export async function readBack(adapter: Adapter, from: string): Promise<CanonicalRecord[]> {
  const records: CanonicalRecord[] = [];
  for (const name of existsSync(from) ? readdirSync(from).sort() : []) {
    if (!/\.(?:csv|xlsx|json|xml)$/.test(name)) continue;
    await using source = await fileSource(join(from, name));
    const opened = await openInput(source, name, { encodings: ['utf-8', 'cp950'], ...shapesOf(registry) });
    if (opened.kind !== 'file') throw new TypeError(`${name} is an archive`);
    const { tables, term } = detect(opened.file, only(adapter), { systems: [adapter.id] });
    for (const [tableIndex, { table, mapping, reason }] of tables.entries()) {
      if (!mapping) throw new TypeError(`${name} ${table.sheet}: ${reason}`);
      for await (const batch of readTable(table, mapping, { school: SCHOOL, term, input: '0'.repeat(32), tableIndex })) {
        if (batch.rejected.length > 0) throw new TypeError(`${name} ${table.sheet}: ${JSON.stringify(batch.rejected[0])}`);
        records.push(...batch.records);
      }
    }
    await opened.file.close();
  }
  return records;
}

export async function run(from: string, to: string, files: readonly string[], out: string, more: Partial<MigrateOptions> = {}): Promise<MigrationReport> {
  return migrate(filesAt(files), {
    registry, from: registry.adapter(from)!, to: registry.adapter(to)!, edition: null, school: SCHOOL, term: null, coined: null, out,
    today: '2026-02-10', version: '0.0.0', lang: 'zh-TW', progress: quiet, ...more,
  });
}

export interface SideEntry {
  readonly reason: string;
  readonly field: string | null;
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
  readonly record: CanonicalRecord;
}

/** Every record of `not-held/`; the list of files is none. */
export function notHeld(out: string): readonly SideEntry[] {
  const side = join(out, 'not-held');
  return (existsSync(side) ? readdirSync(side).filter((name) => name.endsWith('.json') && name !== 'attachment.json').sort() : []).flatMap((name) => JSON.parse(readFileSync(join(side, name), 'utf8')) as SideEntry[]);
}

/** A file with the given text, for sources of our own making. */
export function put(into: string, name: string, content: string | Uint8Array): string {
  const path = join(into, name);
  writeFileSync(path, content);
  return path;
}
