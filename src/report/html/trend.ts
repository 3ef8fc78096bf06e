/** How errors and warnings went from day to day: a picture, a sentence that says it, and the numbers below. */
import type { Bilingual } from '../../core/problem.ts';
import { dayLabel, SEVERITIES } from '../labels.ts';
import { reportTexts as t } from '../texts/report.ts';
import { grouped, say } from '../words.ts';
import { both } from './bilingual.ts';
import { lineChart } from './line-chart.ts';
import type { Markup } from './markup.ts';
import { markup } from './markup.ts';

interface Point {
  /** ISO date. */
  readonly today: string;
  readonly errors: number;
  readonly warnings: number;
  readonly infos?: number;
}

export interface TrendWords {
  readonly title: Bilingual;
  /** Template over `{checks}`, `{from}`, `{first}`, `{to}` and `{last}`. */
  readonly said: Bilingual;
}

/** @param points oldest first; null where there are fewer than two, which make no line */
export function trend(points: readonly Point[], { title, said }: TrendWords): Markup | null {
  const [first, last] = [points[0], points.at(-1)];
  if (points.length < 2 || !first || !last) return null;
  const sentence = say(said, { checks: points.length, first: first.errors, last: last.errors, from: dayLabel(first.today), to: dayLabel(last.today) });
  const chart = lineChart({
    name: 'trend', description: 'trend-said', labels: points.map(({ today }) => today),
    series: [{ tone: 'error', values: points.map(({ errors }) => errors) }, { tone: 'warning', values: points.map(({ warnings }) => warnings) }],
  });
  const hasInfos = points.some(({ infos }) => infos !== undefined);
  const number = (value: number): Markup => markup`<td class="number">${grouped(value)}</td>`;
  const rows = points.toReversed().map(({ today, errors, warnings, infos = 0 }) => markup`<tr><th scope="row">${today}</th>${number(errors)}${number(warnings)}${hasInfos && number(infos)}</tr>`);
  return markup`<h3 id="trend">${both(title)}</h3>
<p class="fine" id="trend-said">${both(sentence)}</p>
<p class="curves fine"><span class="error">${both(SEVERITIES.error)}</span> <span class="warning">${both(SEVERITIES.warning)}</span></p>
${chart}
<details class="numbers"><summary>${both(t.asNumbers)}</summary>
<table aria-labelledby="trend"><thead><tr><th scope="col">${both(t.checkedOn)}</th><th scope="col" class="number">${both(t.errors)}</th><th scope="col" class="number">${both(t.warnings)}</th>${hasInfos && markup`<th scope="col" class="number">${both(t.infos)}</th>`}</tr></thead><tbody>${rows}</tbody></table></details>`;
}
