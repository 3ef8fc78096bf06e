/** What was there to compare, what was not, and how the comparisons went before. */
import type { Bilingual } from '../../../core/problem.ts';
import type { ComparisonReport } from '../../comparison-model.ts';
import { dayLabel } from '../../labels.ts';
import { comparisonTexts as t } from '../../texts/comparison.ts';
import { reportTexts } from '../../texts/report.ts';
import { grouped, list, same, say } from '../../words.ts';
import { bar } from '../bar.ts';
import { both } from '../bilingual.ts';
import { type Markup, markup } from '../markup.ts';
import { visible } from '../visible.ts';

/** Comparisons of the past that are listed, the last ones. */
const MOST_RUNS = 30;

/** Rows of the plan named that cannot be read. */
const MOST_ODD = 20;

const years = (all: readonly number[]): Bilingual => (all.length === 0 ? same('–') : list(all.map((year) => same(String(year)))));

/** Left out where there is nothing to say. */
function line(label: Bilingual, value: Bilingual | null, attention = false): Markup | false {
  return value !== null && markup`<tr><th scope="row">${both(label)}</th><td${attention && markup` class="attention"`}>${both(value)}</td></tr>`;
}

/** What was there to compare, and what was not. */
export function comparedPart({ result: { compared, plan } }: ComparisonReport): Markup {
  const odd = plan.odd.slice(0, MOST_ODD).map(({ code, name }) => same(`${visible(name, 40)} ${visible(code, 30)}`));
  return markup`<section aria-labelledby="compared">
<h2 id="compared">${both(t.compared)}</h2>
<p class="intro">${both(t.comparedIntro)}</p>
<table aria-labelledby="compared"><tbody>
${line(t.planYears, say(t.planYearsAre, { years: years(plan.years), rows: plan.rows.length }))}
${line(t.planMissing, plan.missing.length === 0 ? null : years(plan.missing), true)}
${line(t.planOdd, plan.odd.length === 0 ? null : list([say(t.rows, { rows: plan.odd.length }), ...odd]), true)}
${line(t.scores, say(t.scoresAre, { scores: compared.scores, students: compared.students, classes: compared.classes }))}
${line(t.courses, compared.courses === 0 ? t.coursesNone : say(t.rows, { rows: compared.courses }))}
${line(t.paired, compared.paired === 0 ? null : say(t.rows, { rows: compared.paired }))}
</tbody></table>
</section>`;
}

/** Null before there is anything to look back on. */
export function historyPart({ runs }: ComparisonReport): Markup | null {
  if (runs.length < 2) return null;
  const most = Math.max(1, ...runs.map(({ differences }) => differences));
  const rows = runs.map(({ today, differences }, index) => markup`<tr><th scope="row">${both(say(t.of, { number: index + 1 }))}</th><td class="day">${both(dayLabel(today))}</td><td class="number">${grouped(differences)}</td><td class="size">${bar([{ tone: 'error', value: differences }], most)}</td></tr>`);
  return markup`<section aria-labelledby="history">
<h2 id="history">${both(t.history)}</h2>
<table class="rules" aria-labelledby="history"><thead><tr><th scope="col">${both(t.runs)}</th><th scope="col">${both(t.day)}</th><th scope="col" class="number">${both(t.differences)}</th><th scope="col" class="size"><span class="unseen">${both(reportTexts.share)}</span></th></tr></thead>
<tbody>${rows.slice(-MOST_RUNS)}</tbody></table>
</section>`;
}
