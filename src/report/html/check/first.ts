/** What to fix first: the few rules that unblock most, with all that is needed to act. */
import type { Bilingual } from '../../../core/problem.ts';
import type { RuleDigest } from '../../digest.ts';
import type { CheckReport } from '../../model.ts';
import { reportTexts as t } from '../../texts/report.ts';
import { count, list, same, say } from '../../words.ts';
import { both } from '../bilingual.ts';
import { chip } from '../chip.ts';
import type { Markup } from '../markup.ts';
import { markup } from '../markup.ts';
import { visible } from '../visible.ts';
import { advice, extent, systemicLine } from './words.ts';

/** More than this is no longer "first". */
const MOST = 5;

/** Sheets and columns the samples lie in, at most three; null when the rule has no place. */
function places({ samples }: RuleDigest): Bilingual | null {
  const seen = new Set(samples.filter(({ sheet, file }) => sheet !== null || file !== null).map(({ sheet, file, column }) => {
    const where = visible(sheet ?? file ?? '', 40);
    return column === null ? where : `${where} › ${visible(column, 40)}`;
  }));
  return seen.size === 0 ? null : list([...seen].slice(0, 3).map(same));
}

function item(rule: RuleDigest): Markup {
  const where = places(rule);
  return markup`<li class="${rule.count.severity}">
<h3>${both(rule.text.title)}</h3>
<p class="extent">${chip(rule.count.severity)} <b>${both(extent(rule))}</b>${where !== null && markup` <span class="dot">·</span> ${both(where)}`} <span class="dot">·</span> <a href="#${rule.anchor}">${both(t.seeRows)}</a></p>
${systemicLine(rule)}${advice(rule)}
</li>`;
}

export function firstPart(rules: readonly RuleDigest[], report: CheckReport): Markup {
  const errors = rules.filter((rule) => rule.count.severity === 'error');
  const worth = errors.length > 0 ? errors : rules.filter((rule) => rule.count.severity === 'warning');
  const top = worth.slice(0, MOST);
  const rest = rules.length - top.length;
  const intro = top.length === 0 ? t.nothing : report.summary.errors > 0 ? t.firstIntro : t.firstWarnings;
  return markup`<section class="first" aria-labelledby="first">
<h2 id="first">${both(t.first)}</h2>
<p class="intro">${both(intro)}</p>
${top.length > 0 && markup`<ol>${top.map(item)}</ol>`}
${top.length > 0 && rest > 0 && markup`<p class="fine">${both(say(t.moreBelow, { kinds: count(rest, 'kind') }))}</p>`}
</section>`;
}
