/** Filter and fold controls of a table; shown by the script, as they do nothing without it. */
import type { Bilingual } from '../../core/problem.ts';
import { reportTexts as t } from '../texts/report.ts';
import { both } from './bilingual.ts';
import type { Markup } from './markup.ts';
import { markup } from './markup.ts';

export interface ToolsOptions {
  /** Id of the element whose `[data-kind]` parts are filtered. */
  readonly target: string;
  readonly kinds: readonly { readonly value: string; readonly label: Markup }[];
  readonly search: Bilingual;
  readonly folds: boolean;
}

export function tools({ target, kinds, search, folds }: ToolsOptions): Markup {
  const boxes = kinds.map(({ value, label }) => markup`<label><input type="checkbox" value="${value}" checked autocomplete="off">${label}</label>`);
  const buttons = folds && markup`<span class="pair"><button type="button" value="open">${both(t.openAll)}</button><button type="button" value="close">${both(t.closeAll)}</button></span>`;
  return markup`<div class="tools" data-for="${target}" hidden>
<label class="search"><span class="unseen">${both(search)}</span><input type="search" autocomplete="off" spellcheck="false" data-zh="${search['zh-TW']}" data-en="${search.en}"></label>
<fieldset><legend class="unseen">${both(t.filter)}</legend>${boxes}</fieldset>
<span class="shown"><output>0</output> ${both(t.matching)}</span>${buttons}
</div>`;
}
