/**
 * Records as rows: field names stand once per slot and load (its layout), each record is an array of values.
 * JSON has no "absent", so null stands for it; a real null is `[]` and an array is wrapped in one more.
 */
import type { CanonicalRecord, RecordType, StudentKey } from '../core/record.ts';

/** Field names in column order; it only ever grows at the end, so that rows written before stay readable. */
export class Layout {
  readonly fields: string[] = [];
  readonly #columns = new Map<string, number>();

  column(field: string): number {
    const known = this.#columns.get(field);
    if (known !== undefined) return known;
    const column = this.fields.push(field) - 1;
    this.#columns.set(field, column);
    return column;
  }
}

/** What is the same for every record of a document and therefore not in its rows. */
export interface DocumentPlace {
  readonly school: string;
  readonly term: string;
  readonly type: string;
  readonly kind: string;
  readonly input: string;
}

/** Number of cells in front of the fields: table and row of the source. */
const SOURCE_CELLS = 2;

/** One record as JSON text. `keyed` leaves id and birth date out: the document has them. */
export function encodeRow(record: CanonicalRecord, layout: Layout, keyed: boolean): string {
  const cells: unknown[] = [record.source.table, record.source.row];
  for (const field in record) {
    if (field === 'type' || field === 'kind' || field === 'school' || field === 'term' || field === 'source') continue;
    if (keyed && (field === 'idNumber' || field === 'birthDate')) continue;
    const value = record[field];
    if (value === undefined) continue;
    const cell = layout.column(field) + SOURCE_CELLS;
    while (cells.length < cell) cells.push(null);
    cells[cell] = value === null ? [] : encodeValue(field, value);
  }
  return JSON.stringify(cells);
}

function encodeValue(field: string, value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError(`the field ${field} holds a number that cannot be kept`);
  return Array.isArray(value) ? [value] : value;
}

/** The text of a document: `[idNumber, birthDate, row, row…]`, the first two null where no student is. */
export function documentText(student: StudentKey | null, rows: string): string {
  return `[${JSON.stringify(student?.idNumber ?? null)},${JSON.stringify(student?.birthDate ?? null)},${rows}]`;
}

export interface DecodedDocument {
  readonly student: StudentKey | null;
  readonly records: CanonicalRecord[];
}

/** The other way round. */
export function decodeDocument(text: string, place: DocumentPlace, fields: readonly string[]): DecodedDocument {
  const [idNumber, birthDate, ...rows] = JSON.parse(text) as [string | null, string | null, ...unknown[][]];
  const student = idNumber === null || birthDate === null ? null : { idNumber, birthDate };
  const records = rows.map((cells) => {
    const record: Record<string, unknown> = { type: place.type as RecordType };
    if (place.kind !== '') record['kind'] = place.kind;
    record['school'] = place.school;
    record['term'] = place.term;
    if (student) {
      record['idNumber'] = student.idNumber;
      record['birthDate'] = student.birthDate;
    }
    record['source'] = { input: place.input, table: cells[0], row: cells[1] };
    for (let cell = SOURCE_CELLS; cell < cells.length; cell++) {
      const value = cells[cell];
      if (value === null) continue;
      record[fields[cell - SOURCE_CELLS] as string] = Array.isArray(value) ? (value.length === 0 ? null : value[0]) : value;
    }
    return record as CanonicalRecord;
  });
  return { student, records };
}
