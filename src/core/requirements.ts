/** What the program is held to: `schemas/requirements/requirements.json`, and why some of it is not a rule. */
import type { Bilingual } from './problem.ts';
import { resourceJson } from './resources.ts';

/** `check`, `calendar` and `format` are to be checked; `policy` and `context` are not, and say why. */
export type RequirementKind = 'check' | 'calendar' | 'format' | 'policy' | 'context';

export interface Requirement extends Bilingual {
  /** `RULE-405`. */
  readonly id: string;
  readonly kind: RequirementKind;
  readonly certainty: 'A' | 'B' | 'C' | 'D' | 'T';
  /** ISO date of the newest of its origins. */
  readonly asOf: string;
  /** Keys of the file's `origins`. */
  readonly origins: readonly string[];
}

/** In the order of their ids. */
export function requirements(): readonly Requirement[] {
  return (resourceJson('schemas/requirements/requirements.json') as { readonly requirements: readonly Requirement[] }).requirements;
}

/** By requirement: why nothing checks it, or what of it is not checked and why. */
export function requirementReasons(): Readonly<Record<string, Bilingual>> {
  return (resourceJson('schemas/requirements/reasons.json') as { readonly reasons: Readonly<Record<string, Bilingual>> }).reasons;
}

/** The requirements a text names, each once: `RULE-405`. */
export function requirementsIn(text: string): readonly string[] {
  return [...new Set(text.match(/RULE-[1-8]\d\d\b/g))];
}
