/** One student of a receipt: the key, and a list of rows by sheet title. */
import { ProblemError } from '../../core/problem.ts';
import type { ReceiptRow, ReceiptStudent } from '../content.ts';
import { isObject, type JsonObject } from './json-object.ts';

/** What id and birth date may be called: the headers every known system has for them. */
export interface KeyNames {
  readonly idNumber: ReadonlySet<string>;
  readonly birthDate: ReadonlySet<string>;
}

type Refuse = (detail: string) => Error;

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '');

function rowsOf(title: string, list: readonly unknown[], refuse: Refuse): readonly ReceiptRow[] {
  return list.map((row, at) => {
    if (!isObject(row)) throw refuse(`「${title}」[${at}]`);
    return row;
  });
}

/** A row that names somebody else would be shown to the wrong person. */
function refuseOthers(student: ReceiptStudent, names: KeyNames, file: string): void {
  const plain = (text: string): string => text.normalize('NFKC').trim().toUpperCase();
  for (const [sheet, rows] of student.sheets) {
    for (const [at, row] of rows.entries()) {
      const other = Object.entries(row).find(([name, id]) => names.idNumber.has(name.trim()) && typeof id === 'string' && id !== '' && plain(id) !== plain(student.idNumber));
      if (other) throw new ProblemError({ code: 'receipt/row-of-another', params: {}, file, sheet, row: at + 1 });
    }
  }
}

export interface ReadStudent {
  readonly student: ReceiptStudent;
  /** What is said of the student beside key and lists. */
  readonly about: JsonObject;
}

export type KnownKey = Partial<Pick<ReceiptStudent, 'idNumber' | 'birthDate'>>;

/**
 * @param key who it is, for files that say it elsewhere
 * @throws what `refuse` makes when a list holds anything but objects, or nothing says whose rows these are
 * @throws ProblemError `receipt/row-of-another`
 */
export function readStudent(value: JsonObject, names: KeyNames, file: string, refuse: Refuse, key: KnownKey = {}): ReadStudent {
  let { idNumber = '', birthDate = '' } = key;
  const sheets = new Map<string, readonly ReceiptRow[]>();
  const about: Record<string, unknown> = {};
  for (const [name, content] of Object.entries(value)) {
    const title = name.trim();
    if (names.idNumber.has(title)) idNumber ||= textOf(content);
    else if (names.birthDate.has(title)) birthDate ||= textOf(content);
    else if (Array.isArray(content)) sheets.set(title, [...(sheets.get(title) ?? []), ...rowsOf(title, content, refuse)]);
    else about[title] = content;
  }
  if (idNumber === '') throw refuse('身分證號');
  const student = { idNumber, birthDate, sheets };
  refuseOthers(student, names, file);
  return { student, about };
}
