/**
 * Which submitted row an error reply speaks of. A reply says roster and row number, and quotes the row: the workbook
 * whose row carries the quoted id is the one meant; without a quotation the newest with such a roster is.
 */
import { parseFileName } from '../../adapters/file-name.ts';
import type { CanonicalRecord } from '../../core/record.ts';
import type { KeptReply } from './kept.ts';
import type { LineCounts } from './settings.ts';
import type { PackedSheet, PackedWorkbook } from './workbook.ts';

/** Why no row can be said: no such submission, its workbook is not kept, several sheets have the row, no sheet has it, or the row is another's. */
export type Unplaced = 'no-submission' | 'no-workbook' | 'which-sheet' | 'no-row' | 'other-row';

export interface PlacedRow {
  readonly workbook: PackedWorkbook;
  readonly sheet: PackedSheet;
  /** Spreadsheet row of the submitted workbook. */
  readonly row: number;
  readonly cells: readonly string[];
  /** True when the quoted row names the same student; false when only the row number says it. */
  readonly quoted: boolean;
}

export interface PlacedReply {
  readonly input: string;
  readonly file: string;
  /** Of kind `error`. */
  readonly reply: CanonicalRecord;
  readonly at: PlacedRow | Unplaced;
}

const ID = /(?<![A-Z0-9])[A-Z][A-Z0-9]\d{8}(?![A-Z0-9])/g;

const textOf = (record: CanonicalRecord, field: string): string => (typeof record[field] === 'string' ? (record[field] as string).trim() : '');

/** Sheets the reply's roster may mean: all of the workbook's when it names that or nothing, else the one it names. */
function sheetsMeant({ roster, rosterType }: PackedWorkbook, sheets: readonly PackedSheet[], said: string): readonly PackedSheet[] {
  if (said === '' || said === roster || said === rosterType) return sheets;
  return sheets.filter(({ title }) => said === title || said === `${roster}_${title}` || said === `${roster}${title}`);
}

/** Between the cells of a quoted row, however it is quoted. */
const BETWEEN = /[\s,;|:"'{}[\]，；、：]+/;

/** Characters of a cell that is looked for as part of a text, where it holds what stands between cells. */
const TELLING = 3;

/** How many cells of the row are quoted, the id among them; 0 when nobody is, -1 when another student is. */
function agreement(quoted: string, cells: readonly string[]): number {
  const text = quoted.normalize('NFKC').toUpperCase();
  const ids: readonly string[] = text.match(ID) ?? [];
  if (ids.length === 0) return 0;
  const words = new Set(text.split(BETWEEN));
  const said = cells.map((cell) => cell.normalize('NFKC').toUpperCase()).filter((cell) => cell !== '' && (words.has(cell) || (cell.length >= TELLING && text.includes(cell))));
  return cells.some((cell) => ids.includes(cell)) ? said.length : -1;
}

/** Spreadsheet row of a line, by what lines count. */
const rowOf = (line: number, counts: LineCounts): number => (counts === 'sheet-rows' ? line : line + 1);

interface Try {
  readonly at: PlacedRow | Unplaced;
  /** As {@link agreement} says; 0 without a row. */
  readonly agrees: number;
}

const nowhere = (at: Unplaced): Try => ({ at, agrees: 0 });

/** One of several rows: the one most of which is quoted, or the only one where nothing is. */
function chosen(tries: readonly Try[]): Try {
  const rows = tries.filter(({ at }) => typeof at === 'object');
  const most = Math.max(...rows.map(({ agrees }) => agrees));
  const best = rows.filter(({ agrees }) => agrees === most);
  if (best.length === 0) return nowhere((['which-sheet', 'other-row', 'no-workbook'] as const).find((reason) => tries.some(({ at }) => at === reason)) ?? 'no-row');
  if (most < 0) return { at: 'other-row', agrees: most };
  return best.length === 1 ? best[0]! : nowhere('which-sheet');
}

/** One reply in one workbook. */
function tried(workbook: PackedWorkbook, sheets: readonly PackedSheet[], reply: CanonicalRecord, counts: LineCounts): Try {
  const { line } = reply;
  if (typeof line !== 'number') return nowhere('no-row');
  const quoted = textOf(reply, 'rowData');
  return chosen(sheetsMeant(workbook, sheets, textOf(reply, 'roster')).flatMap((sheet): Try[] => {
    const row = rowOf(line, counts);
    const cells = sheet.rows.get(row);
    if (!cells) return [];
    const agrees = agreement(quoted, cells);
    return [{ at: { workbook, sheet, row, cells, quoted: agrees > 0 }, agrees }];
  }));
}

/** Every way to read a file's replies: a submission and what its lines count, the likelier first. */
interface Reading {
  readonly workbooks: readonly PackedWorkbook[];
  readonly counts: LineCounts;
}

async function placedIn({ workbooks, counts }: Reading, errors: readonly CanonicalRecord[]): Promise<readonly Try[]> {
  const opened = await Promise.all(workbooks.map(async (workbook) => ({ workbook, sheets: await workbook.sheets() })));
  return errors.map((reply) => chosen(opened.map(({ workbook, sheets }) => (sheets === null ? nowhere('no-workbook') : tried(workbook, sheets, reply, counts)))));
}

const agreed = (tries: readonly Try[]): number => tries.reduce((sum, { agrees }) => sum + agrees, 0);
const rowsFound = (tries: readonly Try[]): number => tries.filter(({ at }) => typeof at === 'object').length;

export interface PlaceOptions {
  readonly lineCounts: LineCounts;
  /** Number of the submission somebody said the file speaks of; null for none. */
  readonly assigned: number | null;
}

/**
 * Places the errors of one reply file. All of them speak of one submission: the one that was assigned, else of those
 * there were when it came the one in which most of what is quoted is found, then most rows at all, of equals the newest.
 *
 * @param workbooks of the term, newest submission first
 */
export async function placeReplies({ input, file, latest, records }: KeptReply, workbooks: readonly PackedWorkbook[], { lineCounts, assigned }: PlaceOptions): Promise<readonly PlacedReply[]> {
  const errors = records.filter(({ kind }) => kind === 'error');
  const { rosterType } = parseFileName(file);
  const possible = workbooks.filter((workbook) => (rosterType === null || workbook.rosterType === rosterType) && (assigned === null ? workbook.submission.number <= latest : workbook.submission.number === assigned));
  const submissions = [...Map.groupBy(possible, ({ submission }) => submission.number)];
  const other: LineCounts = lineCounts === 'sheet-rows' ? 'data-rows' : 'sheet-rows';
  let best: readonly Try[] | null = null;
  for (const counts of [lineCounts, other]) {
    for (const [, workbooksOf] of submissions) {
      const tries = await placedIn({ workbooks: workbooksOf, counts }, errors);
      const more = best === null ? 1 : agreed(tries) - agreed(best);
      // The other way to count is believed only where quoted rows speak for it.
      if (more > 0 || (more === 0 && counts === lineCounts && rowsFound(tries) > rowsFound(best ?? []))) best = tries;
    }
  }
  return errors.map((reply, at) => ({ input, file, reply, at: best?.[at]?.at ?? 'no-submission' }));
}
