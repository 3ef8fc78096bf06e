/** One way and back: what the report says is lost is what is missing, and every file is where it should be. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { valuesOf } from '../../../src/adapters/held-row.ts';
import type { Adapter } from '../../../src/adapters/registry.ts';
import { writeFormat } from '../../../src/adapters/write-files.ts';
import type { CanonicalRecord } from '../../../src/core/record.ts';
import type { MigrationReport } from '../../../src/report/migration-model.ts';
import { folder, notHeld, readBack, registry, run, writeSource } from './support.ts';

/** Systems that can be read and written. */
export const able: readonly Adapter[] = registry.adapters.filter((adapter) => adapter.manifest.reads && writeFormat(adapter) !== null);

/** Files beside tables, by path. */
export type Files = Readonly<Record<string, Uint8Array>>;

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Hashes of the files below a folder that hold no tables, lists of names left out. */
function hashesIn(root: string): readonly string[] {
  const all = existsSync(root) ? readdirSync(root, { recursive: true, withFileTypes: true }) : [];
  return all.filter((entry) => entry.isFile() && !/\.(?:csv|xlsx|json|xml)$/.test(entry.name)).map((entry) => sha256(readFileSync(join(entry.parentPath, entry.name)))).sort();
}

/** Lays files out in a folder. */
export function lay(root: string, files: Files): void {
  for (const [path, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), bytes);
  }
}

type Bag = Map<string, number>;

function add(bag: Bag, key: string, count = 1): void {
  bag.set(key, (bag.get(key) ?? 0) + count);
}

const place = (record: CanonicalRecord, field: string): string => [record.type, record.kind ?? record['form'] ?? '', field].join(' ');

/** Every value by type, kind, field and term. */
function values(records: readonly CanonicalRecord[]): Bag {
  const bag: Bag = new Map();
  for (const record of records) {
    for (const [field, value] of [...valuesOf(record), ['term', record.term] as const]) add(bag, JSON.stringify([place(record, field), value]));
  }
  return bag;
}

/** What `a` has and `b` lacks, by type, kind and field. */
function missing(a: Bag, b: Bag): Record<string, number> {
  const lost: Bag = new Map();
  for (const [key, count] of a) {
    const over = count - (b.get(key) ?? 0);
    if (over > 0) add(lost, (JSON.parse(key) as [string])[0], over);
  }
  return sorted(lost);
}

const sorted = (bag: Bag): Record<string, number> => Object.fromEntries([...bag].filter(([, count]) => count > 0).sort(([x], [y]) => (x < y ? -1 : 1)));

/** The same as the report and the records set aside tell it. */
function predicted(report: MigrationReport, aside: readonly CanonicalRecord[]): { lost: Record<string, number>; filled: Record<string, number> } {
  const lost: Bag = new Map();
  const filled: Bag = new Map();
  for (const { type, kind, field, reason, count } of report.loss) if (type !== 'attachment' && (reason === 'no-column' || reason === 'not-read-back')) add(lost, [type, kind ?? '', field].join(' '), count);
  for (const record of aside) for (const field of [...valuesOf(record).keys(), 'term']) add(lost, place(record, field));
  for (const { type, kind, field, count } of report.defaulted) add(filled, [type, kind ?? '', field].join(' '), count);
  for (const { type, kind, field, count } of report.changed) for (const bag of [lost, filled]) add(bag, [type, kind ?? '', field].join(' '), count);
  return { lost: sorted(lost), filled: sorted(filled) };
}

const bare = ({ source: _source, raw: _raw, ...record }: CanonicalRecord): string => JSON.stringify(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
const lossless = (report: MigrationReport, type: string): boolean => [...report.loss, ...report.defaulted, ...report.changed].every((line) => line.type !== type);

/** One leg: converts, and holds the difference against the report. */
async function leg(from: Adapter, to: Adapter, source: readonly CanonicalRecord[], input: string, out: string): Promise<{ report: MigrationReport; records: CanonicalRecord[] }> {
  const report = await run(from.id, to.id, [input], out);
  expect(report.refused).toEqual([]);
  const records = await readBack(to, join(out, 'files'));
  const aside = notHeld(out).map((entry) => entry.record);
  expect(records.length + aside.length).toBe(source.length);
  const [before, after] = [values(source), values(records)];
  const { lost, filled } = predicted(report, aside);
  expect(missing(before, after)).toEqual(lost);
  expect(missing(after, before)).toEqual(filled);
  for (const { type, read, written, notHeld: not, notRead } of report.types) expect([type, read, notRead]).toEqual([type, written + not, 0]);
  expect(report.files.filter(({ recognised }) => !recognised)).toEqual([]);
  // No byte of a file is lost, and none comes from elsewhere; what has no place is told for as many as there are.
  const line = report.types.find(({ type }) => type === 'attachment') ?? { read: 0, written: 0, notHeld: 0 };
  const [given, there, set] = [hashesIn(input), hashesIn(join(out, 'files')), hashesIn(join(out, 'not-held'))];
  expect(new Set([...there, ...set])).toEqual(new Set(given));
  expect([line.read, line.read - line.notHeld]).toEqual([given.length, line.written]);
  expect(report.loss.filter(({ type, field }) => type === 'attachment' && field === null).reduce((sum, { count }) => sum + count, 0)).toBe(line.notHeld);
  expect(given.filter((hash) => !there.includes(hash))).toHaveLength(line.notHeld);
  return { report, records };
}

/** @returns how many records set out, and how many arrived */
export async function thereAndBack(from: Adapter, to: Adapter, records: readonly CanonicalRecord[], files: Files = {}): Promise<{ readonly source: number; readonly arrived: number }> {
  using work = folder();
  const source = await writeSource(from, records, join(work.path, 'source'));
  if (source.length === 0) return { source: 0, arrived: 0 };
  lay(join(work.path, 'source'), files);
  const there = await leg(from, to, source, join(work.path, 'source'), join(work.path, 'there'));
  if (there.records.length === 0) return { source: source.length, arrived: 0 };
  const back = await leg(to, from, there.records, join(work.path, 'there', 'files'), join(work.path, 'back'));
  for (const type of new Set(source.map((record) => record.type))) {
    if (!lossless(there.report, type) || !lossless(back.report, type)) continue;
    const of = (list: readonly CanonicalRecord[]): string[] => list.filter((record) => record.type === type).map(bare).sort();
    expect(of(back.records)).toEqual(of(source));
  }
  return { source: source.length, arrived: there.records.length };
}
