/** Every check, whether it holds, and what to mend. */
import type { CheckResult } from '../../../adapters/kit/check.ts';
import { maskIdsIn } from '../../../core/mask.ts';
import type { Bilingual } from '../../../core/problem.ts';
import { both } from '../../../report/html/bilingual.ts';
import { type Markup, markup } from '../../../report/html/markup.ts';
import { visible } from '../../../report/html/visible.ts';
import { verdictTexts as t } from './texts.ts';

/** Longest complaint shown. */
const LONGEST = 400;

const shown = (text: Bilingual): Bilingual => ({ 'zh-TW': visible(maskIdsIn(text['zh-TW']), LONGEST), en: visible(maskIdsIn(text.en), LONGEST) });

/** A tick or a bar, with its word. */
export function holdsChip(ok: boolean): Markup {
  const shape = ok ? markup`<path d="M1.3 6.4l3.3 3.3 6.1-7" fill="none" stroke="currentColor" stroke-width="2.2"/>` : markup`<path d="M3.5 0h5L12 3.5v5L8.5 12h-5L0 8.5v-5z"/>`;
  return markup`<span class="chip ${ok ? 'good' : 'error'}"><svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" fill="currentColor">${shape}</svg>${both(ok ? t.holds : t.broken)}</span>`;
}

function row({ check, title, ok, detail }: CheckResult): Markup {
  const complaints = detail.map((line) => markup`<p class="fine">${both(shown(line))}</p>`);
  return markup`<tr><td>${holdsChip(ok)}</td><th scope="row">${both(title)} <code class="muted">${check}</code>${complaints}</th></tr>`;
}

/** The table of checks; those that do not hold come first. */
export function checksPart(checks: readonly CheckResult[]): Markup {
  const ordered = checks.toSorted((a, b) => Number(a.ok) - Number(b.ok));
  return markup`<section aria-labelledby="checks">
<h2 id="checks">${both(t.checks)}</h2>
<table class="rules" aria-labelledby="checks">
<thead><tr><th scope="col">${both(t.result)}</th><th scope="col">${both(t.check)}</th></tr></thead>
<tbody>${ordered.map(row)}</tbody>
</table>
</section>`;
}
