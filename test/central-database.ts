/**
 * A stand-in for the central database: takes real packages from an outbox, and answers with receipts of the shape that is
 * publicly known (see `spoilt-receipts.ts` for one that loses and alters). Its own tables of kinds and sheets, on purpose:
 * it must not read ours.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { joined, memorySource } from '../src/formats/bytes.ts';
import { openXlsx } from '../src/formats/xlsx/read.ts';
import { type Encryption, writeEncryptedZip } from '../src/formats/zip/encrypted.ts';
import { openZip } from '../src/formats/zip/read.ts';
import { writeZip } from '../src/formats/zip/write.ts';

export type Row = Record<string, unknown>;

export interface Student {
  身分證號: string;
  出生日期: string;
  [sheet: string]: unknown;
}

export interface Receipt {
  名冊資訊: Record<string, string>[];
  [kind: string]: unknown;
}

/** Roster → kind, and the sheets' names in receipts. */
const ROSTERS: Readonly<Record<string, { kind: string; titles?: Readonly<Record<string, string>> }>> = {
  學生成績名冊: { kind: '修課紀錄' },
  學生重修重讀成績名冊: { kind: '修課紀錄' },
  '進修部(學校)學生成績名冊': { kind: '修課紀錄', titles: { 學期成績: '進修部學期成績', 補考成績: '進修部補考成績', 轉學轉科成績: '進修部轉學轉科成績' } },
  校內幹部經歷名冊: { kind: '校內幹部經歷', titles: { 幹部經歷紀錄: '幹部經歷' } },
  高三校內幹部經歷名冊: { kind: '校內幹部經歷', titles: { 幹部經歷紀錄: '幹部經歷' } },
  學生課程學習成果名冊: { kind: '課程學習成果' },
  '進修部(學校)學生課程學習成果名冊': { kind: '課程學習成果', titles: { 學期課程學習成果: '進修部學期課程學習成果', 轉學轉科課程學習成果: '進修部轉學轉科課程學習成果', 借讀課程學習成果: '進修部借讀課程學習成果' } },
  學生自填多元表現名冊: { kind: '多元表現' },
};

const sha = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');
const md5 = (bytes: Uint8Array | string): string => createHash('md5').update(bytes).digest('hex');

export interface Workbook {
  /** Without its batch. */
  readonly roster: string;
  /** `第一梯次`; empty for none. */
  readonly batch: string;
  readonly sha256: string;
  readonly sheets: readonly { readonly title: string; readonly rows: readonly Row[] }[];
}

async function workbookOf(name: string, bytes: Uint8Array): Promise<Workbook> {
  const book = await openXlsx(memorySource(bytes), name);
  const sheets = await Array.fromAsync(book.tables, async ({ sheet, header, rows }) => ({
    title: sheet, rows: (await Array.fromAsync(rows())).flat().map(({ cells }): Row => Object.fromEntries(header.map((column, at) => [column, cells[at] ?? '']))),
  }));
  await book.close();
  const [, batch = '', roster = ''] = /^(第[一二]梯次)?(.*)\.xlsx$/.exec(name.replace(/^.*\//, ''))!;
  return { roster, batch, sha256: sha(bytes), sheets };
}

/** Every roster workbook of the packages, and the MD5 of every other file by its name. */
async function contents(packages: readonly string[]): Promise<{ books: Workbook[]; files: Map<string, string> }> {
  const books: Workbook[] = [];
  const files = new Map<string, string>();
  for (const path of packages) {
    const archive = await openZip(memorySource(readFileSync(path)), path);
    for (const entry of archive.entries.filter(({ name }) => name.startsWith('data/'))) {
      const bytes = await joined(entry.stream());
      if (entry.name.endsWith('.xlsx')) books.push(await workbookOf(entry.name, bytes));
      else files.set(entry.name.slice('data/'.length), md5(bytes));
    }
    await archive.close();
  }
  return { books, files };
}

/** Columns with links, and the key their file's digest goes by in a receipt. */
const LINKS = { 課程學習成果文件檔案連結: '文件檔案MD5', 課程學習成果影音檔案連結: '影音檔案MD5', 證明文件連結: '文件檔案MD5', 影音檔案連結: '影音檔案MD5', 作品成果連結: '作品成果檔案MD5' } as const;

function withDigests(row: Row, files: ReadonlyMap<string, string>): Row {
  const digested = Object.entries(LINKS).filter(([link]) => link in row).map(([link, key]) => [key, files.get(String(row[link])) ?? '']);
  return { ...row, ...Object.fromEntries(digested) };
}

/**
 * What a faithful central database says of workbooks, by name of the file it says it in.
 * @param files MD5 of the files they name, by link
 */
export function receiptsOf(books: readonly Workbook[], files: ReadonlyMap<string, string>): Record<string, Receipt> {
  const receipts: Record<string, Receipt> = {};
  for (const { roster, batch, sha256, sheets } of books) {
    const known = ROSTERS[roster];
    if (!known) continue;
    const receipt = (receipts[`${batch}${known.kind}`] ??= { 名冊資訊: [], [known.kind]: [] });
    receipt.名冊資訊.push({ 名稱: `${batch}${roster}`, SHA: sha256.toUpperCase(), 筆數: String(sheets.reduce((sum, { rows }) => sum + rows.length, 0)) });
    const students = studentsOf(receipt);
    for (const { title, rows } of sheets) {
      for (const { 身分證號, 出生日期, ...row } of rows) {
        let student = students.find((one) => one.身分證號 === 身分證號 && one.出生日期 === 出生日期);
        if (!student) students.push((student = { 身分證號: String(身分證號), 出生日期: String(出生日期) }));
        ((student[known.titles?.[title] ?? title] ??= []) as Row[]).push(withDigests(row, files));
      }
    }
  }
  return receipts;
}

/** What a faithful central database says of the packages it was sent. */
export async function received(...packages: readonly string[]): Promise<Record<string, Receipt>> {
  const { books, files } = await contents(packages);
  return receiptsOf(books, files);
}

/** Key of the students in a receipt. */
export const kindOf = (receipt: Receipt): string => Object.keys(receipt).find((key) => key !== '名冊資訊')!;

/** The students of a receipt. */
export const studentsOf = (receipt: Receipt): Student[] => receipt[kindOf(receipt)] as Student[];

/** All rows of a receipt. */
export const rowsOf = (receipt: Receipt): Row[] => studentsOf(receipt).flatMap(({ 身分證號: _id, 出生日期: _birth, ...sheets }) => Object.values(sheets).flat() as Row[]);

/** What a central database has after a correction: the student's rows in the sheets it speaks of are replaced. */
export function withCorrection(before: Readonly<Record<string, Receipt>>, correction: Readonly<Record<string, Receipt>>): Record<string, Receipt> {
  return Object.fromEntries(Object.entries(before).map(([name, receipt]): [string, Receipt] => {
    const corrected = correction[name];
    const news = corrected ? studentsOf(corrected) : [];
    const students = studentsOf(receipt).map((student) => ({ ...student, ...news.find((one) => one.身分證號 === student.身分證號) }));
    return [name, { ...receipt, 名冊資訊: [...receipt.名冊資訊, ...corrected?.名冊資訊 ?? []], [kindOf(receipt)]: students }];
  }));
}

export interface ZipForm {
  readonly password?: string;
  readonly encryption?: Encryption;
  /** Name of the list of digests. */
  readonly list?: string;
  /** Changes the list's text. */
  readonly relist?: (text: string) => string;
  /** Changes a file's bytes before its digest is taken. */
  readonly write?: (name: string, bytes: Uint8Array) => Uint8Array;
  /** Changes a file's bytes after its digest was taken. */
  readonly tamper?: (name: string, bytes: Uint8Array) => Uint8Array;
  readonly prefix?: string;
}

export interface ReceiptFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The files of a receipt: a JSON with a mark a kind, and the list of their digests. */
export function receiptFiles(receipts: Readonly<Record<string, unknown>>, { list = 'SHA.txt', relist = (text) => text, write = (_name, bytes) => bytes, tamper = (_name, bytes) => bytes, prefix = '' }: ZipForm = {}): ReceiptFile[] {
  const files = Object.entries(receipts).map(([kind, receipt]) => ({ name: `${prefix}${kind}.json`, bytes: write(kind, new TextEncoder().encode(`\uFEFF${JSON.stringify(receipt)}`)) }));
  const lines = files.map(({ name, bytes }, at) => (at % 2 === 0 ? `${name},${sha(bytes)}` : `${sha(bytes).toUpperCase()}, ${name}`));
  return [...files.map(({ name, bytes }) => ({ name, bytes: tamper(name, bytes) })), { name: list, bytes: new TextEncoder().encode(relist(`${lines.join('\r\n')}\r\n`)) }];
}

/** The receipt as the school downloads it. */
export async function receiptZip(receipts: Readonly<Record<string, unknown>>, form: ZipForm = {}): Promise<Uint8Array> {
  const inputs = receiptFiles(receipts, form).map(({ name, bytes }) => ({ name, source: memorySource(bytes) }));
  return joined(form.password === undefined ? writeZip(inputs) : writeEncryptedZip(inputs, form.password, form.encryption ?? 'zipcrypto'));
}
