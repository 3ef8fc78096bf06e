/** A verdict as one self-contained HTML file, in the clothes of every other report. */
import type { KitVerdict } from '../../../adapters/kit/kit.ts';
import type { Bilingual } from '../../../core/problem.ts';
import type { Lang } from '../../../core/text.ts';
import { both } from '../../../report/html/bilingual.ts';
import { type Markup, markup } from '../../../report/html/markup.ts';
import { page } from '../../../report/html/page.ts';
import { visible } from '../../../report/html/visible.ts';
import { say } from '../../../report/words.ts';
import { checksPart } from './checks.ts';
import { inputsPart } from './inputs.ts';
import { verdictTexts as t } from './texts.ts';

function headline({ adapter, name, verdict, checks, inputs }: KitVerdict, title: Bilingual): Markup {
  const passed = verdict === 'pass';
  const failed = checks.filter(({ ok }) => !ok).length;
  const sentence = say(passed ? t.passed : t.failed, { checks: checks.length, failed });
  const sign = passed ? markup`<path d="M7 12.5l3.4 3.4L17.5 8.6" fill="none"/>` : markup`<path d="M7 12h10"/>`;
  return markup`
<p class="kicker">${both(t.kicker)}</p>
<h1>${both(title)}</h1>
${name.en !== adapter && markup`<p class="sub"><code>${visible(adapter, 64)}</code></p>`}
<div class="gate ${passed ? 'open' : 'shut'}">
<svg viewBox="0 0 24 24" width="40" height="40" aria-hidden="true"><circle cx="12" cy="12" r="11"/>${sign}</svg>
<div><p class="verdict">${both(sentence)}</p>
<p>${both(passed ? t.usable : t.mend)}</p>${inputs.length > 0 && markup`<p class="fine">${both(t.fromData)}</p>`}</div>
</div>`;
}

export interface VerdictPage {
  readonly lang: Lang;
  /** ISO date. */
  readonly today: string;
  /** Version of the program. */
  readonly version: string;
}

/** The whole page, opening in `lang` and switchable to the other language. */
export function verdictPage(verdict: KitVerdict, { lang, today, version }: VerdictPage): string {
  const name: Bilingual = { 'zh-TW': visible(verdict.name['zh-TW'], 120), en: visible(verdict.name.en, 120) };
  return page({
    title: { 'zh-TW': `${name['zh-TW']} ${t.kicker['zh-TW']}`, en: `${name.en} ${t.kicker.en}` },
    lang, today, version,
    header: headline(verdict, name),
    main: markup`${checksPart(verdict.checks)}
${inputsPart(verdict.inputs)}`,
  });
}
