/** Findings that a decision lets pass, and whose decision it was. */
import type { CheckReport } from '../../model.ts';
import { dayLabel } from '../../labels.ts';
import { reportTexts as t } from '../../texts/report.ts';
import { grouped, same } from '../../words.ts';
import { both } from '../bilingual.ts';
import type { Markup } from '../markup.ts';
import { markup } from '../markup.ts';
import { visible } from '../visible.ts';

/** Nothing where no waiver holds for anything. */
export function waiversPart({ waivers, texts }: CheckReport): Markup | null {
  if (waivers.length === 0) return null;
  const row = ({ rule, reason, by, expires, findings }: CheckReport['waivers'][number]): Markup => markup`<tr><th scope="row">${both(texts[rule]?.title ?? same(visible(rule, 60)))}</th><td class="number">${grouped(findings)}</td><td>${visible(reason, 300)}</td><td>${visible(by, 60)}</td><td class="day">${both(dayLabel(visible(expires, 20)))}</td></tr>`;
  return markup`<section aria-labelledby="waivers">
<h2 id="waivers">${both(t.waivers)}</h2>
<p class="intro">${both(t.waiversIntro)}</p>
<div class="wide"><table aria-labelledby="waivers"><thead><tr><th scope="col">${both(t.rule)}</th><th scope="col" class="number">${both(t.count)}</th><th scope="col">${both(t.waiverReason)}</th><th scope="col">${both(t.waiverBy)}</th><th scope="col">${both(t.waiverUntil)}</th></tr></thead><tbody>${waivers.map(row)}</tbody></table></div>
</section>`;
}
