/** How a record came to its values: from the school's file, cell by cell. */
import type { CoinedSpot } from '../../core/coined.ts';
import type { Privacy } from '../../core/mask.ts';
import type { Bilingual } from '../../core/problem.ts';
import type { RecordType } from '../../core/record.ts';
import type { CellKind } from '../../core/table.ts';
import type { Value } from '../../mapping/transform.ts';

/** A problem in words, with nothing of the cell in them. */
export interface ExplainedProblem {
  readonly code: string;
  readonly message: Bilingual;
  readonly fix: Bilingual;
}

/**
 * Where a field's value is from: a `cell` through a transform, a `constant` of the mapping, the `file` (cover, name, or
 * what was said when it was taken in), a column `kept` as it is, or one that is known and `dropped`.
 */
export type Origin = 'cell' | 'constant' | 'file' | 'kept' | 'dropped';

export interface ExplainedStep {
  readonly what: Bilingual;
  /** Text after the step; null for the step that refused it. Not masked. */
  readonly text: string | null;
}

export interface ExplainedField {
  /** Canonical field, `extra.<header>` for a column kept as it is, the header for one that is dropped. */
  readonly field: string;
  readonly label: Bilingual | null;
  readonly origin: Origin;
  /** Header text as it stands in the school's file; null where no cell says it. */
  readonly column: string | null;
  /** Text of the cell, not masked, and what it was in the file; null where no cell says it. */
  readonly raw: string | null;
  readonly kind: CellKind | null;
  readonly transform: string | null;
  readonly steps: readonly ExplainedStep[];
  /** Undefined for a blank cell or one that was refused. Not masked. */
  readonly value: Value | undefined;
  readonly privacy: Privacy;
  readonly problem: ExplainedProblem | null;
  /** Code list of the value, and what the value means there. */
  readonly codes: string | null;
  readonly meaning: Bilingual | null;
  /** Coined characters of the cell; the value keeps them as they are (RULE-615). */
  readonly coined: readonly CoinedSpot[];
  /** Why a column is not kept; null for others. */
  readonly why: string | null;
}

/** What became of the row, or of the file. `replaced`: a newer file took its place. */
export type Fate = 'imported' | 'rejected' | 'replaced';

export interface Explained {
  readonly record: string;
  readonly file: string;
  readonly sheet: string | null;
  readonly row: number | null;
  readonly system: string | null;
  readonly edition: string | null;
  readonly encoding: string | null;
  readonly type: RecordType | null;
  readonly fate: Fate;
  /** Why it is in quarantine; null where it is not. */
  readonly rejection: (ExplainedProblem & { readonly column: string | null }) | null;
  readonly fields: readonly ExplainedField[];
}
