/** The top of a comparison's page: whether everything agrees, and whether it was made in time. */
import type { Bilingual } from '../../../core/problem.ts';
import { studentsAmong } from '../../comparison-groups.ts';
import { type ComparisonReport, differencesIn } from '../../comparison-model.ts';
import { dayLabel, termLabel } from '../../labels.ts';
import { comparisonTexts as t } from '../../texts/comparison.ts';
import { pageTexts } from '../../texts/page.ts';
import { grouped, same, say } from '../../words.ts';
import { both } from '../bilingual.ts';
import { type Markup, markup } from '../markup.ts';
import { visible } from '../visible.ts';

const TICK = markup`<path d="M7 12.5l3.4 3.4L17.5 8.6" fill="none"/>`;
const BAR = markup`<path d="M7 12h10"/>`;

/** When the first comparison was made, against the day it was due. */
function inTime({ due, first }: ComparisonReport): Bilingual {
  const words = due === null ? t.dueUnknown : first <= due ? t.dueKept : t.dueLate;
  return say(words, { first: dayLabel(first), due: dayLabel(due ?? '') });
}

export function comparisonHeadline(report: ComparisonReport): Markup {
  const { summary, differences, remarks } = report.result;
  const count = differencesIn(summary);
  const clean = count === 0;
  const figure = (label: Bilingual, number: number, tone: string): Markup => markup`<div class="${number > 0 ? tone : ''}"><dt>${both(label)}</dt><dd>${grouped(number)}</dd></div>`;
  return markup`
<p class="kicker">${both(t.title)}</p>
<h1>${visible(report.schoolName ?? report.school, 80)}</h1>
<p class="sub">${both(say(pageTexts.school, { code: same(visible(report.school, 20)) }))} <span class="dot">·</span> <b>${both(termLabel(visible(report.term, 40)))}</b></p>
<div class="gate ${clean ? 'open' : 'shut'}">
<svg viewBox="0 0 24 24" width="40" height="40" aria-hidden="true"><circle cx="12" cy="12" r="11"/>${clean ? TICK : BAR}</svg>
<div><p class="verdict">${both(clean ? t.clean : say(t.differs, { differences: count }))}</p>
<p>${both(clean ? t.cleanNext : t.differsNext)}</p>
<p>${both(inTime(report))}</p></div>
</div>
<dl class="figures">${figure(t.differences, count, 'error')}${figure(t.studentsConcerned, studentsAmong(differences), '')}${figure(t.remarks, remarks.length, 'info')}${figure(t.runs, report.runs.length, '')}</dl>`;
}
