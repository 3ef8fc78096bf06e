/**
 * A rule is one object literal in one file; its id is the file's path below `src/rules`.
 * Rules are pure: no file, clock, network or randomness; what they need comes in the context.
 */
import type { SchoolCalendar } from '../core/calendar.ts';
import type { CoinedLookup } from '../core/coined.ts';
import type { CoursePlan } from '../core/filed-plan.ts';
import type { EarlierItems } from '../core/items/earlier.ts';
import type { Bilingual, Params, Severity } from '../core/problem.ts';
import type { CanonicalRecord, RecordType, StudentKey } from '../core/record.ts';

export type Certainty = 'A' | 'B' | 'C' | 'D' | 'T';

export interface RuleContext {
  readonly school: string;
  readonly term: string;
  /** ISO date the check is made for; given by the caller, never read from a clock. */
  readonly today: string;
  /** True when the code list has the value. Throws for a list that does not exist. */
  inList(list: string, value: string): boolean;
  /** The school's 造字 table (RULE-610); left out when nobody has one at hand. */
  readonly coined?: CoinedLookup;
  /** The school's calendar; left out, or without the term, when nobody has entered one. */
  readonly calendar?: SchoolCalendar;
  /** The plan the school has filed, all entry years; left out when none was taken in. */
  readonly plan?: CoursePlan;
  /** What was known of a student's items before; left out where nobody remembers. */
  readonly earlier?: (student: StudentKey) => EarlierItems;
  /** Parameters of the rule under way: its defaults, overridden by policy. */
  readonly params: Readonly<Record<string, unknown>>;
}

/** What a rule reports about a record; the engine adds place, severity and masking. */
export interface Hit {
  /** Canonical field the finding is about; the engine turns it into the school's own column name and value. */
  readonly field?: string;
  readonly params?: Params;
  /** The record concerned, where it is not the one being checked (student and school scope). */
  readonly record?: CanonicalRecord;
  /** A second record the finding points to; the message may use `{otherSheet}` and `{otherRow}`. */
  readonly other?: CanonicalRecord;
  /** Which of the rule's severities applies, where it has two. */
  readonly severity?: Severity;
}

interface RuleBase {
  readonly severity: Severity;
  readonly title: Bilingual;
  /** Template over the hit's params; `{value}` is the masked cell text. */
  readonly message: Bilingual;
  readonly why: Bilingual;
  readonly fix: Bilingual;
  /** Requirement ids (`RULE-405`) and other sources. */
  readonly source: readonly string[];
  readonly certainty: Certainty;
  /** Record types it looks at, none for the calendar; it is skipped, with that reason, when the term has none of them. */
  readonly types: readonly RecordType[];
  /** It compares with the filed plan: skipped, with that reason, when none was taken in. */
  readonly needsPlan?: true;
  /** About what is submitted once a school year; in the check of a term it is skipped, with that reason. */
  readonly yearly?: true;
  readonly params?: Readonly<Record<string, unknown>>;
}

/** Looks at one field at a time: what it says depends on the value and on nothing else of the record. */
export interface FieldRule extends RuleBase {
  readonly scope: 'field';
  /** Looked at in every one of its types. */
  readonly fields: readonly string[];
  /** Fields looked at in one type only, where the name means something else in the others. */
  readonly also?: Readonly<Partial<Record<RecordType, readonly string[]>>>;
  /** Asked once for equal values, never about an absent field; the engine adds the field to what is said. */
  check(value: unknown, field: string, context: RuleContext): Iterable<Omit<Hit, 'field' | 'record' | 'other'>> | undefined;
}

/** Looks at one record at a time. */
export interface RecordRule extends RuleBase {
  readonly scope: 'record';
  /**
   * Every field the check looks at, beside type and kind: it is then asked once for equal values of these, which is
   * many times faster. Left out where it looks at what is different in each record, or at `raw`, `extra` or `source`.
   */
  readonly reads?: readonly string[];
  check(record: CanonicalRecord, context: RuleContext): Iterable<Hit> | undefined;
}

/** Looks at everything one student has in the term. */
export interface StudentRule extends RuleBase {
  readonly scope: 'student';
  check(records: readonly CanonicalRecord[], key: StudentKey, context: RuleContext): Iterable<Hit> | undefined;
}

/** Looks across students: sees each student once, reports at the end. */
export interface SchoolRule extends RuleBase {
  readonly scope: 'school';
  /** Record types the term must have all of; without them it is skipped, with that reason, and `end` is not called. */
  readonly needs?: readonly RecordType[];
  begin(context: RuleContext): {
    student(records: readonly CanonicalRecord[], key: StudentKey): void;
    end(): Iterable<Hit>;
  };
}

/**
 * Looks at the school's calendar and at no record. What it finds is about arrangements, and no package is wrong by
 * it: in a check an error of it is shown as a warning and leaves the gate open, unless a policy gives it a severity.
 */
export interface CalendarRule extends RuleBase {
  readonly scope: 'calendar';
  check(calendar: SchoolCalendar, context: RuleContext): Iterable<Hit> | undefined;
}

export type Rule = FieldRule | RecordRule | StudentRule | SchoolRule | CalendarRule;

/** Keeps the literal's type checked; the id is not written in the file because the path is the id. */
export function rule<R extends Rule>(definition: R): R {
  return definition;
}
