/** What a school has to fix first, in few words. */
import type { Bilingual } from '../core/problem.ts';
import type { CheckReport } from './model.ts';
import { reportTexts } from './texts/report.ts';
import { count, same, say } from './words.ts';

/** The first error of the report, or else the first warning, and how many there are; null when there is neither. */
export function firstFix({ rules, texts }: CheckReport): Bilingual | null {
  const first = rules.find(({ severity }) => severity === 'error') ?? rules.find(({ severity }) => severity === 'warning');
  return first ? say(reportTexts.firstFix, { title: texts[first.rule]?.title ?? same(first.rule), findings: count(first.count, 'finding') }) : null;
}
