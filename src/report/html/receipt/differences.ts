/** Differences by sheet and kind: how many, why it matters, what to do, and whose; nothing in clear. */
import type { Bilingual } from '../../../core/problem.ts';
import type { ReceiptDifference } from '../../receipt-model.ts';
import { receiptTexts as t } from '../../texts/receipt.ts';
import { reportTexts } from '../../texts/report.ts';
import { grouped, list, same, say } from '../../words.ts';
import { bar } from '../bar.ts';
import { both } from '../bilingual.ts';
import { type Markup, markup } from '../markup.ts';
import { markChip } from '../sheet/table.ts';
import { tools } from '../tools.ts';
import { visible } from '../visible.ts';

/** Rows shown of one group: a page has to open on any machine; the JSON has all. */
const MOST = 200;
const TEXT = 80;

interface Group {
  readonly first: ReceiptDifference;
  readonly all: readonly ReceiptDifference[];
}

/** What is missing comes first. */
const TYPES = ['ours-only', 'unequal', 'theirs-only'] as const;

const TONES = { 'ours-only': 'error', unequal: 'error', 'theirs-only': 'warning' } as const;

const shown = (text: string): Bilingual => (text === '' ? t.blank : same(visible(text, TEXT)));

function fieldsOf({ fields }: ReceiptDifference): Bilingual {
  return list(fields.map(({ field, ours, theirs }) => say(t.fromTo, { field: same(visible(field, 40)), ours: shown(ours ?? ''), theirs: shown(theirs ?? '') })));
}

function sample(one: ReceiptDifference): Markup {
  return markup`<tr><td class="key">${visible(one.student, 20)}</td><td class="key">${one.code ?? '–'}</td><td>${visible(one.row.join(' '), 2 * TEXT)}${one.type === 'unequal' && markup`<br><span class="fine">${both(fieldsOf(one))}</span>`}</td></tr>`;
}

function groupPart({ first, all }: Group, id: string, most: number): Markup {
  const students = new Set(all.map(({ code, student }) => code ?? student)).size;
  const samples = all.slice(0, MOST);
  return markup`<tbody id="${id}" data-kind="${first.type}">
<tr class="rule"><td>${markChip(first.type)}</td><th scope="row">${visible(first.kind, 40)} <span class="dot">›</span> ${visible(first.sheet, 40)}<br><span class="fine">${both(first.title)}</span></th><td class="number">${grouped(all.length)}</td><td class="number">${grouped(students)}</td><td class="size">${bar([{ tone: TONES[first.type], value: all.length }], most)}</td></tr>
<tr class="fold"><td colspan="5"><details><summary>${both(say(samples.length < all.length ? t.shown : t.shownAll, { shown: samples.length, rows: all.length }))}</summary>
<div class="inside"><dl class="advice"><div><dt>${both(reportTexts.why)}</dt><dd>${both(first.why)}</dd></div><div class="fix"><dt>${both(reportTexts.fix)}</dt><dd>${both(first.fix)}</dd></div></dl>
<div class="wide"><table class="whose" aria-labelledby="${id}"><thead><tr><th scope="col">${both(t.student)}</th><th scope="col">${both(t.code)}</th><th scope="col">${both(t.content)}</th></tr></thead><tbody>${samples.map(sample)}</tbody></table></div></div></details></td></tr>
</tbody>`;
}

export function receiptDifferencesPart(differences: readonly ReceiptDifference[]): Markup {
  const bySheet = [...Map.groupBy(differences, ({ kind, sheet }) => JSON.stringify([kind, sheet])).values()];
  // What is to be done about another file is not what is to be done about another text.
  const groups = bySheet.flatMap((sheet) => TYPES.flatMap((type) => [...Map.groupBy(sheet.filter((one) => one.type === type), ({ title }) => title['zh-TW']).values()]).map((all): Group => ({ first: all[0]!, all })));
  const most = groups.reduce((highest, { all }) => Math.max(highest, all.length), 1);
  const types = TYPES.filter((type) => groups.some(({ first }) => first.type === type));
  const table = (): Markup => markup`${tools({ target: 'differing', kinds: types.map((value) => ({ value, label: markChip(value) })), search: t.search, folds: true })}
<table class="rules" id="differing" aria-labelledby="list">
<thead><tr><th scope="col">${both(t.what)}</th><th scope="col">${both(t.sheet)}</th><th scope="col" class="number">${both(t.rows)}</th><th scope="col" class="number">${both(t.students)}</th><th scope="col" class="size"><span class="unseen">${both(t.share)}</span></th></tr></thead>
${groups.map((group, at) => groupPart(group, `d${at}`, most))}
</table>`;
  return markup`<section aria-labelledby="list">
<h2 id="list">${both(t.list)}</h2>
<p class="intro">${both(groups.length > 0 ? t.listIntro : t.none)}</p>
${groups.length > 0 && table()}
</section>`;
}
