/** The top of the report on receipts: does it agree, and whose move is it. */
import type { WhoseMove } from '../../../core/fault.ts';
import type { Bilingual } from '../../../core/problem.ts';
import { MOVERS, termLabel } from '../../labels.ts';
import type { ReceiptLineReport, ReceiptReport } from '../../receipt-model.ts';
import { pageTexts } from '../../texts/page.ts';
import { receiptTexts as t } from '../../texts/receipt.ts';
import { reportTexts } from '../../texts/report.ts';
import { grouped, same, say } from '../../words.ts';
import { both } from '../bilingual.ts';
import { type Markup, markup } from '../markup.ts';
import { visible } from '../visible.ts';

const sum = (lines: readonly ReceiptLineReport[], name: 'matched' | 'missing' | 'extra' | 'changed' | 'kept' | 'pending' | 'overdue'): number => lines.reduce((all, line) => all + line[name], 0);

interface Verdict {
  readonly tone: 'open' | 'held' | 'shut';
  readonly sentence: Bilingual;
  readonly mover: WhoseMove | 'none';
  readonly next: Bilingual;
}

/** What is to be done next, the most pressing first. */
function verdict({ lines, differences }: ReceiptReport): Verdict {
  const students = new Set(differences.map(({ code, student }) => code ?? student)).size;
  const [pending, overdue] = [sum(lines, 'pending'), sum(lines, 'overdue')];
  const sentence = differences.length === 0 ? t.equal : say(t.differs, { rows: differences.length, students });
  const has = (...states: readonly ReceiptLineReport['state'][]): boolean => lines.some(({ state }) => states.includes(state));
  if (overdue > 0) return { tone: 'shut', sentence: say(t.overdue, { number: overdue }), mover: 'data-centre', next: t.nextOverdue };
  if (pending > 0) return { tone: 'held', sentence, mover: 'school', next: say(t.nextAnswer, { number: pending }) };
  if (differences.length > 0) return { tone: 'shut', sentence, mover: 'school', next: t.nextCorrect };
  if (has('waiting')) return { tone: 'held', sentence, mover: 'school', next: t.nextOpen };
  if (has('closed')) return { tone: 'held', sentence, mover: 'school', next: t.nextSettle };
  return { tone: 'open', sentence, mover: 'none', next: has('announced', 'open', 'ended') ? t.nextWait : t.nextDone };
}

const SIGNS: Readonly<Record<Verdict['tone'], Markup>> = {
  open: markup`<path d="M7 12.5l3.4 3.4L17.5 8.6" fill="none"/>`, held: markup`<path d="M9.5 8v8M14.5 8v8"/>`, shut: markup`<path d="M7 12h10"/>`,
};

export function receiptHeadline(report: ReceiptReport): Markup {
  const { tone, sentence, mover, next } = verdict(report);
  const figure = (label: Bilingual, number: number, colour: string): Markup => markup`<div class="${number > 0 ? colour : ''}"><dt>${both(label)}</dt><dd>${grouped(number)}</dd></div>`;
  const { lines } = report;
  return markup`
<p class="kicker">${both(t.title)}</p>
<h1>${visible(report.schoolName ?? report.school, 80)}</h1>
<p class="sub">${both(say(pageTexts.school, { code: same(visible(report.school, 20)) }))} <span class="dot">·</span> <b>${both(termLabel(visible(report.term, 40)))}</b></p>
<div class="gate ${tone}">
<svg viewBox="0 0 24 24" width="40" height="40" aria-hidden="true"><circle cx="12" cy="12" r="11"/>${SIGNS[tone]}</svg>
<div><p class="verdict">${both(sentence)}</p>
<p>${mover !== 'none' && markup`<b>${both(say(reportTexts.nextMove, { who: MOVERS[mover] }))}</b>`}${both(next)}</p></div>
</div>
<dl class="figures">${figure(t.matched, sum(lines, 'matched'), '')}${figure(t.missing, sum(lines, 'missing'), 'error')}${figure(t.changed, sum(lines, 'changed'), 'error')}${figure(t.extra, sum(lines, 'extra'), 'warning')}${sum(lines, 'kept') > 0 && figure(t.kept, sum(lines, 'kept'), 'info')}</dl>`;
}
