/** One line a kind: its window, and how many students stand where. */
import { MOVERS, termLabel } from '../../labels.ts';
import { dayLabel } from '../../labels.ts';
import type { ReceiptLineReport } from '../../receipt-model.ts';
import { LINE_STATES, receiptTexts as t } from '../../texts/receipt.ts';
import { grouped, say } from '../../words.ts';
import { bar } from '../bar.ts';
import { both } from '../bilingual.ts';
import { type Markup, markup } from '../markup.ts';

function number(value: number, attention = false): Markup {
  return markup`<td class="number${attention && value > 0 && ' attention'}">${value === 0 ? markup`<span class="muted">0</span>` : grouped(value)}</td>`;
}

function row(line: ReceiptLineReport): Markup {
  const window = line.window === null ? t.noWindow : say(t.windowDays, { from: dayLabel(line.window.from), to: dayLabel(line.window.to) });
  const parts = [{ tone: 'good', value: line.confirmed + line.silent }, { tone: 'warning', value: line.answered + line.corrected + line.resubmitted }, { tone: 'error', value: line.objected }, { tone: 'muted', value: line.open }];
  return markup`<tr><th scope="row">${both(line.kind)} <span class="fine">${both(termLabel(line.term))}</span>${bar(parts, Math.max(line.students, 1))}</th><td>${both(LINE_STATES[line.state])}<br><span class="fine">${both(window)}</span></td><td class="who">${line.whoseMove === 'none' ? markup`<span class="muted">–</span>` : both(MOVERS[line.whoseMove])}</td>${number(line.students)}${number(line.open)}${number(line.confirmed)}${number(line.silent)}${number(line.objected, true)}${number(line.answered)}${number(line.corrected + line.resubmitted)}</tr>`;
}

export function receiptLinesPart(lines: readonly ReceiptLineReport[]): Markup {
  return markup`<section aria-labelledby="lines">
<h2 id="lines">${both(t.lines)}</h2>
<p class="intro">${both(t.linesIntro)}</p>
<div class="wide"><table class="standing" aria-labelledby="lines">
<thead><tr><th scope="col">${both(t.kind)}</th><th scope="col">${both(t.state)}</th><th scope="col">${both(t.move)}</th>${[t.students, t.open, t.confirmed, t.silent, t.objected, t.answered, t.correcting].map((name) => markup`<th scope="col" class="number">${both(name)}</th>`)}</tr></thead>
<tbody>${lines.map(row)}</tbody>
</table></div>
</section>`;
}
