/** Reading canonical records in rules: a field is absent (undefined), explicitly without a value (null), or has one. */
import { type CourseCode, parseCourseCode } from '../core/course-code.ts';
import type { CanonicalRecord, RecordType } from '../core/record.ts';

/** A text field; undefined when absent, null, or not a text. */
export function textOf(record: CanonicalRecord, field: string): string | undefined {
  const value = record[field];
  return typeof value === 'string' ? value : undefined;
}

/** A number field; null for the roster's explicit "-1", undefined when absent. */
export function numberOf(record: CanonicalRecord, field: string): number | null | undefined {
  const value = record[field];
  return typeof value === 'number' || value === null ? value : undefined;
}

/** A pass column: true, false, null for "-1", undefined when absent. */
export function flagOf(record: CanonicalRecord, field: string): boolean | null | undefined {
  const value = record[field];
  return typeof value === 'boolean' || value === null ? value : undefined;
}

/** The segments of a record's course code; null where it has none, or one of another form. */
export function courseCodeOf(record: CanonicalRecord): CourseCode | null {
  return parseCourseCode(textOf(record, 'courseCode') ?? '');
}

/** A parameter that is a number, by its name in `context.params`. */
export function numberParam(params: Readonly<Record<string, unknown>>, name: string): number {
  const value = params[name];
  if (typeof value !== 'number') throw new TypeError(`parameter ${name} is not a number`);
  return value;
}

/** A parameter that is a list of texts. */
export function textsParam(params: Readonly<Record<string, unknown>>, name: string): readonly string[] {
  const value = params[name];
  if (!Array.isArray(value) || !value.every((item) => typeof item === 'string')) throw new TypeError(`parameter ${name} is not a list of texts`);
  return value;
}

/** A parameter that is a list of numbers. */
export function numbersParam(params: Readonly<Record<string, unknown>>, name: string): readonly number[] {
  const value = params[name];
  if (!Array.isArray(value) || !value.every((item) => typeof item === 'number')) throw new TypeError(`parameter ${name} is not a list of numbers`);
  return value;
}

/** The record a finding about the student as a person should point to: the roster's row if there is one. */
export function personRecord(records: readonly CanonicalRecord[]): CanonicalRecord | undefined {
  return records.find((record) => record.type === 'student') ?? records[0];
}

/** Record types whose rows start with the student key (RULE-403). */
export const KEYED_TYPES: readonly RecordType[] = ['student', 'enrolment', 'cadre', 'absence', 'courseRecord', 'courseWork', 'performance'];

/** Order of the school's own rows: students come in an order that differs from store to store, and no finding may depend on it. */
export function bySource({ source: a }: CanonicalRecord, { source: b }: CanonicalRecord): number {
  if (a.input !== b.input) return a.input < b.input ? -1 : 1;
  return a.table - b.table || a.row - b.row;
}

/** Of what was met so far and a student's first record, the one that stands first. */
export function firstOf(met: CanonicalRecord | undefined, [record]: readonly CanonicalRecord[]): CanonicalRecord | undefined {
  return met === undefined || (record !== undefined && bySource(record, met) < 0) ? record : met;
}
