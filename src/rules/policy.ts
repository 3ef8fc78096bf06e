/** A district's own settings for the rules: severities, parameters, and waivers with a reason and an end. */
import { Fault } from '../core/fault.ts';
import type { Finding } from '../core/finding.ts';
import type { Params, Severity } from '../core/problem.ts';
import { policyProblems } from '../core/problems/policy.ts';
import type { Rule } from './rule.ts';

/** A decision that findings of one rule do not shut the gate of one school. */
export interface Waiver {
  readonly rule: string;
  readonly school: string;
  /** Left out: any term. */
  readonly term?: string;
  readonly reason: string;
  /** Who granted it. */
  readonly by: string;
  /** ISO date of the last day it holds. */
  readonly expires: string;
}

export interface Policy {
  readonly severities?: Readonly<Record<string, Severity | 'off'>>;
  /** Parameters by rule id; each takes the place of the rule's default of that name. */
  readonly params?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly waivers?: readonly Waiver[];
}

/** The kind of a value as far as a policy must keep it. */
function kindOf(value: unknown): string {
  return Array.isArray(value) ? 'array' : typeof value;
}

/**
 * Refuses a policy that names a rule or parameter which does not exist, or gives a parameter of another kind
 * than its default: a setting that silently does nothing is worse than none.
 * @throws {Fault} `config/invalid`
 */
export function checkPolicy(policy: Policy, catalogue: ReadonlyMap<string, Rule>): void {
  const refuse = (detail: string): never => {
    throw new Fault('config/invalid', { file: 'policy', detail });
  };
  for (const id of Object.keys(policy.severities ?? {})) {
    if (!catalogue.has(id)) refuse(`severities: no rule "${id}"`);
  }
  for (const [id, params] of Object.entries(policy.params ?? {})) {
    const rule = catalogue.get(id) ?? refuse(`params: no rule "${id}"`);
    for (const [name, value] of Object.entries(params)) {
      const standard = rule.params?.[name];
      if (standard === undefined) refuse(`params: ${id} has no "${name}"`);
      if (kindOf(value) !== kindOf(standard)) refuse(`params: ${id} "${name}" must be ${kindOf(standard)}`);
    }
  }
}

/** The rule's parameters with the policy's in place of its defaults. */
export function paramsOf(id: string, rule: Rule, policy: Policy): Readonly<Record<string, unknown>> {
  return { ...rule.params, ...policy.params?.[id] };
}

/** The waivers of one school and term on one day, and which of them were of use. */
export class WaiverBook {
  readonly #active = new Map<string, Waiver>();
  readonly #expired: Waiver[] = [];
  readonly #used = new Set<string>();

  constructor(waivers: readonly Waiver[], scope: { readonly school: string; readonly term: string; readonly today: string }) {
    for (const waiver of waivers) {
      if (waiver.school !== scope.school || (waiver.term ?? scope.term) !== scope.term) continue;
      if (waiver.expires < scope.today) this.#expired.push(waiver);
      else this.#active.set(waiver.rule, waiver);
    }
  }

  /** The waiver that holds for a rule, now counted as used; null for none. */
  use(rule: string): Waiver | null {
    const waiver = this.#active.get(rule);
    if (!waiver) return null;
    this.#used.add(rule);
    return waiver;
  }

  /** Findings about waivers that have expired, or that nothing asked for. */
  findings(): Finding[] {
    const unused = [...this.#active.values()].filter((waiver) => !this.#used.has(waiver.rule));
    const replaced = this.#expired.filter((waiver) => !this.#active.has(waiver.rule));
    return [
      ...replaced.map((waiver) => about('policy/waiver-expired', waiver)),
      ...unused.map((waiver) => about('policy/waiver-unused', waiver)),
    ];
  }
}

function about(code: keyof typeof policyProblems, waiver: Waiver): Finding {
  return {
    rule: code, severity: policyProblems[code].severity,
    params: { rule: waiver.rule, by: waiver.by, expires: waiver.expires, reason: waiver.reason },
    file: null, sheet: null, row: null, column: null, value: null, student: null, record: null,
  };
}

/** What a waived finding carries so that a reader sees why it does not count. */
export function waivedParams(waiver: Waiver): Params {
  return { waived: waiver.reason, waivedBy: waiver.by, waivedUntil: waiver.expires };
}
