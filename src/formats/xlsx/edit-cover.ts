/**
 * Another value into one cell of a workbook's cover, and nothing else: every other part is copied as it is packed, and of
 * the cover's XML only the text of that cell changes. For the 預檢, where the school's own roster goes to the central
 * database with another 名冊別 (RULE-309).
 */
import { ProblemError } from '../../core/problem.ts';
import { joined, memorySource } from '../bytes.ts';
import { replaceEntries } from '../zip/replace.ts';
import { openZip } from '../zip/read.ts';
import { sharedText } from './add-string.ts';
import { cellPlace } from './cell-place.ts';
import { isCoverTitle } from './cover.ts';
import { XLSX_LIMITS, XLSX_ZIP_LIMITS } from './limits.ts';
import { Package } from './package.ts';
import { openXlsx } from './read.ts';
import { columnLetters } from './reference.ts';
import { readSharedStrings } from './shared-strings.ts';
import { sheetRows } from './sheet.ts';
import { readWorkbook, type Workbook } from './workbook.ts';

/**
 * Why a cover is left as it is: the workbook cannot be read whole; it has no cover, or no such column; the cell is blank,
 * a formula's or in pieces; the workbook is signed; its archive cannot be kept byte for byte.
 */
export type UneditedReason = 'unreadable' | 'no-cover' | 'cell' | 'signed' | 'archive';

export interface EditedCover {
  readonly bytes: Uint8Array;
  /** `D2`, and what stood there. */
  readonly cell: string;
  readonly before: string;
  /** Parts whose bytes changed; none where the cell said so already. */
  readonly parts: readonly string[];
}

interface Cover {
  readonly path: string;
  readonly column: number;
  readonly value: string;
}

async function findCover(pack: Package, workbook: Workbook, header: string): Promise<Cover | null> {
  const covers = workbook.sheets.filter(({ title }) => isCoverTitle(title));
  const [cover] = covers;
  if (!cover || covers.length > 1) return null;
  const strings = workbook.strings === undefined ? [] : await readSharedStrings(pack.part(workbook.strings), pack.file, XLSX_LIMITS);
  const rows = [];
  for await (const batch of sheetRows(pack.part(cover.path), { file: pack.file, sheet: cover.title, header: [] }, { strings, dateStyles: workbook.dateStyles, from1904: workbook.from1904 }, XLSX_LIMITS, 2)) rows.push(...batch);
  const [head, values, more] = rows;
  if (head?.row !== 1 || values?.row !== 2 || more) return null;
  const column = head.cells.findIndex((text) => text.trim() === header);
  return column < 0 ? null : { path: cover.path, column, value: (values.cells[column] ?? '').trim() };
}

/** UTF-8 both ways, a mark at the start included. */
const textOf = async (pack: Package, path: string): Promise<string> => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await joined(pack.part(path).stream()));

/** New texts by part; null when the cell cannot be changed by itself. */
async function changedParts(pack: Package, { strings }: Workbook, { path, column }: Cover, value: string): Promise<ReadonlyMap<string, string> | null> {
  const sheet = await textOf(pack, path);
  const place = cellPlace(sheet, 2, column);
  if (!place || (place.type === 'n' && !/^(?:0|[1-9]\d{0,8})$/.test(value))) return null;
  const put = (stored: string): string => sheet.slice(0, place.from) + stored + sheet.slice(place.to);
  if (place.type !== 's') return new Map([[path, put(value)]]);
  if (strings === undefined) return null;
  const before = await textOf(pack, strings);
  const shared = sharedText(before, value);
  if (!shared) return null;
  return new Map([[path, put(String(shared.index))], ...(shared.xml === before ? [] : [[strings, shared.xml] as const])]);
}

/** True when the workbook reads as before, but for the one value. */
async function readsSo(bytes: Uint8Array, original: Uint8Array, file: string, header: string, value: string): Promise<boolean> {
  const [now, then] = [await openXlsx(memorySource(bytes), file), await openXlsx(memorySource(original), file)];
  try {
    return JSON.stringify(now.cover) === JSON.stringify({ ...then.cover, [header]: value }) && now.tables.length === then.tables.length;
  } finally {
    await Promise.all([now.close(), then.close()]);
  }
}

/**
 * @param original the workbook's bytes
 * @param header which value of the cover: its name in row 1; the value stands in row 2
 * @param value digits and letters only
 */
export async function editCover(original: Uint8Array, file: string, header: string, value: string): Promise<EditedCover | { readonly reason: UneditedReason }> {
  try {
    const archive = await openZip(memorySource(original), file, { limits: XLSX_ZIP_LIMITS });
    if (archive.problems.length > 0) return { reason: 'unreadable' };
    if (archive.entries.some(({ name }) => name.toLowerCase().startsWith('_xmlsignatures/'))) return { reason: 'signed' };
    const pack = new Package(archive, file);
    const workbook = await readWorkbook(pack, XLSX_LIMITS);
    const cover = await findCover(pack, workbook, header);
    if (!cover) return { reason: 'no-cover' };
    const cell = `${columnLetters(cover.column)}2`;
    if (cover.value === value) return { bytes: original, cell, before: value, parts: [] };
    const changed = await changedParts(pack, workbook, cover, value);
    if (!changed) return { reason: 'cell' };
    const encoder = new TextEncoder();
    const bytes = await replaceEntries(original, file, new Map([...changed].map(([path, xml]) => [pack.part(path).name, encoder.encode(xml)])));
    if (!bytes) return { reason: 'archive' };
    if (!await readsSo(bytes, original, file, header, value)) return { reason: 'cell' };
    return { bytes, cell, before: cover.value, parts: [...changed.keys()].map((path) => pack.part(path).name).sort() };
  } catch (error) {
    if (error instanceof ProblemError) return { reason: 'unreadable' };
    throw error;
  }
}
