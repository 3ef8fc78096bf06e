/** What the numbers above do not show: data kept out, checks not run, assumptions made. */
import type { Bilingual } from '../../../core/problem.ts';
import type { CheckReport } from '../../model.ts';
import { reportTexts as t } from '../../texts/report.ts';
import { count, grouped, list, same, say } from '../../words.ts';
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

/** Checks of one reason that are named without being asked for. */
const FEW = 3;

/** Checks that were not run, one line a reason: there are few, each for many checks. */
export function skippedPart({ skipped, texts }: CheckReport): Markup {
  const titles = (group: CheckReport['skipped']): Bilingual[] => group.map(({ rule }) => texts[rule]?.title ?? same(rule));
  const reasons = [...Map.groupBy(skipped, ({ reason }) => reason.en).values()].toSorted((a, b) => b.length - a.length);
  const row = (group: CheckReport['skipped']): Markup => markup`<tr><th scope="row">${both(group[0]!.reason)}
${group.length > FEW ? markup`<details><summary>${both(t.whichChecks)}</summary><ul>${titles(group).map((title) => markup`<li>${both(title)}</li>`)}</ul></details>` : markup`<div class="fine">${both(list(titles(group)))}</div>`}</th><td class="number">${grouped(group.length)}</td></tr>`;
  return markup`<section aria-labelledby="skipped">
<h2 id="skipped">${both(t.skipped)}</h2>
<p class="intro">${both(skipped.length > 0 ? t.skippedIntro : t.skippedNone)}</p>
${skipped.length > 0 && markup`<table class="skipped" aria-labelledby="skipped"><thead><tr><th scope="col">${both(t.reason)}</th><th scope="col" class="number">${both(t.checks)}</th></tr></thead><tbody>${reasons.map(row)}</tbody></table>`}
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
