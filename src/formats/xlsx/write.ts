/** Writing workbooks (.xlsx) of text cells whose bytes depend on their content only. */
import { joined, memorySource } from '../bytes.ts';
import { writeZip, type ZipInput } from '../zip/write.ts';
import { StringTable } from './string-table.ts';
import { refuseBadTitles } from './titles.ts';
import { sheetPath, smallParts } from './write-parts.ts';
import { sheetPart, type SheetContent } from './write-sheet.ts';

export type { SheetContent, SheetLook, WriteCell } from './write-sheet.ts';

export interface WorkbookContent {
  /** In tab order; at least one. */
  readonly sheets: readonly SheetContent[];
}

function entriesOf({ sheets }: WorkbookContent, strings: StringTable): ZipInput[] {
  if (sheets.length === 0) throw new RangeError('a workbook needs a sheet');
  const titles = sheets.map((sheet) => sheet.title);
  refuseBadTitles(titles);
  const encoder = new TextEncoder();
  const small = smallParts(titles, sheets.some(({ look }) => look !== undefined));
  return [
    ...small.map(([name, xml]) => ({ name, source: memorySource(encoder.encode(xml)) })),
    ...sheets.map((sheet, index) => ({ name: sheetPath(index), source: { stream: () => sheetPart(sheet, strings) } })),
    { name: 'xl/sharedStrings.xml', source: { stream: () => strings.part() } },
  ];
}

/**
 * The workbook's bytes. Rows are pulled once, sheet after sheet; only the distinct texts stay in memory.
 *
 * @throws ProblemError `xlsx/bad-title`, `xlsx/bad-character`, `xlsx/cell-too-long`, `xlsx/too-large`; the place
 *   names sheet, row and column but no file
 */
export async function writeXlsx(content: WorkbookContent): Promise<Uint8Array> {
  return joined(writeZip(entriesOf(content, new StringTable())));
}

/** Texts shared in a workbook that is streamed: the first of it, among which are those that stand everywhere. */
const SHARED = 20_000;

/** The same as a stream in flat memory, however many rows and distinct texts there are. */
export function streamXlsx(content: WorkbookContent): AsyncGenerator<Uint8Array> {
  return writeZip(entriesOf(content, new StringTable(SHARED)));
}
