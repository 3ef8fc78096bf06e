/** The top of a school's report: who, when, and the gate in one sentence. */
import { gateWords } from '../../gate.ts';
import { byRecordType, MOVERS, recordLabel, termLabel } from '../../labels.ts';
import type { CheckReport, GateState } from '../../model.ts';
import { pageTexts } from '../../texts/page.ts';
import { reportTexts as t } from '../../texts/report.ts';
import { grouped, list, same, say } from '../../words.ts';
import { both } from '../bilingual.ts';
import { commandLine } from '../command-line.ts';
import type { Markup } from '../markup.ts';
import { markup } from '../markup.ts';
import { visible } from '../visible.ts';

/** Open: a tick. Shut: a bar. Held: a pause. */
const SIGNS: Readonly<Record<GateState, Markup>> = {
  open: markup`<path d="M7 12.5l3.4 3.4L17.5 8.6" fill="none"/>`,
  shut: markup`<path d="M7 12h10"/>`,
  held: markup`<path d="M9.5 8v8M14.5 8v8"/>`,
};

function records(report: CheckReport): Markup | null {
  const types = Object.entries(report.summary.records).filter(([, number]) => number > 0).toSorted(([a], [b]) => byRecordType(a, b));
  if (types.length === 0) return null;
  const words = list(types.map(([type, number]) => say(t.recordsOf, { type: recordLabel(type), number })));
  return markup`<p class="fine">${both(say(t.recordsTaken, { records: words }))}</p>`;
}

/** What was decided about a held submission, or how to decide it. */
function decision({ approval, gate, school, term }: CheckReport): Markup | null {
  if (approval) return markup`<p class="fine">${both(say(t.approved, { by: same(visible(approval.by, 60)), reason: same(visible(approval.reason, 300)) }))}</p>`;
  if (gate !== 'held') return null;
  return markup`<p class="fine">${both(t.approveWith)} ${commandLine(`licheng approve --school ${visible(school, 20)} --term ${visible(term, 20)} --reason "…"`)}</p>`;
}

export function headline(report: CheckReport): Markup {
  const { sentence, next, mover } = gateWords(report);
  const { errors, warnings, infos, students } = report.summary;
  const figure = (label: Markup, number: number, tone: string): Markup => markup`<div class="${number > 0 ? tone : ''}"><dt>${label}</dt><dd>${grouped(number)}</dd></div>`;
  return markup`
<p class="kicker">${both(t.title)}</p>
<h1>${visible(report.schoolName ?? report.school, 80)}</h1>
<p class="sub">${both(say(pageTexts.school, { code: same(visible(report.school, 20)) }))} <span class="dot">·</span> <b>${both(termLabel(visible(report.term, 40)))}</b></p>
<div class="gate ${report.gate}">
<svg viewBox="0 0 24 24" width="40" height="40" aria-hidden="true"><circle cx="12" cy="12" r="11"/>${SIGNS[report.gate]}</svg>
<div><p class="verdict">${both(sentence)}</p>
<p><b>${both(say(t.nextMove, { who: MOVERS[mover] }))}</b>${both(next)}</p>${decision(report)}</div>
</div>
<dl class="figures">${figure(both(t.errors), errors, 'error')}${figure(both(t.warnings), warnings, 'warning')}${figure(both(t.infos), infos, 'info')}${figure(both(t.students), students, '')}</dl>
${records(report)}`;
}
