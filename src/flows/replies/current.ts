/** What became of submitted rows: the record that still says the same, or the one that took its place. */
import { printedHeader, printRow } from '../../mapping/invert.ts';
import type { CompiledMapping } from '../../mapping/compile.ts';
import type { CanonicalRecord, StudentKey } from '../../core/record.ts';
import type { SchoolStore } from '../../store/port.ts';
import { fits } from '../submit/rows.ts';

/** A submitted row and the sheet's mapping. */
export interface SubmittedRow {
  readonly mapping: CompiledMapping;
  readonly header: readonly string[];
  readonly cells: readonly string[];
}

export interface CurrentRow {
  /** The record that would be written as the very same row, or the same student's that is most like it; null when the student has none there. */
  readonly record: CanonicalRecord | null;
  readonly unchanged: boolean;
  /** Of the submitted row; null when its key cannot be read. */
  readonly student: StudentKey | null;
}

/** The row in the order in which the mapping writes its columns; a workbook leaves out blank cells at the end. */
function ordered({ mapping, header, cells }: SubmittedRow): readonly string[] {
  return printedHeader(mapping).map((name) => cells[header.indexOf(name)] ?? '');
}

const textOf = (cells: readonly string[]): string => JSON.stringify(cells);

function keyOf(mapping: CompiledMapping, cells: readonly string[]): StudentKey | null {
  const read = (field: string): unknown => {
    const at = mapping.columns.findIndex(({ to }) => to === field);
    return at < 0 || (cells[at] ?? '') === '' ? undefined : mapping.columns[at]!.read(cells[at]!, 's').value;
  };
  const [idNumber, birthDate] = [read('idNumber'), read('birthDate')];
  return typeof idNumber === 'string' && typeof birthDate === 'string' ? { idNumber, birthDate } : null;
}

interface Candidate {
  readonly record: CanonicalRecord;
  readonly alike: number;
}

/** What each of the rows is now, in their order. Reads the records of each sheet once. */
export async function currentRows(store: SchoolStore, term: string, rows: readonly SubmittedRow[]): Promise<readonly CurrentRow[]> {
  const wanted = rows.map((row) => {
    const cells = ordered(row);
    return { mapping: row.mapping, cells, text: textOf(cells), student: keyOf(row.mapping, cells), same: null as CanonicalRecord | null, nearest: null as Candidate | null };
  });
  for (const [mapping, ofSheet] of Map.groupBy(wanted, (row) => row.mapping)) {
    const byText = Map.groupBy(ofSheet, ({ text }) => text);
    const byStudent = Map.groupBy(ofSheet, ({ student }) => (student === null ? '' : JSON.stringify([student.idNumber, student.birthDate])));
    const { record: type, constants } = mapping.definition;
    for await (const batch of store.records(term, type, constants['kind'])) {
      for (const record of batch) {
        const own = byStudent.get(JSON.stringify([record.idNumber, record.birthDate]));
        if (!own || !fits(mapping, record)) continue;
        const cells = printRow(mapping, record);
        for (const row of byText.get(textOf(cells)) ?? []) row.same ??= record;
        for (const row of own) {
          const alike = cells.filter((cell, at) => cell === row.cells[at]).length;
          if (row.nearest === null || alike > row.nearest.alike) row.nearest = { record, alike };
        }
      }
    }
  }
  return wanted.map(({ same, nearest, student }) => ({ record: same ?? nearest?.record ?? null, unchanged: same !== null, student }));
}
