/** One student's sheet: who, every kind with what was received, and where to answer. */
import type { SheetKind, SheetObjection, SheetPage, StudentSheet } from '../../sheet-model.ts';
import { dayLabel, termLabel } from '../../labels.ts';
import { LEGEND, sheetTexts as t, STANDINGS } from '../../texts/sheet.ts';
import { same, say } from '../../words.ts';
import { both } from '../bilingual.ts';
import { type Markup, markup } from '../markup.ts';
import { visible } from '../visible.ts';
import { markChip, sheetTable } from './table.ts';

const TEXT = 500;

function objection({ on, text, answers }: SheetObjection): Markup {
  return markup`<div><dt>${both(say(t.objection, { on: dayLabel(on) }))}</dt><dd>${visible(text, TEXT)}</dd></div>
${answers.map((one) => markup`<div><dt>${both(say(t.answer, { on: dayLabel(one.on) }))}</dt><dd>${visible(one.text, TEXT)}</dd></div>`)}`;
}

function kindPart(kind: SheetKind, id: string): Markup {
  const window = kind.window === null ? t.noWindow : say(t.window, { from: dayLabel(kind.window.from), to: dayLabel(kind.window.to) });
  return markup`<section>
<h3 id="${id}">${both(kind.title)} <span class="fine">${both(termLabel(kind.term))}</span></h3>
<p class="fine">${both(window)} <span class="dot">·</span> ${both(STANDINGS[kind.standing])}</p>
${kind.tables.length === 0 ? markup`<p class="none">${both(say(t.nothing, { kind: kind.title }))}</p>` : kind.tables.map((table, at) => sheetTable(table, `${id}-${at}`))}
${kind.objections.length > 0 && markup`<dl class="said">${kind.objections.map(objection)}</dl>`}
<div class="reply"><span class="box">${both(t.right)}</span><span class="box">${both(t.doubt)}</span><span class="line">${both(t.reason)}</span></div>
</section>`;
}

/** Name, class and seat, code: what a class page repeats for each of its students. */
export function studentHead({ name, className, seat, id, code }: StudentSheet): Markup {
  const place = [className === null ? t.noClass : same(visible(className, 40)), ...(seat === null ? [] : [say(t.seat, { seat: visible(seat, 8) })])];
  return markup`<p class="sub">${place.map((one, at) => markup`${at > 0 && markup` <span class="dot">·</span> `}${both(one)}`)} <span class="dot">·</span> <b>${name === null ? both(t.noName) : markup`<bdi>${visible(name, 40)}</bdi>`}</b> <span class="dot">·</span> <span class="key">${visible(id, 20)}</span> <span class="dot">·</span> ${both(t.code)} <b class="key">${visible(code, 20)}</b></p>`;
}

/** What occurs on the sheet and needs explaining: marks, and the roster's way of saying "none". */
function legend({ kinds }: StudentSheet): Markup | false {
  const rows = kinds.flatMap(({ tables }) => tables.flatMap((table) => table.rows));
  const used = new Set(rows.map(({ mark }) => mark));
  const explained = (Object.keys(LEGEND) as (keyof typeof LEGEND)[]).filter((mark) => used.has(mark));
  const none = rows.some(({ cells }) => cells.some(({ text }) => text === '-1'));
  return (explained.length > 0 || none) && markup`<dl class="legend">${explained.map((mark) => markup`<div><dt>${markChip(mark)}</dt><dd>${both(LEGEND[mark])}</dd></div>`)}${none && markup`<div><dt>-1</dt><dd>${both(t.noValue)}</dd></div>`}</dl>`;
}

/** Everything below the head. @param id prefix of ids, unique in the page */
export function studentBody(sheet: StudentSheet, { days }: SheetPage, id: string): Markup {
  return markup`<p class="intro">${both(t.intro)}</p>
${legend(sheet)}
${sheet.kinds.map((kind, at) => kindPart(kind, `${id}-${at}`))}
<div class="sign"><span class="line">${both(t.signature)}</span><span class="line">${both(t.date)}</span></div>
<p class="fine">${both(say(t.silence, { days }))}</p>`;
}
