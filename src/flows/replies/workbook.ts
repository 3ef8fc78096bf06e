/** The workbooks that were submitted, sheet by sheet. */
import type { ByteSource } from '../../core/bytes.ts';
import { Fault } from '../../core/fault.ts';
import { ProblemError } from '../../core/problem.ts';
import { openInput } from '../../formats/open.ts';
import type { PastSubmission, SchoolStore } from '../../store/port.ts';
import type { Services } from '../services.ts';
import { submittedWorkbook } from '../submit/evidence.ts';

export interface PackedSheet {
  readonly title: string;
  readonly header: readonly string[];
  /** Cells by spreadsheet row; the header is row 1. */
  readonly rows: ReadonlyMap<number, readonly string[]>;
}

/** A workbook of an accepted submission. */
export interface PackedWorkbook {
  readonly submission: PastSubmission;
  readonly rosterType: string;
  /** `學生成績名冊`. */
  readonly roster: string;
  /** Sheets with rows; null when the workbook is nowhere any more. */
  readonly sheets: () => Promise<readonly PackedSheet[] | null>;
}

/** The workbook's bytes; null where neither the store nor the outbox has them any more. */
async function bytesOf(services: Services, store: SchoolStore, submission: PastSubmission, roster: PastSubmission['rosters'][number]): Promise<ByteSource | null> {
  try {
    return await submittedWorkbook(services, store, submission, roster);
  } catch (error) {
    if (error instanceof ProblemError) return null;
    throw error;
  }
}

async function sheetsOf(source: ByteSource | null, file: string): Promise<readonly PackedSheet[] | null> {
  if (source === null) return null;
  const opened = await openInput(source, file, { encodings: [] });
  if (opened.kind !== 'file') throw new Fault('store/damaged', { what: file, detail: 'not a workbook' });
  try {
    return await Promise.all(opened.file.tables.map(async ({ sheet, header, rows }) => ({
      title: sheet, header, rows: new Map((await Array.fromAsync(rows())).flat().map(({ row, cells }) => [row, cells])),
    })));
  } finally {
    await opened.file.close();
  }
}

/** Of a submission that does not say: `預檢_學生成績名冊.xlsx` and `學生成績名冊.xlsx` are one roster. */
function rosterOf(file: string): string {
  return file.replace(/\.[^.]+$/, '').replace(/^預檢_/, '');
}

/** Every workbook submitted for a term, newest first; each is read once, when it is asked for. */
export function packedWorkbooks(services: Services, store: SchoolStore, term: string): readonly PackedWorkbook[] {
  return store.submissions({ term }).toReversed().flatMap((submission) => submission.rosters.map((roster): PackedWorkbook => {
    const { rosterType, file, roster: name = rosterOf(file) } = roster;
    let reading: ReturnType<typeof sheetsOf> | undefined;
    return { submission, rosterType, roster: name, sheets: () => (reading ??= bytesOf(services, store, submission, roster).then((source) => sheetsOf(source, file))) };
  }));
}
