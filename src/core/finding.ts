/** A finding: one thing wrong or odd in a school's data, safe to share with that school. */
import type { Params, Severity } from './problem.ts';

export interface Finding {
  /** Rule id (`area/slug`) or problem code; one namespace. */
  readonly rule: string;
  readonly severity: Severity;
  /** Values for the message template; already masked where a field is personal. */
  readonly params: Params;
  readonly file: string | null;
  readonly sheet: string | null;
  /** 1-based spreadsheet row. */
  readonly row: number | null;
  /** Header text of the column as it stands in the school's own file. */
  readonly column: string | null;
  /** Canonical field of the column, which `licheng explain` takes too; left out where there is none. */
  readonly field?: string;
  /** The cell's text, masked by its field's privacy class. */
  readonly value: string | null;
  /** The student's masked id (`A12345****`), or null. */
  readonly student: string | null;
  /** `<inputId>:<table>:<row>`: what `licheng explain` takes. */
  readonly record: string | null;
}
