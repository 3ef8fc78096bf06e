/** What a transform is: one way of turning a cell's text into a value and back. */
import type { Bilingual, Params } from '../core/problem.ts';
import type { MappingProblemCode } from '../core/problems/mapping.ts';
import type { CellKind } from '../core/table.ts';

/** A canonical field's value; null is the roster's explicit "no value" (-1). */
export type Value = string | number | boolean | null;

export type Options = Readonly<Record<string, unknown>>;

/** The cell cannot be converted: its row goes to quarantine. */
export class Reject {
  readonly code: MappingProblemCode;
  readonly params: Params;

  constructor(code: MappingProblemCode, params: Params = {}) {
    this.code = code;
    this.params = params;
  }
}

/**
 * The cell was converted, but not as it stood: the value and what to say about it. Undefined when no value could be
 * had and the row is good without: the field stays absent, the cell's text is kept.
 */
export class Remarked {
  readonly value: Value | undefined;
  readonly code: MappingProblemCode;
  readonly params: Params;

  constructor(value: Value | undefined, code: MappingProblemCode, params: Params = {}) {
    this.value = value;
    this.code = code;
    this.params = params;
  }
}

export interface Transform {
  readonly name: string;
  /** What it does, for `explain` and the adapter's documentation. */
  readonly doc: Bilingual;
  /** Requirements it holds a cell to (`RULE-510`), where it does. */
  readonly source?: readonly string[];
  /** `text` is trimmed and not blank. */
  parse(text: string, kind: CellKind, options: Options): Value | Reject | Remarked;
  /** The text a value is written as; `parse` of it gives the value back. */
  print(value: Value, options: Options): string;
  /** True when `print` always returns the value itself. */
  readonly verbatim?: boolean;
  /** True when a column of it has few distinct texts, so that remembering results pays. */
  readonly repetitive?: boolean;
  /** What is wrong with the options, in English for the adapter's author; undefined when nothing is. */
  checkOptions?(options: Options): string | undefined;
}

/** Keeps the literal's type checked. */
export function transform(definition: Transform): Transform {
  return definition;
}
