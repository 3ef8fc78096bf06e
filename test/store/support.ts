/** A home in a temporary folder, and synthetic records to put into it. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { CanonicalRecord } from '../../src/core/record.ts';
import type { Home } from '../../src/store/home.ts';
import { createHome } from '../../src/store/home.ts';
import { createMasterKey } from '../../src/store/keys.ts';
import type { InputInfo, QuarantineItem, SchoolStore, SlotChange } from '../../src/store/port.ts';

export const SCHOOL = '193303';

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'licheng-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export interface TemporaryHome {
  readonly home: Home;
  readonly folder: string;
  readonly path: string;
  readonly masterKeyPath: string;
}

export async function temporaryHome(): Promise<TemporaryHome> {
  const folder = temporaryFolder();
  const masterKeyPath = join(folder, 'master.key');
  const path = join(folder, 'home');
  createMasterKey(masterKeyPath, path);
  const home = await createHome(path, { masterKeyPath });
  onTestFinished(() => home.close());
  return { home, folder, path, masterKeyPath };
}

export async function temporaryStore(): Promise<TemporaryHome & { store: SchoolStore }> {
  const temporary = await temporaryHome();
  const store = await temporary.home.school(SCHOOL, { create: true });
  onTestFinished(() => store.close().catch(() => undefined));
  return { ...temporary, store };
}

export function inputId(name: string): string {
  return createHash('sha256').update(name).digest('hex').slice(0, 32);
}

export function info(id: string, more: Partial<InputInfo> = {}): InputInfo {
  return {
    id, sha256: createHash('sha256').update(id).digest('hex'), size: 1, file: `${id.slice(0, 4)}.csv`, system: null, edition: null,
    encoding: 'utf-8', mappingHash: 'mapping', status: 'imported', tables: [], terms: [], records: {}, rejected: 0,
    findingCounts: {}, findings: [], ...more,
  };
}

/** Student `n`: a synthetic id that no person can have. */
export function student(n: number): { idNumber: string; birthDate: string } {
  return { idNumber: `Z9${String(n).padStart(8, '0')}`, birthDate: `2008-0${1 + (n % 9)}-15` };
}

export function record(input: string, n: number, row: number, more: Record<string, unknown> = {}): CanonicalRecord {
  return {
    type: 'courseRecord', kind: 'regular', school: SCHOOL, term: '114-1', ...student(n), source: { input, table: 0, row },
    subjectName: '國語文', score: row % 101, passed: true, ...more,
  } as CanonicalRecord;
}

export interface Drop {
  readonly id: string;
  readonly records: readonly CanonicalRecord[];
  readonly rejects?: readonly Omit<QuarantineItem, 'file'>[];
  readonly info?: Partial<InputInfo>;
}

export async function stageDrop(store: SchoolStore, drop: Drop): Promise<void> {
  const staging = await store.stage(drop.id);
  await staging.add(drop.records);
  if (drop.rejects) await staging.reject(drop.rejects);
  await staging.finish(info(drop.id, drop.info));
}

export async function takeDrop(store: SchoolStore, ...drops: readonly Drop[]): Promise<readonly SlotChange[]> {
  for (const drop of drops) await stageDrop(store, drop);
  return store.publish(drops.map((drop) => drop.id));
}

export function reject(input: string, row: number): Omit<QuarantineItem, 'file'> {
  return {
    id: `${input}:0:${row}`, input, sheet: '學期成績', row, problem: { code: 'mapping/bad-date', params: { row }, value: '0971332' },
    header: ['身分證號', '出生日期'], cells: [student(row).idNumber, '0971332'],
  };
}

export async function readAll(store: SchoolStore, term: string, types?: readonly string[]): Promise<Map<string, readonly CanonicalRecord[]>> {
  const files = new Map<string, readonly CanonicalRecord[]>();
  for await (const { key, records } of store.students(term, types)) {
    if (files.has(key.idNumber)) throw new Error(`${key.idNumber} was given twice`);
    files.set(key.idNumber, records);
  }
  return files;
}

export async function recordsOf(store: SchoolStore, type: string, kind?: string): Promise<readonly CanonicalRecord[]> {
  const all: CanonicalRecord[] = [];
  for await (const records of store.records('114-1', type, kind)) all.push(...records);
  return all;
}

/** SHA-256 of every file below a folder, by path. */
export function fingerprints(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(files.sort().map((file) => [file.slice(folder.length), createHash('sha256').update(readFileSync(file)).digest('hex')]));
}
