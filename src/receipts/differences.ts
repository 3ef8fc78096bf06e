/** What a comparison came to: counts that add up, and one difference a row, masked. */
import { FIELDS } from '../core/fields.ts';
import { mask, maskId, type Privacy } from '../core/mask.ts';
import type { Bilingual, Params } from '../core/problem.ts';
import { PROBLEMS } from '../core/problems/index.ts';
import type { StudentKey } from '../core/record.ts';
import { textIn } from '../core/text.ts';
import { digestKey } from './compare/files.ts';
import type { Reconciliation, SheetOutcome, StudentOutcome } from './compare/reconcile.ts';
import type { ComparedRow, FieldDifference } from './compare/sheet.ts';
import { plainId } from './student-key.ts';

export interface Difference {
  /** 分頁 as the receipt calls it. */
  readonly sheet: string;
  /** Masked id. */
  readonly student: string;
  /** Keyed reference; null for somebody we do not know. */
  readonly ref: string | null;
  readonly type: 'ours-only' | 'theirs-only' | 'unequal';
  /** What the row is about: the values of the fields it is known by, masked. */
  readonly row: readonly string[];
  /** Masked by the field; for rows that stand alone, the fields they are known by. */
  readonly fields: readonly { readonly field: string; readonly ours: string | null; readonly theirs: string | null }[];
  /** What happened, in a few words: another file has others than another text. */
  readonly title: Bilingual;
  readonly message: Bilingual;
  readonly why: Bilingual;
  readonly fix: Bilingual;
}

/** Rows by outcome: ours = matched + changed + missing, theirs = matched + changed + extra; kept are neither. */
export interface RowTally {
  readonly matched: number;
  readonly missing: number;
  readonly extra: number;
  readonly changed: number;
  readonly kept: number;
}

const TALLIED = { equal: 'matched', 'ours-only': 'missing', 'theirs-only': 'extra', unequal: 'changed', kept: 'kept' } as const;
const CODES = { 'ours-only': 'reconcile/not-received', 'theirs-only': 'reconcile/not-sent', unequal: 'reconcile/received-otherwise' } as const;

/** Counts every row of either side once. */
export function tally({ students }: Reconciliation): RowTally {
  const counts = { matched: 0, missing: 0, extra: 0, changed: 0, kept: 0 };
  for (const { sheets } of students) for (const { rows } of sheets) for (const { type } of rows) counts[TALLIED[type]] += 1;
  return counts;
}

/** Texts that are equal beside a file that is not are a difference of the file. */
function codeOf(type: keyof typeof CODES, fields: readonly FieldDifference[]): string {
  return type === 'unequal' && fields.every(({ header }) => digestKey(header) !== null) ? 'reconcile/other-file' : CODES[type];
}

function words(code: string, params: Params): Pick<Difference, 'title' | 'message' | 'why' | 'fix'> {
  const { title, message, why, fix } = PROBLEMS[code]!;
  const both = (text: Bilingual): Bilingual => ({ 'zh-TW': textIn('zh-TW', text, params), en: textIn('en', text, params) });
  return { title, message: both(message), why: both(why), fix: both(fix) };
}

function privacyOf({ plan }: SheetOutcome, field: string): Privacy {
  return FIELDS[plan!.mapping.definition.record][field]?.privacy ?? 'text';
}

/** A field as it may be shown; a digest is no text of the student's. */
function maskedField(sheet: SheetOutcome, { field, header, ours, theirs }: FieldDifference, type: ComparedRow['type']): Difference['fields'][number] {
  const privacy: Privacy = digestKey(header) === null ? privacyOf(sheet, field) : 'none';
  return { field: header, ours: type === 'theirs-only' ? null : mask(privacy, ours), theirs: type === 'ours-only' ? null : mask(privacy, theirs) };
}

function ofStudent(kind: string, student: StudentOutcome, refOf: (key: StudentKey) => string): Difference[] {
  const id = student.key?.idNumber ?? plainId(student.received?.idNumber ?? '');
  return student.sheets.flatMap((sheet) => sheet.rows.flatMap(({ type, fields, about }): Difference[] => {
    if (type === 'equal' || type === 'kept') return [];
    return [{
      sheet: sheet.title, student: maskId(id), ref: student.key && refOf(student.key), type,
      row: about.map(({ field, ours }) => mask(privacyOf(sheet, field), ours)),
      fields: fields.map((field) => maskedField(sheet, field, type)),
      ...words(codeOf(type, fields), { kind, sheet: sheet.title, columns: fields.map(({ header }) => `「${header}」`).join('') }),
    }];
  }));
}

/** One difference a row, students in the order of the comparison. */
export function differencesOf(kind: string, { students }: Reconciliation, refOf: (key: StudentKey) => string): readonly Difference[] {
  return students.flatMap((student) => ofStudent(kind, student, refOf));
}
