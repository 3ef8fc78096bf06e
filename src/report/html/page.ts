/**
 * The shell of every page: one file that asks nothing of the network and reads without a script.
 * The content policy lets in exactly one style sheet and one script, by hash, and nothing else.
 */
import { createHash } from 'node:crypto';
import type { Bilingual } from '../../core/problem.ts';
import type { Lang } from '../../core/text.ts';
import { dayLabel } from '../labels.ts';
import { pageTexts as t } from '../texts/page.ts';
import { reportTexts } from '../texts/report.ts';
import { same, say } from '../words.ts';
import { both } from './bilingual.ts';
import type { Markup } from './markup.ts';
import { markup, trusted } from './markup.ts';
import { SCRIPT } from './script.ts';
import { baseStyle } from './style/base.ts';
import { differencesStyle } from './style/differences.ts';
import { partsStyle } from './style/parts.ts';
import { printStyle } from './style/print.ts';
import { sheetStyle } from './style/sheet.ts';
import { tableStyle } from './style/table.ts';

const STYLE = [baseStyle, partsStyle, tableStyle, differencesStyle, printStyle, sheetStyle].join('');

function integrity(text: string): string {
  return `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;
}

const POLICY = `default-src 'none'; style-src ${integrity(STYLE)}; script-src ${integrity(SCRIPT)}; img-src data:; base-uri 'none'; form-action 'none'`;

export interface Page {
  readonly title: Bilingual;
  readonly lang: Lang;
  /** True for a table of many columns, which takes the width of the screen and lies across on paper. */
  readonly wide?: boolean;
  /** ISO date and product version for the footer. */
  readonly today: string;
  readonly version: string;
  /** What the footer says of personal data; that they are masked, when left out. */
  readonly secrecy?: Bilingual;
  readonly header: Markup;
  readonly main: Markup;
}

function languageSwitch(lang: Lang): Markup {
  const option = (id: string, value: Lang, text: string): Markup => markup`<input type="radio" name="lang" id="${id}" value="${value}"${lang === value && trusted(' checked')} autocomplete="off"><label for="${id}" lang="${value}" class="both">${text}</label>`;
  return markup`<fieldset class="switch"><legend class="unseen">${both(t.language)}</legend>${option('lang-zh', 'zh-TW', '中文')}${option('lang-en', 'en', 'English')}</fieldset>`;
}

export function page({ title, lang, wide = false, today, version, secrecy = t.masked, header, main }: Page): string {
  const document = markup`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<title data-zh="${title['zh-TW']}" data-en="${title.en}">${title[lang]}</title>
<style>${trusted(STYLE)}</style>
</head>
<body${wide && trusted(' class="across"')}>
<a class="skip" href="#main">${both(t.skip)}</a>
<header class="top">${languageSwitch(lang)}${header}</header>
<main id="main" tabindex="-1">
${main}
</main>
<footer>
<p>${both(say(t.checkedFor, { day: dayLabel(today) }))} <span class="dot">·</span> ${both(say(t.madeBy, { version: same(version) }))} <span class="dot">·</span> ${both(secrecy)}</p>
</footer>
<p class="said unseen" role="status" data-zh="${reportTexts.copied['zh-TW']}" data-en="${reportTexts.copied.en}"></p>
<script>${trusted(SCRIPT)}</script>
</body>
</html>
`;
  return document.html;
}
