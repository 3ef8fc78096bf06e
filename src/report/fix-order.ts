/**
 * The order in which findings are best put right. Errors shut the gate, so they come before warnings. Among them first
 * what keeps whole files out, then causes that explain many findings at once, then single findings in the order of
 * checks, because correcting what comes first changes what the later checks see.
 */
import type { Severity } from '../core/problem.ts';
import { PROBLEMS } from '../core/problems/index.ts';
import type { Cause } from './cause.ts';
import { checkStep } from './check-step.ts';
import type { RuleCount } from './model.ts';

/** One thing to do: a cause with all rules that complain of it, or one rule. */
export interface FixStep {
  readonly severity: Severity;
  readonly cause: Cause | null;
  readonly rules: readonly RuleCount[];
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

const worst = (rules: readonly RuleCount[]): Severity => rules.map(({ severity }) => severity).sort((a, b) => RANK[a] - RANK[b])[0]!;

/** What keeps a file out keeps all its rows out. */
function weight({ cause, rules }: FixStep): number {
  if (PROBLEMS[rules[0]!.rule]?.effect === 'file') return 0;
  return cause === null ? 2 : 1;
}

function compare(a: FixStep, b: FixStep): number {
  const [first, second] = [a.rules[0]!, b.rules[0]!];
  const causes = (step: FixStep): number => step.cause?.count ?? 0;
  return RANK[a.severity] - RANK[b.severity] || weight(a) - weight(b) || causes(b) - causes(a)
    || checkStep(first.rule) - checkStep(second.rule) || second.count - first.count || (first.rule < second.rule ? -1 : 1);
}

/** Share of a rule's findings that causes must explain for nothing to be left of it. */
const SHARE = 0.9;

const line = ({ rule, severity }: Pick<RuleCount, 'rule' | 'severity'>): string => `${severity} ${rule}`;

/** Every cause, and every rule of which causes do not explain nearly all it finds. */
export function fixSteps(rules: readonly RuleCount[], causes: readonly Cause[]): readonly FixStep[] {
  const byLine = new Map(rules.map((rule) => [line(rule), rule]));
  const explained = new Map<string, number>();
  const steps: FixStep[] = [];
  for (const cause of causes) {
    for (const one of cause.rules) explained.set(line(one), (explained.get(line(one)) ?? 0) + one.count);
    const own = cause.rules.flatMap((one) => byLine.get(line(one)) ?? []);
    if (own.length > 0) steps.push({ severity: worst(own), cause, rules: own });
  }
  for (const rule of rules) {
    if ((explained.get(line(rule)) ?? 0) < rule.count * SHARE) steps.push({ severity: rule.severity, cause: null, rules: [rule] });
  }
  return steps.sort(compare);
}

/** The rules in the order of the steps, each once. */
export function fixOrder(rules: readonly RuleCount[], causes: readonly Cause[]): readonly RuleCount[] {
  return [...new Set(fixSteps(rules, causes).flatMap((step) => step.rules))].sort((a, b) => RANK[a.severity] - RANK[b.severity]);
}
