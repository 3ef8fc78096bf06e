/** One line a kind, to scale: what there is most of, and how many students it concerns. */
import { kindLines } from '../../comparison-groups.ts';
import type { ComparisonReport } from '../../comparison-model.ts';
import { comparisonTexts as t } from '../../texts/comparison.ts';
import { DIFFERENCES } from '../../texts/differences.ts';
import { reportTexts } from '../../texts/report.ts';
import { grouped } from '../../words.ts';
import { bar } from '../bar.ts';
import { both } from '../bilingual.ts';
import { type Markup, markup } from '../markup.ts';

export function kindsPart({ result }: ComparisonReport): Markup | null {
  const lines = kindLines(result.differences);
  if (lines.length === 0) return null;
  const most = Math.max(...lines.map(({ count }) => count));
  const row = ({ kind, count, students }: (typeof lines)[number]): Markup => markup`<tr><th scope="row"><a href="#kind-${kind}">${both(DIFFERENCES[kind])}</a> <code class="fine">${kind}</code></th><td class="number">${grouped(count)}</td><td class="number">${students > 0 ? grouped(students) : markup`<span class="muted">–</span>`}</td><td class="size">${bar([{ tone: 'error', value: count }], most)}</td></tr>`;
  return markup`<section aria-labelledby="kinds">
<h2 id="kinds">${both(t.kinds)}</h2>
<p class="intro">${both(t.kindsIntro)}</p>
<table class="rules" aria-labelledby="kinds"><thead><tr><th scope="col">${both(t.kind)}</th><th scope="col" class="number">${both(t.count)}</th><th scope="col" class="number">${both(t.students)}</th><th scope="col" class="size"><span class="unseen">${both(reportTexts.share)}</span></th></tr></thead>
<tbody>${lines.map(row)}</tbody></table>
</section>`;
}
