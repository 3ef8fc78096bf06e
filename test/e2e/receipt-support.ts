/** A school that has submitted its term, and receipts of it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { maskId } from '../../src/core/mask.ts';
import { joined, memorySource } from '../../src/formats/bytes.ts';
import { openZip } from '../../src/formats/zip/read.ts';
import { type Receipt, receiptZip, received, type ZipForm } from '../central-database.ts';
import { inside, type Json, schoolHome, type Workspace, workspace } from '../licheng.ts';
import { SCHOOL, sheetsOf, TERM, workbooks } from '../rosters.ts';
import type { Seeded } from '../spoilt-receipts.ts';
import { type YearFiles, yearOf, yearWorkbooks } from '../year-rosters.ts';

export const HERE = ['--school', SCHOOL, '--term', TERM] as const;
/** With a blank in it; 7-Zip takes none but ASCII for ZIP. */
export const PASSWORD = 'receipt #2026';
/** The day the receipt is imported. */
export const TODAY = ['--today', '2026-03-02'] as const;

export interface Submitted {
  readonly home: Workspace;
  /** What a faithful central database answers. */
  readonly receipts: Readonly<Record<string, Receipt>>;
  readonly package: string;
}

/** A home whose only school has packed a clean term. */
export async function submitted(students: number, seed = 'receipts'): Promise<Submitted> {
  const home = await schoolHome(SCHOOL, inside(workspace()));
  const files = (await workbooks(sheetsOf(students, { seed }))).map(({ name, bytes }) => home.file(name, bytes));
  await home.run('import', ...files, '--school', SCHOOL);
  const { value } = await home.json('pack', 'term', ...HERE, '--today', '2026-02-20');
  if (value.status !== 'packed') throw new Error(JSON.stringify(value));
  return { home, receipts: await received(value.package), package: value.package };
}

export interface SubmittedYear {
  readonly home: Workspace;
  /** As the school has it, for corrections. */
  readonly year: YearFiles;
  /** Of the term, of grades 1 and 2, and of the first batch of grade 3. */
  readonly packages: readonly string[];
}

/** Hands yearly rosters and files in, as a folder that holds both. */
export async function handInYear(home: Workspace, { sheets, files }: YearFiles): Promise<void> {
  const folder = join('year', String(drops++));
  for (const [name, bytes] of [...await yearWorkbooks(sheets), ...files]) home.file(join(folder, name), bytes);
  const { code, stderr } = await home.run('import', join(home.root, 'files', folder), '--school', SCHOOL);
  if (code !== 0) throw new Error(stderr);
}

/** A home whose only school has packed a clean term, and what is to be sent of the year by then. */
export async function submittedYear(students: number, seed: string): Promise<SubmittedYear> {
  const home = await schoolHome(SCHOOL, inside(workspace()));
  const files = (await workbooks(sheetsOf(students, { seed }))).map(({ name, bytes }) => home.file(name, bytes));
  await home.run('import', ...files, '--school', SCHOOL);
  const year = yearOf(students, seed);
  await handInYear(home, year);
  const packages: string[] = [];
  for (const args of [['term', '--term', TERM], ['year', '--year', '114'], ['year', '--year', '114', '--batch', '1']]) {
    const { value } = await home.json('pack', ...args, '--school', SCHOOL, '--today', '2026-02-20');
    if (value.status !== 'packed') throw new Error(JSON.stringify(value));
    packages.push(...(value.parts?.map((part: Json) => part.package) ?? [value.package]));
  }
  return { home, year, packages };
}

let downloads = 0;
let drops = 0;

/** Imports a receipt in the form it is downloaded in. */
export async function take(home: Workspace, receipts: Readonly<Record<string, unknown>>, form: ZipForm = {}, ...more: readonly string[]): Promise<{ code: number | null; value: Json }> {
  const file = home.file(`receipt-${downloads++}.zip`, await receiptZip(receipts, { password: PASSWORD, ...form }));
  const password = home.file('password.txt', `${PASSWORD}\r\n`);
  return home.json('receipt', 'import', file, ...HERE, '--password-file', password, ...(more.includes('--today') ? [] : TODAY), ...more);
}

/** `submission.json` of a package. */
export async function manifestOf(path: string): Promise<Json> {
  const archive = await openZip(memorySource(readFileSync(path)), path);
  const bytes = await joined(archive.entries.find(({ name }) => name === 'submission.json')!.stream());
  await archive.close();
  return JSON.parse(new TextDecoder().decode(bytes)) as Json;
}

const one = (kind: string, sheet: string, student: string, type: string, fields: readonly string[]): string => [kind, sheet, student, type, ...fields].join(' ');

/** Differences an import found, to be held against {@link seededDifferences}: where, whose, and of what is unequal which fields. */
export function foundDifferences({ differences }: Json): string[] {
  return differences.map(({ kind, sheet, student, type, fields }: Json) => one(kind, sheet, student, type, type === 'unequal' ? fields.map(({ field }: Json) => field) : [])).sort();
}

/** What the central database did, in the words of {@link foundDifferences}. */
export function seededDifferences(seeded: readonly Seeded[]): string[] {
  return seeded.map(({ kind, sheet, idNumber, type, field }) => one(kind, sheet, maskId(idNumber), type, field === undefined ? [] : [field])).sort();
}
