/** What a submission and its corrections came to: the rows of every roster sheet by student, read from the workbooks that were submitted. */
import { basename } from 'node:path';
import type { StudentKey } from '../../core/record.ts';
import { openXlsx } from '../../formats/xlsx/read.ts';
import type { RosterSheet } from '../../package/roster.ts';
import { studentKeyOf } from '../../receipts/student-key.ts';
import type { PastSubmission, SchoolStore } from '../../store/port.ts';
import type { Services } from '../services.ts';
import { submittedWorkbook } from './evidence.ts';

/** Rows of one sheet by student: id and birth date as they are written, with a blank between. */
export type SheetStudents = ReadonlyMap<string, readonly Readonly<Record<string, string>>[]>;

/** Headers of the student key in rosters (RULE-403). */
const KEY = ['身分證號', '出生日期'] as const;

/** The student of a row, as text; rows of nobody in particular go by the empty text. */
export function studentOf(row: Readonly<Record<string, string>>): string {
  return KEY.map((header) => row[header] ?? '').join(' ');
}

/** The key of a student that {@link studentOf} names; null where that is none. */
export function keyOfStudent(student: string): StudentKey | null {
  const [id = '', birth = ''] = student.split(' ');
  return studentKeyOf(id, birth);
}

/** Rows of a sheet by header and student, blank cells left out: a column that was added and is empty changes nothing. */
export function byStudent({ header, rows }: Pick<RosterSheet, 'header' | 'rows'>): SheetStudents {
  const plain = rows.map((cells) => Object.fromEntries(header.flatMap((name, at) => (cells[at] ? [[name, cells[at]]] : []))));
  return Map.groupBy(plain, studentOf);
}

/** Names a sheet by its workbook in the package: rosters share titles. */
export function sheetKey(file: string, title: string): string {
  return `${file}\0${title}`;
}

/** The submission with all it corrects, oldest first. */
export function chainOf(all: readonly PastSubmission[], last: PastSubmission): readonly PastSubmission[] {
  const before = last.corrects === undefined ? undefined : all.find(({ number }) => number === last.corrects);
  return before ? [...chainOf(all, before), last] : [last];
}

/**
 * @param chain the whole submission first, then its corrections
 * @returns by {@link sheetKey}
 * @throws ProblemError `receipt/evidence-gone`
 */
export async function submittedRows(services: Services, store: SchoolStore, chain: readonly PastSubmission[]): Promise<ReadonlyMap<string, SheetStudents>> {
  const sheets = new Map<string, Map<string, readonly Readonly<Record<string, string>>[]>>();
  for (const submission of chain) {
    for (const roster of submission.rosters) {
      const book = await openXlsx(await submittedWorkbook(services, store, submission, roster), basename(roster.file));
      for (const { sheet, header, rows } of book.tables) {
        const key = sheetKey(roster.file, sheet);
        const cells = (await Array.fromAsync(rows())).flat().map((row) => row.cells);
        sheets.set(key, new Map([...sheets.get(key) ?? [], ...byStudent({ header, rows: cells })]));
      }
      await book.close();
    }
    for (const { file, sheet, student } of submission.removed ?? []) sheets.get(sheetKey(file, sheet))?.delete(student);
  }
  return sheets;
}
