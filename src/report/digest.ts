/** The report as a page needs it: every rule with its words, samples and common cause. */
import type { Finding } from '../core/finding.ts';
import type { CheckReport, RuleCount, RuleText } from './model.ts';
import type { Systemic } from './systemic.ts';
import { systemic } from './systemic.ts';
import { same } from './words.ts';

export interface RuleDigest {
  readonly count: RuleCount;
  readonly text: RuleText;
  /** Samples to list, capped; in order of file, sheet and row. */
  readonly samples: readonly Finding[];
  readonly systemic: Systemic | null;
  /** Anchor in the page. */
  readonly anchor: string;
}

/** Samples in one page, and of one rule: keeps a page below 5 MB whatever the data. */
const PAGE_SAMPLES = 1500;
const RULE_SAMPLES = 50;
/** Samples of one rule looked at, for order and for a common cause; more would cost time and say nothing new. */
const RULE_LOOKED_AT = 200;

const NO_TEXT = same('');

function byPlace(a: Finding, b: Finding): number {
  const compare = (x: string | number | null, y: string | number | null): number => (x === y ? 0 : x === null ? -1 : y === null ? 1 : x < y ? -1 : 1);
  return compare(a.file, b.file) || compare(a.sheet, b.sheet) || compare(a.row, b.row) || compare(a.column, b.column);
}

/** Samples each rule may show: the most with which all rules together stay within the page. */
function fairShare(kept: readonly number[]): number {
  let cap = RULE_SAMPLES;
  while (cap > 1 && kept.reduce((sum, samples) => sum + Math.min(samples, cap), 0) > PAGE_SAMPLES) cap -= 1;
  return cap;
}

/** One digest a rule and severity, in the report's own order. */
export function digest(report: CheckReport): readonly RuleDigest[] {
  const line = ({ rule, severity }: Pick<Finding, 'rule' | 'severity'>): string => `${severity} ${rule}`;
  const findings = Map.groupBy(report.findings, line);
  const cap = fairShare(report.rules.map((count) => findings.get(line(count))?.length ?? 0));
  return report.rules.map((count, index) => {
    const samples = (findings.get(line(count)) ?? []).slice(0, RULE_LOOKED_AT).sort(byPlace);
    return {
      count,
      text: report.texts[count.rule] ?? { title: same(count.rule), message: NO_TEXT, why: NO_TEXT, fix: NO_TEXT, source: [], certainty: null },
      samples: samples.slice(0, cap),
      systemic: systemic(count, samples, report.files),
      anchor: `rule-${index + 1}`,
    };
  });
}
