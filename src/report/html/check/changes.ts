/** What came and what went since the check before, and how the totals went from check to check. */
import { byCheckStep } from '../../check-step.ts';
import { dayLabel } from '../../labels.ts';
import type { CheckReport } from '../../model.ts';
import { reportTexts as t } from '../../texts/report.ts';
import { count, grouped, same, say } from '../../words.ts';
import { both } from '../bilingual.ts';
import type { Markup } from '../markup.ts';
import { markup } from '../markup.ts';
import { trend } from '../trend.ts';

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
${trend(points, { title: t.trend, said: t.trendSaid })}
</section>`;
}
