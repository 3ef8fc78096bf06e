/** A district's own settings for the rules: severities, parameters, and waivers with a reason and an end. */
import { Fault } from '../core/fault.ts';
import type { Finding } from '../core/finding.ts';
import type { Bilingual, Params, Severity } from '../core/problem.ts';
import { policyProblems } from '../core/problems/policy.ts';
import { isoToRoc } from '../core/roc-date.ts';
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

/** Something in a policy that would silently do nothing, at a JSON Pointer into its file. */
export interface PolicyMistake {
  readonly path: string;
  readonly message: Bilingual;
}

const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');

function noRule(path: string, id: string): PolicyMistake {
  return { path, message: { 'zh-TW': `沒有「${id}」這條規則，請以 licheng rules 查看。`, en: `There is no rule "${id}"; licheng rules lists them.` } };
}

function paramMistakes(path: string, id: string, rule: Rule, params: Readonly<Record<string, unknown>>): PolicyMistake[] {
  return Object.entries(params).flatMap(([name, value]) => {
    const at = `${path}/${escaped(name)}`;
    const standard = rule.params?.[name];
    if (standard === undefined) return [{ path: at, message: { 'zh-TW': `規則 ${id} 沒有參數「${name}」。`, en: `The rule ${id} has no parameter "${name}".` } }];
    if (kindOf(value) === kindOf(standard)) return [];
    return [{ path: at, message: { 'zh-TW': `規則 ${id} 的參數「${name}」型別應為 ${kindOf(standard)}。`, en: `Parameter "${name}" of ${id} must be of type ${kindOf(standard)}.` } }];
  });
}

/**
 * What is wrong with a policy that fits its schema: a rule or parameter that does not exist, a parameter of another
 * kind than its default, a day that is none. A setting that silently does nothing is worse than none.
 */
export function policyMistakes({ severities = {}, params = {}, waivers = [] }: Policy, catalogue: ReadonlyMap<string, Rule>): PolicyMistake[] {
  return [
    ...Object.keys(severities).filter((id) => !catalogue.has(id)).map((id) => noRule(`/severities/${escaped(id)}`, id)),
    ...Object.entries(params).flatMap(([id, values]) => {
      const rule = catalogue.get(id);
      const path = `/params/${escaped(id)}`;
      return rule ? paramMistakes(path, id, rule, values) : [noRule(path, id)];
    }),
    ...waivers.flatMap(({ expires }, index) => (isoToRoc(expires) === null
      ? [{ path: `/waivers/${index}/expires`, message: { 'zh-TW': `「${expires}」沒有這一天。`, en: `There is no day "${expires}".` } }] : [])),
  ];
}

/**
 * Refuses a policy with mistakes, for whoever did not read it from a file.
 * @throws {Fault} `config/invalid`
 */
export function checkPolicy(policy: Policy, catalogue: ReadonlyMap<string, Rule>): void {
  const [first] = policyMistakes(policy, catalogue);
  if (!first) return;
  const detail: Bilingual = { 'zh-TW': `${first.path} ${first.message['zh-TW']}`, en: `${first.path} ${first.message.en}` };
  throw new Fault('config/invalid', { file: 'policy', detail: detail.en }, { words: { detail } });
}

/** The rule's parameters with the policy's in place of its defaults. */
export function paramsOf(id: string, rule: Rule, policy: Policy): Readonly<Record<string, unknown>> {
  return { ...rule.params, ...policy.params?.[id] };
}

/** A waiver, and how many findings it holds for. */
export type UsedWaiver = Waiver & { readonly findings: number };

/** The waivers of one school and term on one day, and which of them were of use. */
export class WaiverBook {
  readonly #active = new Map<string, Waiver>();
  readonly #expired: Waiver[] = [];
  readonly #used = new Map<string, number>();

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
    this.#used.set(rule, (this.#used.get(rule) ?? 0) + 1);
    return waiver;
  }

  /** Those that held for findings, in the order of their rules. */
  used(): UsedWaiver[] {
    return [...this.#used].map(([rule, findings]) => ({ ...this.#active.get(rule)!, findings })).sort((a, b) => (a.rule < b.rule ? -1 : 1));
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
