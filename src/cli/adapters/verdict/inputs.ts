/** The files given beside the fixtures: what they are, how many rows came in, and their problems by column. */
import type { ColumnProblems, InputResult, InputTable } from '../../../adapters/kit/input.ts';
import type { Bilingual } from '../../../core/problem.ts';
import { both } from '../../../report/html/bilingual.ts';
import { chip } from '../../../report/html/chip.ts';
import { type Markup, markup } from '../../../report/html/markup.ts';
import { visible } from '../../../report/html/visible.ts';
import { grouped, percent, say } from '../../../report/words.ts';
import { verdictTexts as t } from './texts.ts';

/** Lines of one list; the rest would only be the same again. */
const MOST = 200;

const shown = (text: Bilingual): Bilingual => ({ 'zh-TW': visible(text['zh-TW'], 300), en: visible(text.en, 300) });

function sheetRow({ sheet, mapping, rows, imported, rejected }: InputTable): Markup {
  return markup`<tr><th scope="row">${visible(sheet, 60)}</th><td>${mapping === null ? both(t.aside) : markup`<code>${visible(mapping, 80)}</code>`}</td><td class="number">${grouped(rows)}</td><td class="number">${grouped(imported)}</td><td class="number${rejected > 0 && ' attention'}">${grouped(rejected)}</td></tr>`;
}

function fileRows({ file, system, edition, confidence, problem, tables }: InputResult): Markup {
  const what = problem ? both(shown(problem.message)) : system === null ? both(t.unknown) : markup`${visible(system, 64)} ${edition !== null && visible(edition, 40)} <span class="dot">·</span> ${both(say(t.sure, { share: percent(confidence) }))}`;
  return markup`<tbody><tr class="file"><th scope="rowgroup" colspan="5"><bdi>${visible(file, 120)}</bdi> <span class="fine">${what}</span></th></tr>
${tables.slice(0, MOST).map(sheetRow)}</tbody>`;
}

function problemRow({ column, code, severity, title, fix, count, rows }: ColumnProblems): Markup {
  return markup`<tr><td>${column === null ? both(t.whole) : visible(column, 60)}</td><td>${chip(severity)} ${both(shown(title))} <code class="muted">${code}</code><p class="fine">${both(shown(fix))}</p></td><td class="number">${grouped(count)}</td><td class="number">${rows.length === 0 ? '–' : rows.join(' · ')}</td></tr>`;
}

function problemsTable(inputs: readonly InputResult[]): Markup {
  const groups = inputs.flatMap(({ file, tables }) => tables.filter(({ problems }) => problems.length > 0).map(({ sheet, problems }) => ({ name: `${file} / ${sheet}`, problems })));
  if (groups.length === 0) return markup`<p class="intro">${both(t.none)}</p>`;
  return markup`<p class="intro">${both(t.problemsIntro)}</p>
<div class="wide"><table aria-labelledby="problems">
<thead><tr><th scope="col">${both(t.column)}</th><th scope="col">${both(t.problem)}</th><th scope="col" class="number">${both(t.count)}</th><th scope="col" class="number">${both(t.rows)}</th></tr></thead>
${groups.slice(0, MOST).map(({ name, problems }) => markup`<tbody><tr><th scope="rowgroup" colspan="4"><bdi>${visible(name, 160)}</bdi></th></tr>
${problems.slice(0, MOST).map(problemRow)}</tbody>`)}
</table></div>`;
}

/** Both tables; nothing when no file was given. */
export function inputsPart(inputs: readonly InputResult[]): Markup | null {
  if (inputs.length === 0) return null;
  return markup`<section aria-labelledby="files">
<h2 id="files">${both(t.files)}</h2>
<p class="intro">${both(t.filesIntro)}</p>
<div class="wide"><table class="files" aria-labelledby="files">
<thead><tr><th scope="col">${both(t.sheet)}</th><th scope="col">${both(t.mapping)}</th><th scope="col" class="number">${both(t.read)}</th><th scope="col" class="number">${both(t.imported)}</th><th scope="col" class="number">${both(t.rejected)}</th></tr></thead>
${inputs.slice(0, MOST).map(fileRows)}
</table></div>
</section>
<section aria-labelledby="problems">
<h2 id="problems">${both(t.problems)}</h2>
${problemsTable(inputs)}
</section>`;
}
