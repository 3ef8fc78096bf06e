/** The door to axe-core: what a widely used audit says of a page as its readers have it, in the open browser. */
import axe from 'axe-core';
import type { Page } from './browser.ts';

/** Every rule of WCAG 2.2 to level AA, and what the audit calls best practice. */
const RULES = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };

interface Found {
  readonly passes: number;
  readonly violations: readonly string[];
}

/** What is wrong, one line a rule and place; @throws when hardly anything could be looked at, as that proves nothing */
export async function audit(page: Page): Promise<readonly string[]> {
  const found = await page.evaluate(`${axe.source}
axe.run(${JSON.stringify(RULES)}).then(({ passes, violations }) => ({
  passes: passes.length,
  violations: violations.flatMap(({ id, help, nodes }) => nodes.map(({ html, failureSummary }) => [id, help, html.slice(0, 120), failureSummary.slice(0, 160)].join(' · '))),
}))`) as Found;
  if (found.passes < 15) throw new Error(`only ${found.passes} rules had anything to look at`);
  return found.violations;
}
