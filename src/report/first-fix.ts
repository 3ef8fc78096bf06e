/** What a school has to fix first, in few words. */
import type { Bilingual } from '../core/problem.ts';
import { causeHeadline } from './cause-words.ts';
import { fixSteps } from './fix-order.ts';
import type { CheckReport } from './model.ts';
import { reportTexts } from './texts/report.ts';
import { count, same, say } from './words.ts';

/** The first step of the report that is an error, or else a warning; null when there is neither. */
export function firstFix({ rules, causes, texts }: CheckReport): Bilingual | null {
  const [first] = fixSteps(rules, causes);
  if (!first || first.severity === 'info') return null;
  if (first.cause) return causeHeadline(first.cause);
  const { rule, count: findings } = first.rules[0]!;
  return say(reportTexts.firstFix, { title: texts[rule]?.title ?? same(rule), findings: count(findings, 'finding') });
}
