/** Writing workbooks (.xlsx) of text cells whose bytes depend on their content only. */
import { joined, memorySource } from '../bytes.ts';
import { writeZip, type ZipInput } from '../zip/write.ts';
import { StringTable } from './string-table.ts';
import { refuseBadTitles } from './titles.ts';
import { sheetPath, smallParts } from './write-parts.ts';
import { sheetPart, type SheetContent } from './write-sheet.ts';

export type { SheetContent } from './write-sheet.ts';

export interface WorkbookContent {
  /** In tab order; at least one. */
  readonly sheets: readonly SheetContent[];
}

/**
 * The workbook's bytes. Rows are pulled once, sheet after sheet; only the distinct texts stay in memory.
 *
 * @throws ProblemError `xlsx/bad-title`, `xlsx/bad-character`, `xlsx/cell-too-long`, `xlsx/too-large`; the place
 *   names sheet, row and column but no file
 */
export async function writeXlsx({ sheets }: WorkbookContent): Promise<Uint8Array> {
  if (sheets.length === 0) throw new RangeError('a workbook needs a sheet');
  const titles = sheets.map((sheet) => sheet.title);
  refuseBadTitles(titles);
  const strings = new StringTable();
  const encoder = new TextEncoder();
  const entries: ZipInput[] = [
    ...smallParts(titles).map(([name, xml]) => ({ name, source: memorySource(encoder.encode(xml)) })),
    ...sheets.map((sheet, index) => ({ name: sheetPath(index), source: { stream: () => sheetPart(sheet, strings) } })),
    { name: 'xl/sharedStrings.xml', source: { stream: () => strings.part() } },
  ];
  return joined(writeZip(entries));
}
