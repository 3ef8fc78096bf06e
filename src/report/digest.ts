/** The report as a page needs it: every rule with its words, samples and cause. */
import type { Finding } from '../core/finding.ts';
import { SAMPLE_CAPS } from '../core/sample-caps.ts';
import type { Cause } from './cause.ts';
import type { CheckReport, RuleCount, RuleText } from './model.ts';
import { same } from './words.ts';

export interface RuleDigest {
  readonly count: RuleCount;
  readonly text: RuleText;
  /** Samples to list, capped; in order of file, sheet and row. */
  readonly samples: readonly Finding[];
  /** What explains the most of it; null for findings that have nothing in common. */
  readonly cause: Cause | null;
  /** Anchor in the page. */
  readonly anchor: string;
}

const NO_TEXT = same('');

function byPlace(a: Finding, b: Finding): number {
  const compare = (x: string | number | null, y: string | number | null): number => (x === y ? 0 : x === null ? -1 : y === null ? 1 : x < y ? -1 : 1);
  return compare(a.file, b.file) || compare(a.sheet, b.sheet) || compare(a.row, b.row) || compare(a.column, b.column);
}

/** Samples each rule may show: the most with which all rules together stay within the page. */
function fairShare(kept: readonly number[]): number {
  let cap: number = SAMPLE_CAPS.listed;
  while (cap > 1 && kept.reduce((sum, samples) => sum + Math.min(samples, cap), 0) > SAMPLE_CAPS.page) cap -= 1;
  return cap;
}

/** One digest a rule and severity, in the report's own order. */
export function digest(report: CheckReport): readonly RuleDigest[] {
  const line = ({ rule, severity }: Pick<Finding, 'rule' | 'severity'>): string => `${severity} ${rule}`;
  const findings = Map.groupBy(report.findings, line);
  const cap = fairShare(report.rules.map((count) => findings.get(line(count))?.length ?? 0));
  return report.rules.map((count, index) => ({
    count,
    text: report.texts[count.rule] ?? { title: same(count.rule), message: NO_TEXT, why: NO_TEXT, fix: NO_TEXT, source: [], certainty: null },
    samples: (findings.get(line(count)) ?? []).toSorted(byPlace).slice(0, cap),
    cause: report.causes.find(({ rules }) => rules.some((one) => line(one) === line(count))) ?? null,
    anchor: `rule-${index + 1}`,
  }));
}
