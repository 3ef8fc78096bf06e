/**
 * What a correction carries: of every sheet, all rows of the students whose rows changed since, or that are to be sent
 * again, and nothing of anybody else. A roster cannot say that a row is gone, so a student's rows in a sheet are replaced together; who has none left
 * is listed beside the rosters.
 */
import type { RosterPlan } from '../../package/workbooks.ts';
import type { RemovedRows } from '../../store/port.ts';
import { byStudent, sheetKey, studentOf, type SheetStudents } from './submitted.ts';

export interface Correction {
  readonly rosters: readonly RosterPlan[];
  readonly removed: readonly RemovedRows[];
  /** Students with anything changed, as {@link studentOf} names them. */
  readonly students: ReadonlySet<string>;
}

/** The same rows are the same whatever order they or their columns are in. */
function content(rows: readonly Readonly<Record<string, string>>[] | undefined): string {
  return JSON.stringify((rows ?? []).map((row) => JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)))).sort());
}

/** Students of a sheet whose rows are other ones than before. */
function changedIn(now: SheetStudents, before: SheetStudents): ReadonlySet<string> {
  return new Set([...now.keys(), ...before.keys()].filter((student) => content(now.get(student)) !== content(before.get(student))));
}

const NOBODY: SheetStudents = new Map();

/** True for a sheet of a student that is to be sent again though nothing of it changed. */
export type Resent = (roster: string, title: string, student: string) => boolean;

/**
 * @param now what a whole submission would hold
 * @param before what was submitted, by {@link sheetKey}
 */
export function correctionOf(now: readonly RosterPlan[], before: ReadonlyMap<string, SheetStudents>, resent: Resent = () => false): Correction {
  const removed: RemovedRows[] = [];
  const students = new Set<string>();
  const rosters = now.map((roster): RosterPlan => ({
    ...roster,
    sheets: roster.sheets.map((sheet) => {
      const own = byStudent(sheet);
      const changed = new Set([
        ...changedIn(own, before.get(sheetKey(roster.file, sheet.title)) ?? NOBODY),
        ...[...own.keys()].filter((student) => resent(roster.roster, sheet.title, student)),
      ]);
      for (const student of changed) {
        students.add(student);
        if (!own.has(student)) removed.push({ file: roster.file, roster: roster.roster, rosterType: roster.rosterType, sheet: sheet.title, student });
      }
      const whose = (cells: readonly string[]): string => studentOf(Object.fromEntries(sheet.header.map((name, at) => [name, cells[at] ?? ''])));
      return { ...sheet, rows: sheet.rows.filter((cells) => changed.has(whose(cells))) };
    }),
  }));
  removed.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  return { rosters, removed, students };
}
