/** Each difference once for a course and a class, with what to do; its students fold open below. */
import { classLabel, differenceFix, differenceMessage, grouped as put, type DifferenceGroup } from '../../comparison-groups.ts';
import type { ComparisonReport, Difference, DifferenceKind, DifferenceStudent } from '../../comparison-model.ts';
import { comparisonTexts as t } from '../../texts/comparison.ts';
import { DIFFERENCES, ORIGINS } from '../../texts/differences.ts';
import { grouped, say } from '../../words.ts';
import { both } from '../bilingual.ts';
import { explainLine } from '../explain-line.ts';
import { type Markup, markup } from '../markup.ts';
import { tools } from '../tools.ts';
import { visible } from '../visible.ts';

/** Groups shown, and students named of one: a page has to open on any machine. */
const MOST_GROUPS = 1500;
const MOST_STUDENTS = 50;
const TEXT = 60;

const shown = (text: string): string => visible(text, TEXT);

function student({ id, name, seat, studentNumber }: DifferenceStudent): Markup {
  const parts = [seat === null ? null : both(say(t.seat, { seat: shown(seat) })), name === null ? null : markup`<bdi>${shown(name)}</bdi>`, markup`<code>${shown(studentNumber ?? id)}</code>`].filter((part) => part !== null);
  return markup`<li>${parts.map((part, index) => (index === 0 ? part : markup` ${part}`))}</li>`;
}

function students({ students: all }: DifferenceGroup): Markup | false {
  if (all.length === 0) return false;
  return markup`<details><summary>${both(say(t.whose, { students: all.length }))}</summary><ul class="people">${all.slice(0, MOST_STUDENTS).map(student)}${all.length > MOST_STUDENTS && markup`<li>${both(say(t.moreStudents, { number: all.length - MOST_STUDENTS }))}</li>`}</ul></details>`;
}

function course({ courseCode, subject }: Difference): Markup {
  if (subject === null && courseCode === null) return markup`<span class="muted">–</span>`;
  return markup`${subject !== null && markup`<bdi>${shown(subject)}</bdi> `}${courseCode !== null && markup`<code>${shown(courseCode)}</code>`}`;
}

function groupRow(group: DifferenceGroup, school: string): Markup {
  const { one, count } = group;
  const name = classLabel(one);
  return markup`<tr data-kind="${one.kind}"><td>${both({ 'zh-TW': shown(name['zh-TW']), en: shown(name.en) })}${one.division === 'night' && markup` <span class="fine">${both(t.night)}</span>`}</td><td>${course(one)}</td><td>${both(differenceMessage(one, shown))}<br><span class="fine">${both(t.fix)}${both(differenceFix(one))}</span>${students(group)}</td><td class="number">${grouped(count)}</td><td class="fine">${both(ORIGINS[one.origin])}<div class="trace">${explainLine({ record: one.record }, school)}</div></td></tr>`;
}

const head = markup`<thead><tr><th scope="col">${both(t.class)}</th><th scope="col">${both(t.course)}</th><th scope="col">${both(t.explanation)}</th><th scope="col" class="number">${both(t.count)}</th><th scope="col">${both(t.seenIn)}</th></tr></thead>`;

function bodies(groups: readonly DifferenceGroup[], school: string): Markup[] {
  return [...Map.groupBy(groups, ({ one }) => one.kind)].map(([kind, all]) => markup`<tbody id="kind-${kind}"><tr><th scope="rowgroup" colspan="5">${both(DIFFERENCES[kind as DifferenceKind])} <code class="fine">${kind}</code></th></tr>
${all.map((group) => groupRow(group, school))}</tbody>`);
}

const more = (all: readonly DifferenceGroup[]): Markup | false =>
  all.length > MOST_GROUPS && markup`<p class="fine">${both(say(t.shownOf, { shown: MOST_GROUPS, all: all.length }))}</p>`;

/** Null when nothing differs. */
export function differencesPart({ result, school }: ComparisonReport): Markup | null {
  const groups = put(result.differences);
  if (groups.length === 0) return null;
  const kinds = [...new Set(groups.map(({ one }) => one.kind))];
  return markup`<section aria-labelledby="list">
<h2 id="list">${both(t.list)}</h2>
<p class="intro">${both(t.listIntro)}</p>
${tools({ target: 'differences', kinds: kinds.map((value) => ({ value, label: both(DIFFERENCES[value]) })), search: t.search, folds: true })}
<div class="wide"><table class="differences" id="differences" aria-labelledby="list">${head}
${bodies(groups.slice(0, MOST_GROUPS), school)}</table></div>
${more(groups)}
</section>`;
}

/** Null when there is nothing to remark on. */
export function remarksPart({ result, school }: ComparisonReport): Markup | null {
  const groups = put(result.remarks);
  if (groups.length === 0) return null;
  return markup`<section aria-labelledby="remarks">
<h2 id="remarks">${both(t.remarks)}</h2>
<p class="intro">${both(t.remarksIntro)}</p>
<div class="wide"><table class="differences" aria-labelledby="remarks">${head}
<tbody>${groups.slice(0, MOST_GROUPS).map((group) => groupRow(group, school))}</tbody></table></div>
${more(groups)}
</section>`;
}
