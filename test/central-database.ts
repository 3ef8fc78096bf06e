/**
 * A stand-in for the central database: takes a real package from an outbox, and answers with receipts of the shape that
 * is publicly known, some rows dropped, altered or invented by seed. It says what it did, so that a test can hold the
 * comparison against it. Its own tables of kinds and sheets, on purpose: it must not read ours.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { seeded } from '../src/cli/demo/district/random.ts';
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

/** One thing the central database did to what it was sent. */
export interface Seeded {
  readonly kind: string;
  readonly sheet: string;
  readonly idNumber: string;
  readonly type: 'ours-only' | 'theirs-only' | 'unequal';
  /** Header of the altered cell. */
  readonly field?: string;
  readonly value?: string;
}

export interface Answer {
  /** By kind: what the JSON files hold. */
  readonly receipts: Readonly<Record<string, Receipt>>;
  readonly seeded: readonly Seeded[];
}

/** Roster → kind, and the sheets' names in receipts. */
const ROSTERS: Readonly<Record<string, { kind: string; titles?: Readonly<Record<string, string>> }>> = {
  學生成績名冊: { kind: '修課紀錄' },
  學生重修重讀成績名冊: { kind: '修課紀錄' },
  '進修部(學校)學生成績名冊': { kind: '修課紀錄', titles: { 學期成績: '進修部學期成績', 補考成績: '進修部補考成績', 轉學轉科成績: '進修部轉學轉科成績' } },
  校內幹部經歷名冊: { kind: '校內幹部經歷', titles: { 幹部經歷紀錄: '幹部經歷' } },
  學生課程學習成果名冊: { kind: '課程學習成果' },
  '進修部(學校)學生課程學習成果名冊': { kind: '課程學習成果', titles: { 學期課程學習成果: '進修部學期課程學習成果', 轉學轉科課程學習成果: '進修部轉學轉科課程學習成果', 借讀課程學習成果: '進修部借讀課程學習成果' } },
  學生自填多元表現名冊: { kind: '多元表現' },
};

const sha = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** Every roster workbook of a package: name, hash, sheets as rows by header. */
async function workbooks(path: string): Promise<{ roster: string; sha256: string; sheets: { title: string; rows: Row[] }[] }[]> {
  const archive = await openZip(memorySource(readFileSync(path)), path);
  const books = [];
  for (const entry of archive.entries.filter(({ name }) => name.endsWith('.xlsx'))) {
    const bytes = await joined(entry.stream());
    const book = await openXlsx(memorySource(bytes), entry.name);
    const sheets = await Array.fromAsync(book.tables, async ({ sheet, header, rows }) => ({
      title: sheet, rows: (await Array.fromAsync(rows())).flat().map(({ cells }): Row => Object.fromEntries(header.map((name, at) => [name, cells[at] ?? '']))),
    }));
    await book.close();
    books.push({ roster: entry.name.replace(/^.*\//, '').replace(/\.xlsx$/, '').replace(/^第[一二]梯次/, ''), sha256: sha(bytes), sheets });
  }
  await archive.close();
  return books;
}

/** What a faithful central database says of the packages it was sent. */
export async function received(...packages: readonly string[]): Promise<Record<string, Receipt>> {
  const receipts: Record<string, Receipt> = {};
  for (const path of packages) {
    for (const { roster, sha256, sheets } of await workbooks(path)) {
      const known = ROSTERS[roster];
      if (!known) continue;
      const receipt = (receipts[known.kind] ??= { 名冊資訊: [], [known.kind]: [] });
      receipt.名冊資訊.push({ 名稱: roster, SHA: sha256.toUpperCase(), 筆數: String(sheets.reduce((sum, { rows }) => sum + rows.length, 0)) });
      const students = receipt[known.kind] as Student[];
      for (const { title, rows } of sheets) {
        for (const { 身分證號, 出生日期, ...row } of rows) {
          let student = students.find((one) => one.身分證號 === 身分證號 && one.出生日期 === 出生日期);
          if (!student) students.push((student = { 身分證號: String(身分證號), 出生日期: String(出生日期) }));
          ((student[known.titles?.[title] ?? title] ??= []) as Row[]).push(row);
        }
      }
    }
  }
  return receipts;
}

/** Fields whose change leaves a row recognisable: what it is about stands in the others. */
const ALTERABLE = ['學期學業成績', '補修成績', '重修成績', '抵免後成績', '第一次補考成績', '擔任職務說明', '幹部等級', '成果簡述', '內容簡述'];

const altered = (text: string): string => (/^-?\d+(?:\.\d+)?$/.test(text) ? String(text === '77' ? 78 : 77) : `${text}（改）`);

/** Drops, alters and invents rows, by seed; says what it did. */
export function spoil(receipts: Readonly<Record<string, Receipt>>, seed: string, share = 0.03): Answer {
  const random = seeded(seed);
  const done: Seeded[] = [];
  const spoilt = Object.entries(receipts).map(([kind, receipt]): [string, Receipt] => {
    const students = (receipt[kind] as Student[]).map((student): Student => {
      const { 身分證號, 出生日期, ...sheets } = student;
      const lists = Object.entries(sheets).map(([sheet, list]): [string, Row[]] => [sheet, (list as Row[]).flatMap((row): Row[] => {
        const said = { kind, sheet, idNumber: 身分證號 };
        if (random.chance(share)) {
          done.push({ ...said, type: 'ours-only' });
          return [];
        }
        const field = ALTERABLE.find((name) => name in row && row[name] !== '' && row[name] !== '-1');
        if (field !== undefined && random.chance(share)) {
          const value = altered(String(row[field]));
          done.push({ ...said, type: 'unequal', field, value });
          return [{ ...row, [field]: value }];
        }
        if ('課程代碼' in row && random.chance(share)) {
          done.push({ ...said, type: 'theirs-only' });
          return [row, { ...row, 課程代碼: `${String(row['課程代碼']).slice(0, 21)}99`, 科目名稱: '「沒有提交的 {科目}」' }];
        }
        return [row];
      })]);
      return { 身分證號, 出生日期, ...Object.fromEntries(lists.filter(([, list]) => list.length > 0)) };
    });
    return [kind, { ...receipt, [kind]: students.filter((student) => Object.keys(student).length > 2) }];
  });
  return { receipts: Object.fromEntries(spoilt), seeded: done };
}

export interface ZipForm {
  readonly password?: string;
  readonly encryption?: Encryption;
  /** Name of the list of digests. */
  readonly list?: string;
  /** Changes the list's text. */
  readonly relist?: (text: string) => string;
  /** Changes a file's bytes after its digest was taken. */
  readonly tamper?: (name: string, bytes: Uint8Array) => Uint8Array;
  readonly prefix?: string;
}

export interface ReceiptFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The files of a receipt: a JSON with a mark a kind, and the list of their digests. */
export function receiptFiles(receipts: Readonly<Record<string, unknown>>, { list = 'SHA.txt', relist = (text) => text, tamper = (_name, bytes) => bytes, prefix = '' }: ZipForm = {}): ReceiptFile[] {
  const files = Object.entries(receipts).map(([kind, receipt]) => ({ name: `${prefix}${kind}.json`, bytes: new TextEncoder().encode(`\uFEFF${JSON.stringify(receipt)}`) }));
  const lines = files.map(({ name, bytes }, at) => (at % 2 === 0 ? `${name},${sha(bytes)}` : `${sha(bytes).toUpperCase()}, ${name}`));
  return [...files.map(({ name, bytes }) => ({ name, bytes: tamper(name, bytes) })), { name: list, bytes: new TextEncoder().encode(relist(`${lines.join('\r\n')}\r\n`)) }];
}

/** The receipt as the school downloads it. */
export async function receiptZip(receipts: Readonly<Record<string, unknown>>, form: ZipForm = {}): Promise<Uint8Array> {
  const inputs = receiptFiles(receipts, form).map(({ name, bytes }) => ({ name, source: memorySource(bytes) }));
  return joined(form.password === undefined ? writeZip(inputs) : writeEncryptedZip(inputs, form.password, form.encryption ?? 'zipcrypto'));
}
