/** Students' sheets as self-contained pages: one a student, and one a class with a page for each of its students. */
import type { Bilingual } from '../core/problem.ts';
import type { Lang } from '../core/text.ts';
import { type Markup, markup } from './html/markup.ts';
import { both } from './html/bilingual.ts';
import { page } from './html/page.ts';
import { studentBody, studentHead } from './html/sheet/student.ts';
import { visible } from './html/visible.ts';
import { termLabel } from './labels.ts';
import type { SheetPage, StudentSheet } from './sheet-model.ts';
import { sheetTexts as t } from './texts/sheet.ts';
import { same, say } from './words.ts';

function kicker({ school, schoolName, term }: SheetPage): Markup {
  return markup`<p class="kicker">${visible(schoolName ?? school, 80)} <span class="dot">·</span> ${both(termLabel(term))}</p>`;
}

/** One student's sheet; names and scores stand in it in clear. */
export function renderStudentSheet(sheet: StudentSheet, about: SheetPage, lang: Lang): string {
  return page({
    // The title shows in lists of open windows: the code tells sheets apart, and only the office knows whose it is.
    title: { 'zh-TW': `${t.title['zh-TW']} ${sheet.code}`, en: `${t.title.en} ${sheet.code}` },
    lang, today: about.today, version: about.version, secrecy: t.private,
    header: markup`${kicker(about)}
<h1>${both(t.title)}</h1>
${studentHead(sheet)}`,
    main: markup`<div class="student"><h2 class="unseen">${both(t.title)}</h2>${studentBody(sheet, about, 's')}</div>`,
  });
}

/** All sheets of a class, to be printed at once. */
export function renderClassSheets(className: string | null, sheets: readonly StudentSheet[], about: SheetPage, lang: Lang): string {
  const name: Bilingual = className === null ? t.noClass : same(visible(className, 40));
  const title = say(t.classTitle, { class: name });
  return page({
    title, lang, today: about.today, version: about.version, secrecy: t.private,
    header: markup`${kicker(about)}
<h1>${both(title)}</h1>
<p class="sub">${both(say(t.students, { number: sheets.length }))}</p>`,
    main: markup`<ul class="pupils">${sheets.map((sheet, at) => markup`<li><a href="#p${at}">${visible(sheet.seat ?? '', 8)} ${sheet.name === null ? both(t.noName) : visible(sheet.name, 40)}</a></li>`)}</ul>
${sheets.map((sheet, at) => markup`<div class="student" id="p${at}"><h2>${both(t.title)}</h2>${studentHead(sheet)}${studentBody(sheet, about, `p${at}`)}</div>`)}`,
  });
}
