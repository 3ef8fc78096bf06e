/** What was submitted: rows of roster sheets by student, a correction lying over what it corrects. */
import type { StudentKey } from '../core/record.ts';
import type { Table } from '../core/table.ts';
import { keyText } from '../core/student-key.ts';
import { bind } from '../mapping/bind.ts';
import type { CompiledMapping } from '../mapping/compile.ts';
import { plainId, studentKeyOf } from './student-key.ts';

/** Rows of one student in one sheet. */
export interface SentStudent {
  readonly key: StudentKey;
  /** Cell texts by canonical field, id and birth date left out. */
  readonly rows: readonly ReadonlyMap<string, string>[];
}

/** One sheet of what was submitted. */
export interface SentSheet {
  /** Mapping that wrote it; also tells the sheet from others of the same title. */
  readonly mapping: CompiledMapping;
  readonly students: ReadonlyMap<string, SentStudent>;
}

/** By the id of the sheet's mapping. */
export type Sent = ReadonlyMap<string, SentSheet>;

const KEY = ['idNumber', 'birthDate'];

/** Reads a sheet of a roster workbook that we wrote. */
export async function readSentSheet(table: Table, mapping: CompiledMapping): Promise<SentSheet> {
  const { columns } = bind(mapping, table.header);
  const cell = (cells: readonly string[], field: string): string => cells[columns.find(({ column }) => column.to === field)?.index ?? -1] ?? '';
  const fields = columns.filter(({ column }) => !KEY.includes(column.to));
  const students = new Map<string, { key: StudentKey; rows: ReadonlyMap<string, string>[] }>();
  for await (const batch of table.rows()) {
    for (const { cells } of batch) {
      const [id, birth] = [cell(cells, 'idNumber'), cell(cells, 'birthDate')];
      // A policy may let pass what is no key; it still tells its student from others.
      const key = studentKeyOf(id, birth) ?? { idNumber: plainId(id), birthDate: birth };
      const student = students.get(keyText(key)) ?? { key, rows: [] };
      students.set(keyText(key), student);
      student.rows.push(new Map(fields.map(({ column, index }) => [column.to, cells[index] ?? ''])));
    }
  }
  return { mapping, students };
}

/** A student whose rows in a sheet a correction took away altogether. */
export interface Removed {
  readonly mapping: string;
  readonly key: StudentKey;
}

/** One submission: a whole one, or a correction of what came before it. */
export interface SentPart {
  readonly sheets: readonly SentSheet[];
  readonly removed: readonly Removed[];
}

/** What stands after all parts, the whole submission first: a student's rows in a sheet are replaced together. */
export function sentAfter(parts: readonly SentPart[]): Sent {
  const sent = new Map<string, { mapping: CompiledMapping; students: Map<string, SentStudent> }>();
  for (const { sheets, removed } of parts) {
    for (const { mapping, students } of sheets) {
      const sheet = sent.get(mapping.id) ?? { mapping, students: new Map<string, SentStudent>() };
      sent.set(mapping.id, sheet);
      for (const [key, student] of students) sheet.students.set(key, student);
    }
    for (const { mapping, key } of removed) sent.get(mapping)?.students.delete(keyText(key));
  }
  return sent;
}

/** Students and sheets that the parts speak of, as `<mapping> <key>`: all a receipt for corrections alone must have. */
export function touchedBy(parts: readonly SentPart[]): ReadonlySet<string> {
  return new Set(parts.flatMap(({ sheets, removed }) => [
    ...sheets.flatMap(({ mapping, students }) => [...students.keys()].map((key) => `${mapping.id} ${key}`)),
    ...removed.map(({ mapping, key }) => `${mapping} ${keyText(key)}`),
  ]));
}
