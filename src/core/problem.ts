/**
 * A problem is what a reader or mapping says about data that it could not take as it was.
 * It is data's fault, never ours, and becomes a finding once file, sheet and school are known.
 */

/** Where in the input, as far as known. */
export interface Place {
  readonly file?: string;
  readonly sheet?: string;
  /** 1-based spreadsheet row. */
  readonly row?: number;
  /** Header text of the column, or its letter when there is no header. */
  readonly column?: string;
}

/** What a sentence is filled with; what is words itself stands twice, as `detail` and as `detailEn` for English sentences. */
export type Params = Readonly<Record<string, string | number | boolean>>;

export interface Problem extends Place {
  /** `<area>/<slug>`, a key of the problem catalogue in `core/problems/`. */
  readonly code: string;
  readonly params: Params;
  /** The cell's text as read, unmasked; whoever shows it masks it first. */
  readonly value?: string;
}

/** Tells a problem from whatever else came of an attempt. */
export function isProblem(value: object): value is Problem {
  return 'code' in value && 'params' in value;
}

/** Thrown inside `formats` when a file cannot be read any further; caught by intake, never shown raw. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.code);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

export type Severity = 'error' | 'warning' | 'info';

/** A text in the two languages of the product. */
export interface Bilingual {
  readonly 'zh-TW': string;
  readonly en: string;
}

/**
 * The documentation every problem code must have. `message` is a template: `{name}` is
 * replaced by the parameter of that name.
 */
export interface ProblemDefinition {
  readonly severity: Severity;
  readonly title: Bilingual;
  readonly message: Bilingual;
  readonly why: Bilingual;
  readonly fix: Bilingual;
  /** Requirements it holds a file to (`RULE-401`), where it does. */
  readonly source?: readonly string[];
  /** What happens to the input: the row or the whole file is quarantined, or it only gets a remark. */
  readonly effect: 'row' | 'file' | 'none';
}
