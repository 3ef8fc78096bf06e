/** What the school must be able to show of the term: that its pre-check and its comparison were clean, and when. */
import { comparisonSentence, precheckSentence } from '../../duties.ts';
import { COMPARISON_OPEN, type ComparisonState, type PrecheckState } from '../../duties-model.ts';
import type { CheckReport } from '../../model.ts';
import { COMPARISON_DUTIES, dutyTexts as t, PRECHECK_DUTIES } from '../../texts/duties.ts';
import type { Bilingual } from '../../../core/problem.ts';
import { both } from '../bilingual.ts';
import { type Markup, markup } from '../markup.ts';

const tone = (state: ComparisonState | PrecheckState): string =>
  state === 'clean' ? 'good' : state === 'errors' || COMPARISON_OPEN.includes(state as ComparisonState) ? 'error' : 'muted';

function row(title: Bilingual, state: ComparisonState | PrecheckState, word: Bilingual, sentence: Bilingual): Markup {
  return markup`<tr><th scope="row">${both(title)}</th><td><span class="chip ${tone(state)}">${both(word)}</span></td><td>${both(sentence)}</td></tr>`;
}

/** Null for a report that says nothing of them. */
export function dutiesPart({ duties }: CheckReport): Markup | null {
  if (!duties) return null;
  const { precheck, comparison } = duties;
  return markup`<section aria-labelledby="duties">
<h2 id="duties">${both(t.title)}</h2>
<p class="intro">${both(t.intro)}</p>
<table aria-labelledby="duties"><tbody>
${row(t.precheck, precheck.state, PRECHECK_DUTIES[precheck.state], precheckSentence(precheck))}
${row(t.comparison, comparison.state, COMPARISON_DUTIES[comparison.state], comparisonSentence(comparison))}
</tbody></table>
</section>`;
}
