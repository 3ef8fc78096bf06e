/** A student's sheet from what was received and compared. */
import { maskId } from '../../core/mask.ts';
import type { Bilingual } from '../../core/problem.ts';
import { bindKeys } from '../../receipts/compare/columns.ts';
import { digestKey } from '../../receipts/compare/files.ts';
import type { SheetOutcome, StudentOutcome } from '../../receipts/compare/reconcile.ts';
import type { ComparedRow } from '../../receipts/compare/sheet.ts';
import type { StudentRecord } from '../../receipts/confirm/record.ts';
import { standingOf } from '../../receipts/confirm/summary.ts';
import type { KeyNames } from '../../receipts/read/student.ts';
import { rowCells } from '../../receipts/row.ts';
import type { SheetCell, SheetKind, SheetRow, SheetTable, StudentSheet } from '../../report/sheet-model.ts';
import type { FileNames } from './file-names.ts';
import type { Seat } from './seats.ts';
import type { LineRecord } from './shelves.ts';
import { checkCode } from './students.ts';

/** A column of a table: the receipt's key, and the field it stands for. */
interface Column {
  readonly key: string;
  readonly field: string | null;
}

/** Columns as the receipt has them; where it has no row, as the roster has them. */
function columnsOf({ plan, rows }: SheetOutcome, names: KeyNames): readonly Column[] {
  const keys = new Set(rows.flatMap(({ theirs }) => (theirs ? [...rowCells(theirs).keys()] : [])));
  const shown = [...keys].filter((key) => !names.idNumber.has(key) && !names.birthDate.has(key));
  if (plan === null) return shown.map((key) => ({ key, field: null }));
  if (shown.length === 0) return plan.mapping.columns.filter(({ to }) => to !== 'idNumber' && to !== 'birthDate').map(({ to, definition }) => ({ key: definition.headers[0] ?? '', field: to }));
  const fields = new Map(bindKeys(plan.mapping, plan.others, shown).bound.map(({ key, field }) => [key, field]));
  return shown.map((key) => ({ key, field: fields.get(key) ?? null }));
}

function cellsOf({ type, ours, theirs, fields }: ComparedRow, columns: readonly Column[], fileOf: (cell: string) => string | null): readonly SheetCell[] {
  const received = theirs === null ? null : rowCells(theirs);
  return columns.map(({ key, field }): SheetCell => {
    const text = received === null ? (field === null ? '' : ours?.get(field) ?? '') : received.get(key)?.text ?? '';
    if (received === null) return { text, sent: null, file: fileOf(text) };
    // A digest goes by its own key, any other difference by the field.
    const different = type === 'unequal' ? fields.find((one) => (digestKey(one.header) === null ? one.field === field : one.header === key)) : undefined;
    return { text, sent: different ? different.ours : null, file: fileOf(text) };
  });
}

export interface KindInput {
  readonly line: LineRecord;
  readonly title: Bilingual;
  readonly student: StudentOutcome;
  readonly record: StudentRecord;
  readonly names: KeyNames;
  readonly files: FileNames;
}

/** Rows with their numbers in the list as received, which is how a doubt names them. */
function tableOf(sheet: SheetOutcome, { student, names, files }: Pick<KindInput, 'student' | 'names' | 'files'>): SheetTable {
  const columns = columnsOf(sheet, names);
  const titles = sheet.plan?.sheet.titles ?? [sheet.title];
  const order = titles.flatMap((title) => student.received?.sheets.get(title) ?? []);
  const rows = sheet.rows.map((row): SheetRow => ({
    number: row.theirs === null ? null : order.indexOf(row.theirs) + 1, mark: row.type, cells: cellsOf(row, columns, (cell) => (student.key ? files(student.key, cell) : null)),
  }));
  return { title: sheet.title, header: columns.map(({ key }) => key), rows: rows.sort((a, b) => (a.number ?? Infinity) - (b.number ?? Infinity)) };
}

/** One kind of the student's sheet. */
export function sheetKind(input: KindInput): SheetKind {
  const { line, title, student, record } = input;
  return {
    title, term: line.term, window: line.window && { from: line.window.from, to: line.window.to }, standing: standingOf(record),
    tables: student.sheets.map((sheet) => tableOf(sheet, input)),
    objections: record.objections.map(({ on, text, answers }) => ({ on, text, answers })),
  };
}

/** The sheet of one student over the kinds they are in. */
export function studentSheet(ref: string, idNumber: string, { name, className, seat }: Seat, kinds: readonly SheetKind[]): StudentSheet {
  return { name, className, seat, id: maskId(idNumber), code: checkCode(ref), kinds };
}
