/** One reading or writing of a workbook, by us or by exceljs, in a process of its own. */
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { openXlsx } from '../../src/formats/xlsx/read.ts';
import { fileSource } from '../../src/formats/bytes.ts';
import { writeXlsx } from '../../src/formats/xlsx/write.ts';
import { tell } from './measure.ts';

/** The part of exceljs that is used; its types are not installed. */
interface StreamingExcel {
  readonly stream: { readonly xlsx: {
    readonly WorkbookReader: new (file: string, options: object) => AsyncIterable<AsyncIterable<{ readonly cellCount: number }>>;
    readonly WorkbookWriter: new (options: object) => { addWorksheet(title: string): { addRow(cells: readonly string[]): { commit(): void } }; commit(): Promise<void> };
  } };
}

const [what, who, file, rowCount, folder] = process.argv.slice(2) as [string, string, string, string, string];
const HEADER = Array.from({ length: 15 }, (_, index) => `欄位${index + 1}`);

function* rows(): Iterable<readonly string[]> {
  for (let row = 0; row < Number(rowCount); row++) {
    yield HEADER.map((_, column) => (column < 3 ? `A${100000000 + row}` : column < 8 ? `科目${(row * 7 + column) % 400}` : String((row * column) % 100)));
  }
}

async function readOurs(): Promise<number> {
  await using source = await fileSource(file);
  const opened = await openXlsx(source, file);
  let cells = HEADER.length;
  for (const table of opened.tables) for await (const batch of table.rows()) for (const row of batch) cells += row.cells.length;
  await opened.close();
  return cells;
}

async function readTheirs(excel: StreamingExcel): Promise<number> {
  let cells = 0;
  const reader = new excel.stream.xlsx.WorkbookReader(file, { sharedStrings: 'cache', styles: 'cache', worksheets: 'emit' });
  for await (const sheet of reader) for await (const row of sheet) cells += row.cellCount;
  return cells;
}

async function writeTheirs(excel: StreamingExcel): Promise<void> {
  const book = new excel.stream.xlsx.WorkbookWriter({ filename: file, useSharedStrings: true, useStyles: true });
  const sheet = book.addWorksheet('資料');
  sheet.addRow(HEADER).commit();
  for (const row of rows()) sheet.addRow(row).commit();
  await book.commit();
}

const excel = who === 'exceljs' ? (createRequire(join(folder, 'x.js'))('exceljs') as StreamingExcel) : null;
let cells = 0;
if (what === 'read') cells = excel ? await readTheirs(excel) : await readOurs();
else if (excel) await writeTheirs(excel);
else writeFileSync(file, await writeXlsx({ sheets: [{ title: '資料', header: HEADER, rows: rows() }] }));
tell({ cells });
