/** What the numbers above do not show: data kept out, checks not run, assumptions made. */
import type { CheckReport } from '../../model.ts';
import { reportTexts as t } from '../../texts/report.ts';
import { count, same, say } from '../../words.ts';
import { both } from '../bilingual.ts';
import type { Markup } from '../markup.ts';
import { markup } from '../markup.ts';

/** Rows and files kept out of the import, and how to bring them in. */
export function quarantinePart({ quarantined }: CheckReport): Markup {
  return markup`<section aria-labelledby="quarantine">
<h2 id="quarantine">${both(t.quarantine)}</h2>
${quarantined === 0
    ? markup`<p>${both(t.quarantineNone)}</p>`
    : markup`<p><b>${both(say(t.quarantineSome, { rows: count(quarantined, 'record') }))}</b></p><p>${both(t.quarantineDo)}</p>`}
</section>`;
}

/** Checks that were not run, each with its reason. */
export function skippedPart({ skipped, texts }: CheckReport): Markup {
  const row = ({ rule, reason }: CheckReport['skipped'][number]): Markup => markup`<tr><th scope="row">${both(texts[rule]?.title ?? same(rule))}</th><td>${both(reason)}</td></tr>`;
  return markup`<section aria-labelledby="skipped">
<h2 id="skipped">${both(t.skipped)}</h2>
<p class="intro">${both(skipped.length > 0 ? t.skippedIntro : t.skippedNone)}</p>
${skipped.length > 0 && markup`<table aria-labelledby="skipped"><thead><tr><th scope="col">${both(t.rule)}</th><th scope="col">${both(t.reason)}</th></tr></thead><tbody>${skipped.map(row)}</tbody></table>`}
</section>`;
}

/** Assumptions in force, each with the day it was last looked at. */
export function assumptionsPart({ assumptions }: Pick<CheckReport, 'assumptions'>): Markup {
  const row = ({ text, asOf, id }: CheckReport['assumptions'][number]): Markup => markup`<tr><th scope="row">${both(text)} <code class="fine">${id}</code></th><td class="day">${asOf}</td></tr>`;
  return markup`<section aria-labelledby="assumptions">
<h2 id="assumptions">${both(t.assumptions)}</h2>
<p class="intro">${both(assumptions.length > 0 ? t.assumptionsIntro : t.assumptionsNone)}</p>
${assumptions.length > 0 && markup`<table aria-labelledby="assumptions"><thead><tr><th scope="col">${both(t.assumption)}</th><th scope="col">${both(t.asOf)}</th></tr></thead><tbody>${assumptions.map(row)}</tbody></table>`}
</section>`;
}
