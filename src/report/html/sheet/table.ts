/** The rows of one list on a student's sheet: every cell as received, differences marked by word, shape and colour. */
import { type RowMark, type SheetCell, type SheetRow, type SheetTable } from '../../sheet-model.ts';
import { MARKS, sheetTexts as t } from '../../texts/sheet.ts';
import { same, say } from '../../words.ts';
import { both } from '../bilingual.ts';
import { type Markup, markup } from '../markup.ts';
import { visible } from '../visible.ts';

/** Longest text of a cell: more than any field of a roster may have. */
const TEXT = 2000;

const TONES: Readonly<Record<RowMark, string>> = { equal: 'good', unequal: 'error', 'ours-only': 'error', 'theirs-only': 'warning', kept: 'muted' };

const SHAPES: Readonly<Record<RowMark, Markup>> = {
  equal: markup`<path d="M1.3 6.4l3.3 3.3 6.1-7" fill="none" stroke="currentColor" stroke-width="2.2"/>`,
  unequal: markup`<path d="M1 3.6h10M1 8.4h10M9 .5l-6 11" fill="none" stroke="currentColor" stroke-width="1.9"/>`,
  'ours-only': markup`<path d="M1.5 1.5l9 9M10.5 1.5l-9 9" stroke="currentColor" stroke-width="2.4"/>`,
  'theirs-only': markup`<path d="M6 1v10M1 6h10" stroke="currentColor" stroke-width="2.4"/>`,
  kept: markup`<path d="M2 6h8" stroke="currentColor" stroke-width="2.4"/>`,
};

/** The mark of a row. */
export function markChip(mark: RowMark): Markup {
  return markup`<span class="chip ${TONES[mark]}"><svg viewBox="0 0 12 12" width="11" height="11" aria-hidden="true" fill="currentColor">${SHAPES[mark]}</svg>${both(MARKS[mark])}</span>`;
}

/** Codes as long as a course's are not broken, nor are dates. */
const CODE = /^(?:[0-9A-Z]{12,30}|\d{6,7})$/;

/** Digests, and names of files made of one, say little to a reader and take much room. */
const DIGEST = /^[0-9A-Fa-f]{32,64}(?:\.[A-Za-z0-9]{1,8})?$/;

function cell({ text, sent, file }: SheetCell, label: string): Markup {
  const own = sent === null ? false : markup`<span class="sent">${both(say(t.sent, { text: sent === '' ? t.blank : same(visible(sent, TEXT)) }))}</span>`;
  const look = [sent !== null ? 'differs' : text === '' ? 'empty' : CODE.test(text) ? 'long' : '', DIGEST.test(text) ? 'digest' : ''].filter(Boolean).join(' ');
  const name = file === null ? false : markup`<span class="sent">${both(say(t.file, { name: same(visible(file, 200)) }))}</span>`;
  return markup`<td${look !== '' && markup` class="${look}"`}><span class="tag" aria-hidden="true">${label}</span>${text === '' && sent !== null ? both(t.blank) : visible(text, TEXT)}${name}${own}</td>`;
}

function row({ number, mark, cells }: SheetRow, header: readonly string[]): Markup {
  return markup`<tr class="${mark}"><td class="number">${number ?? '–'}</td>${cells.map((one, at) => cell(one, header[at] ?? ''))}<td>${markChip(mark)}</td></tr>`;
}

/** @param id of the heading, unique in the page */
export function sheetTable({ title, header, rows }: SheetTable, id: string): Markup {
  const names = header.map((name) => visible(name, 60));
  return markup`<h4 id="${id}">${visible(title, 60)}</h4>
<div class="wide"><table class="received" aria-labelledby="${id}">
<thead><tr><th scope="col" class="number">${both(t.number)}</th>${names.map((name) => markup`<th scope="col">${name}</th>`)}<th scope="col">${both(t.mark)}</th></tr></thead>
<tbody>${rows.map((one) => row(one, names))}</tbody>
</table></div>`;
}
