/** What every canonical record has, whatever its type; the full types are generated into `model.ts`. */

export const RECORD_TYPES = [
  'school', 'student', 'enrolment', 'cadre', 'absence', 'coursePlanRow', 'courseRecord', 'courseWork',
  'performance', 'consultation', 'statement', 'attachment', 'certification', 'selection', 'reply',
] as const;

export type RecordType = (typeof RECORD_TYPES)[number];

/** Where a record came from; file and sheet names are kept once, with the input. */
export interface Source {
  /** Id of the input file (see `store/port.ts`). */
  readonly input: string;
  /** Index of the table within the input, in file order. */
  readonly table: number;
  /** 1-based spreadsheet row. */
  readonly row: number;
}

/** The student key (RULE-403): the pair, never the id alone. */
export interface StudentKey {
  readonly idNumber: string;
  /** ISO date. */
  readonly birthDate: string;
}

/** A record as mapping makes it and the store keeps it; the generated types narrow it. */
export interface CanonicalRecord {
  readonly type: RecordType;
  /** Which of the type's kinds, where it has kinds (course records, works, performances). */
  readonly kind?: string;
  readonly school: string;
  /** `114-1`; `114-0` for yearly data. */
  readonly term: string;
  readonly idNumber?: string;
  readonly birthDate?: string;
  readonly source: Source;
  /** Source text by field, only where printing the value would not give the same text back. */
  readonly raw?: Readonly<Record<string, string>>;
  /** Columns the mapping does not know, by header text. */
  readonly extra?: Readonly<Record<string, string>>;
  readonly [field: string]: unknown;
}
