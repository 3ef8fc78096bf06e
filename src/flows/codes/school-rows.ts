/** What a school has in a term, as the comparison takes it. */
import type { CanonicalRecord } from '../../core/record.ts';
import { parseTerm, type Term } from '../../core/term.ts';
import type { SchoolStore } from '../../store/port.ts';
import type { CourseRow, StudentRow, TakenRow } from './compare/model.ts';

/** Rows that say what is taken this term; the other kinds speak of other terms. */
export const OF_THE_TERM: readonly (string | undefined)[] = ['regular', 'nightRegular'];

export interface SchoolRows {
  readonly taken: readonly TakenRow[];
  readonly students: readonly StudentRow[];
  readonly courses: readonly CourseRow[];
  /** The record each row was made from. */
  readonly records: ReadonlyMap<TakenRow | CourseRow | StudentRow, CanonicalRecord>;
  /** Student records by `who`. */
  readonly people: ReadonlyMap<string, CanonicalRecord>;
}

const text = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value.trim() : null);
const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/** Tells students apart within a run; rows without a student stand for themselves. */
export function whoOf({ idNumber, birthDate, source }: Pick<CanonicalRecord, 'idNumber' | 'birthDate' | 'source'>): string {
  return idNumber === undefined ? `${source.input}:${source.table}:${source.row}` : `${idNumber} ${birthDate ?? ''}`;
}

function takenRow(record: CanonicalRecord, student: CanonicalRecord | undefined): TakenRow {
  const night = record['division'] === 'night';
  return {
    who: whoOf(record), division: night ? 'night' : 'day', grade: number(student?.['grade']) ?? number(record['grade']),
    className: text(student?.['className']) ?? text(record['className']),
    code: text(record['courseCode']), name: text(record['subjectName']) ?? '', credits: number(record[night ? 'hours' : 'credits']),
    scored: number(record['score']) !== null,
  };
}

function studentRow(record: CanonicalRecord, visiting: boolean): StudentRow {
  return { who: whoOf(record), grade: number(record['grade']), className: text(record['className']), groupCode: text(record['groupCode']), department: text(record['departmentCode']), visiting };
}

/** Columns of one vendor's table that have no field of their own, under the keys the mappings give them. */
const extra = ({ extra: bag }: CanonicalRecord, key: string): string | null => text(bag?.[key]);

function courseRow(record: CanonicalRecord): CourseRow {
  const attribute = text(record['attribute']);
  const whole = attribute?.length === 4 ? attribute : null;
  return {
    code: text(record['courseCode']), name: text(record['subjectName']) ?? '', year: number(record['entryYear']) ?? number(record['planYear']),
    group: extra(record, 'plangroup'), groupCode: text(record['groupCode']), department: text(record['departmentCode']), classGroup: text(record['classGroup']),
    governing: text(record['governing']), requiredElective: text(record['requiredElective']),
    category: whole?.charAt(0) ?? text(record['category']), attribute: whole?.charAt(1) ?? extra(record, 'subjectattribute'), domain: whole?.slice(2) ?? text(record['domain']),
    termCredits: text(record['termCredits']), termOpenTypes: text(record['termOpenTypes']),
    // Only a table with a row a term has plain credits.
    ...perTerm(record),
  };
}

function perTerm(record: CanonicalRecord): { term: Term | null; credits: number | null } {
  const credits = number(record['credits']);
  return { term: credits === null ? null : parseTerm(record.term), credits };
}

/** The 104 and 107 editions had no course codes; their lists of subjects cannot be compared with a plan. */
const hasCodes = (record: CanonicalRecord): boolean => text(record['courseCode']) !== null || text(record['subjectCode']) === null;

/** @param uncoded rows of the term that lack a code and are in no roster */
export async function schoolRows(store: SchoolStore, term: string, uncoded: readonly CanonicalRecord[]): Promise<SchoolRows> {
  const taken: TakenRow[] = [];
  const students: StudentRow[] = [];
  const records = new Map<TakenRow | CourseRow | StudentRow, CanonicalRecord>();
  const people = new Map<string, CanonicalRecord>();
  const add = <T extends TakenRow | CourseRow | StudentRow>(row: T, record: CanonicalRecord, to: T[]): void => {
    to.push(row);
    records.set(row, record);
  };
  for await (const { records: own } of store.students(term, ['student', 'courseRecord', 'enrolment'])) {
    const student = own.find(({ type }) => type === 'student');
    if (student) {
      people.set(whoOf(student), student);
      add(studentRow(student, own.some(({ type, kind }) => type === 'enrolment' && kind === 'visiting')), student, students);
    }
    for (const record of own) if (record.type === 'courseRecord' && OF_THE_TERM.includes(record.kind)) add(takenRow(record, student), record, taken);
  }
  for (const record of uncoded) add(takenRow(record, people.get(whoOf(record))), record, taken);
  const courses: CourseRow[] = [];
  for await (const batch of store.keyless(term)) {
    for (const record of batch) {
      if (record.type === 'courseRecord' && OF_THE_TERM.includes(record.kind)) add(takenRow(record, undefined), record, taken);
      else if (record.type === 'coursePlanRow' && hasCodes(record)) add(courseRow(record), record, courses);
    }
  }
  return { taken, students, courses, records, people };
}

/** Codes that anybody took in a term; null where the term has no course at all. */
export async function codesTaken(store: SchoolStore, term: string): Promise<ReadonlySet<string> | null> {
  const codes = new Set<string>();
  for (const kind of OF_THE_TERM) {
    for await (const batch of store.records(term, 'courseRecord', kind)) for (const record of batch) codes.add(text(record['courseCode']) ?? '');
  }
  return codes.size === 0 ? null : codes;
}
