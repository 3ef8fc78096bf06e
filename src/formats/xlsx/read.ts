/** Opening a workbook (.xlsx): tables with positions, the cover apart. */
import type { ByteSource } from '../../core/bytes.ts';
import { ProblemError, type Problem } from '../../core/problem.ts';
import type { Cover, OpenFile, Table } from '../../core/table.ts';
import { openZip } from '../zip/read.ts';
import type { CellContext } from './cell.ts';
import { isCoverTitle, readCover } from './cover.ts';
import { XLSX_LIMITS, XLSX_ZIP_LIMITS, type XlsxLimits } from './limits.ts';
import { Package } from './package.ts';
import { xlsxProblem } from './refuse.ts';
import { sheetRows } from './sheet.ts';
import { readSharedStrings } from './shared-strings.ts';
import { readWorkbook, type SheetInfo } from './workbook.ts';

/** Rows handed over together. */
const BATCH = 1000;

/**
 * Opens a workbook: shared strings are held in memory, sheets are streamed anew for every read.
 * The header is row 1. The cover sheet is `cover`, not a table.
 *
 * @param name file name for positions and messages
 * @throws ProblemError of the `xlsx` and `zip` areas; a table's `rows()` can throw them too
 */
export async function openXlsx(source: ByteSource, name: string, limits: Partial<XlsxLimits> = {}): Promise<OpenFile> {
  const bounds = { ...XLSX_LIMITS, ...limits };
  const archive = await openZip(source, name, { limits: XLSX_ZIP_LIMITS });
  if (archive.problems[0]) throw new ProblemError(archive.problems[0]);
  const pack = new Package(archive, name);
  const workbook = await readWorkbook(pack, bounds);
  const context: CellContext = {
    strings: workbook.strings === undefined ? [] : await readSharedStrings(pack.part(workbook.strings), name, bounds),
    dateStyles: workbook.dateStyles,
    from1904: workbook.from1904,
  };

  const tables: Table[] = [];
  const covers: Table[] = [];
  const problems: Problem[] = [];
  for (const sheet of workbook.sheets) {
    const table = await openSheet(pack, sheet, context, bounds);
    (isCoverTitle(sheet.title) ? covers : tables).push(table);
    if (sheet.hidden) problems.push(xlsxProblem('xlsx/hidden-sheet', { file: name, sheet: sheet.title }, { sheet: sheet.title }));
  }
  const cover = await onlyCover(covers, problems);
  return {
    file: name, format: 'xlsx', tables, problems,
    ...(cover ? { cover } : {}),
    close: () => archive.close(),
  };
}

async function openSheet(pack: Package, sheet: SheetInfo, context: CellContext, limits: XlsxLimits): Promise<Table> {
  const part = pack.part(sheet.path);
  const place = { file: pack.file, sheet: sheet.title };
  let header: readonly string[] = [];
  for await (const [first] of sheetRows(part, { ...place, header }, context, limits, 1)) {
    if (first?.row === 1) header = first.cells.map((text) => text.trim());
    break;
  }
  return {
    ...place, header,
    async *rows() {
      for await (const batch of sheetRows(part, { ...place, header }, context, limits, BATCH)) {
        const data = batch[0]?.row === 1 ? batch.slice(1) : batch;
        if (data.length > 0) yield data;
      }
    },
  };
}

/** The one cover there may be; anything odd about it is added to `problems`. */
async function onlyCover(covers: readonly Table[], problems: Problem[]): Promise<Cover | undefined> {
  const [table, second] = covers;
  if (!table) return undefined;
  if (second) {
    const { file, sheet } = second;
    problems.push(xlsxProblem('xlsx/two-covers', { file, sheet }, { sheet, other: table.sheet }));
    return undefined;
  }
  const found = await readCover(table);
  if ('cover' in found) return found.cover;
  problems.push(found.problem);
  return undefined;
}
