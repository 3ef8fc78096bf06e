/** What a check of the kit is, and what it says. */
import type { Bilingual } from '../../core/problem.ts';
import type { Subject } from './subject.ts';

export interface Check {
  /** Kebab-case id, the name in `--json`. */
  readonly check: string;
  readonly title: Bilingual;
  /** Everything that is wrong, one sentence each, for the adapter's author; empty when it holds. Never a cell of a person unmasked. */
  run(subject: Subject): Promise<readonly Bilingual[]>;
}

export interface CheckResult {
  readonly check: string;
  readonly title: Bilingual;
  readonly ok: boolean;
  /** What is wrong, capped; empty when it holds. */
  readonly detail: readonly Bilingual[];
}

/** Keeps a check's literal type checked. */
export function check(definition: Check): Check {
  return definition;
}

/** A sentence in both languages. */
export function both(zh: string, en: string): Bilingual {
  return { 'zh-TW': zh, en };
}

/** Text that is the same in both languages: a place, a name. */
export function same(text: string): Bilingual {
  return both(text, text);
}

/** Complaints kept of one check: the first ones tell what to mend, the rest would bury them. */
const KEPT = 20;

/** The outcome of a check from its complaints. */
export function resultOf({ check: id, title }: Pick<Check, 'check' | 'title'>, complaints: readonly Bilingual[]): CheckResult {
  const more = complaints.length - KEPT;
  const rest = more > 0 ? [both(`另有 ${more} 項。`, `${more} more.`)] : [];
  return { check: id, title, ok: complaints.length === 0, detail: [...complaints.slice(0, KEPT), ...rest] };
}
