/** The top of a district's report: how many schools need somebody, and whom. */
import type { WhoseMove } from '../../../core/fault.ts';
import type { TrendPoint } from '../../district-column.ts';
import { MOVERS, STATUSES } from '../../labels.ts';
import type { SchoolLine, SchoolStatus } from '../../model.ts';
import { SCHOOL_STATUSES } from '../../model.ts';
import { districtTexts as t } from '../../texts/district.ts';
import type { DistrictTotals } from '../../totals.ts';
import { count, grouped, list, same, say } from '../../words.ts';
import { bar } from '../bar.ts';
import { both } from '../bilingual.ts';
import type { Markup } from '../markup.ts';
import { markup } from '../markup.ts';
import { trend } from '../trend.ts';
import { statusChip, TONES } from './status.ts';

/** Statuses that leave nothing to be done. */
const DONE: readonly SchoolStatus[] = ['packed', 'imported', 'unchanged'];

/** How many schools of the run need somebody, in one sentence, and how many moves are whose. */
export function verdict(run: string, schools: readonly SchoolLine[], totals: DistrictTotals): Markup {
  const open = SCHOOL_STATUSES.filter((status) => !DONE.includes(status) && totals.statuses[status] > 0);
  const parts = list(open.map((status) => say(t.part, { status: STATUSES[status], number: totals.statuses[status] })));
  const number = open.reduce((sum, status) => sum + totals.statuses[status], 0);
  const all = count(totals.schools, 'school');
  const movers = (Object.keys(MOVERS) as WhoseMove[])
    .map((who) => ({ who, number: schools.filter((line) => line.whoseMove === who).length }))
    .filter((mover) => mover.number > 0);
  const moves = movers.length > 0 && markup`<p>${both(say(t.moves, { parts: list(movers.map((mover) => say(t.movePart, { who: MOVERS[mover.who], number: mover.number }))) }))}</p>`;
  const sentence = totals.schools === 0 ? t.none : number === 0 ? say(t.allClear, { schools: all }) : say(t.toDo, { schools: all, open: number, parts });
  const tone = totals.schools === 0 ? '' : number === 0 ? 'open' : totals.statuses.fault + totals.statuses.shut > 0 ? 'shut' : 'held';
  return markup`
<p class="kicker">${both(say(t.run, { run: same(run) }))}</p>
<h1>${both(t.title)}</h1>
<div class="gate ${tone}"><div><p class="verdict">${both(sentence)}</p>${moves}</div></div>`;
}

/** How the schools divide: one bar to scale, its key in words and figures; and how the errors of all of them went. */
export function figuresPart(totals: DistrictTotals, points: readonly TrendPoint[]): Markup | null {
  if (totals.schools === 0) return null;
  const parts = SCHOOL_STATUSES.map((status) => ({ tone: TONES[status], value: totals.statuses[status] }));
  return markup`<section class="spread" aria-labelledby="spread">
<h2 id="spread" class="unseen">${both(t.byStatus)}</h2>
${bar(parts, totals.schools)}
<dl class="figures">${SCHOOL_STATUSES.filter((status) => totals.statuses[status] > 0).map((status) => markup`<div><dt>${statusChip(status)}</dt><dd>${grouped(totals.statuses[status])}</dd></div>`)}</dl>
${trend(points, { title: t.trendOfAll, said: t.trendOfAllSaid })}
</section>`;
}
