/** What came and what went since the check before, and how the totals went from check to check. */
import { byCheckStep } from '../../check-step.ts';
import type { CheckPoint } from '../../history-model.ts';
import { dayLabel, SEVERITIES } from '../../labels.ts';
import type { CheckReport } from '../../model.ts';
import { reportTexts as t } from '../../texts/report.ts';
import { count, grouped, same, say } from '../../words.ts';
import { both } from '../bilingual.ts';
import { lineChart } from '../line-chart.ts';
import type { Markup } from '../markup.ts';
import { markup } from '../markup.ts';

/** Rules listed; the numbers above the table are of all. */
const MOST_LINES = 30;

function changesTable({ changes, texts }: CheckReport): Markup | null {
  const rules = changes!.rules.toSorted((a, b) => b.came - a.came || b.went - a.went || byCheckStep(a.rule, b.rule));
  if (rules.length === 0) return null;
  const cell = (number: number, sign: string, tone: string): Markup => markup`<td class="number${number > 0 && tone}">${number > 0 ? `${sign}${grouped(number)}` : markup`<span class="muted">0</span>`}</td>`;
  const rows = rules.slice(0, MOST_LINES).map(({ rule, came, went }) => markup`<tr><th scope="row">${both(texts[rule]?.title ?? same(rule))}</th>${cell(came, '+', ' attention')}${cell(went, '−', ' gone')}</tr>`);
  return markup`<table class="changes" aria-labelledby="changes">
<thead><tr><th scope="col">${both(t.rule)}</th><th scope="col" class="number">${both(t.came)}</th><th scope="col" class="number">${both(t.went)}</th></tr></thead>
<tbody>${rows}</tbody></table>
${rules.length > MOST_LINES && markup`<p class="fine">${both(say(t.moreChanges, { kinds: count(rules.length - MOST_LINES, 'kind') }))}</p>`}`;
}

function trend(points: readonly CheckPoint[]): Markup | null {
  if (points.length < 2) return null;
  const [first, last] = [points[0]!, points.at(-1)!];
  const said = say(t.trendSaid, { checks: points.length, first: first.errors, last: last.errors, from: dayLabel(first.today), to: dayLabel(last.today) });
  const chart = lineChart({
    name: 'trend', description: 'trend-said', labels: points.map(({ today }) => today),
    series: [{ tone: 'error', values: points.map(({ errors }) => errors) }, { tone: 'warning', values: points.map(({ warnings }) => warnings) }],
  });
  const rows = points.toReversed().map(({ today, errors, warnings, infos }) => markup`<tr><th scope="row">${today}</th><td class="number">${grouped(errors)}</td><td class="number">${grouped(warnings)}</td><td class="number">${grouped(infos)}</td></tr>`);
  return markup`<h3 id="trend">${both(t.trend)}</h3>
<p class="fine" id="trend-said">${both(said)}</p>
<p class="legend fine"><span class="error">${both(SEVERITIES.error)}</span> <span class="warning">${both(SEVERITIES.warning)}</span></p>
${chart}
<details class="numbers"><summary>${both(t.asNumbers)}</summary>
<table aria-labelledby="trend"><thead><tr><th scope="col">${both(t.checkedOn)}</th><th scope="col" class="number">${both(t.errors)}</th><th scope="col" class="number">${both(t.warnings)}</th><th scope="col" class="number">${both(t.infos)}</th></tr></thead><tbody>${rows}</tbody></table></details>`;
}

/** Nothing for the first check of a term. */
export function changesPart(report: CheckReport): Markup | null {
  const { changes, points } = report;
  if (changes === null) return null;
  const came = changes.rules.reduce((sum, rule) => sum + rule.came, 0);
  const went = changes.rules.reduce((sum, rule) => sum + rule.went, 0);
  const params = { day: dayLabel(changes.since.today), came: count(came, 'finding'), went: count(went, 'finding') };
  return markup`<section aria-labelledby="changes">
<h2 id="changes">${both(t.changes)}</h2>
<p class="intro">${both(say(came + went === 0 ? t.unchanged : t.changesIntro, params))}</p>
${changesTable(report)}
${trend(points)}
</section>`;
}
