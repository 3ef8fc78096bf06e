/** What to fix first: the few steps that unblock most, with all that is needed to act. */
import type { Bilingual } from '../../../core/problem.ts';
import type { RuleDigest } from '../../digest.ts';
import { type FixStep, fixSteps } from '../../fix-order.ts';
import type { CheckReport } from '../../model.ts';
import { reportTexts as t } from '../../texts/report.ts';
import { count, list, same, say } from '../../words.ts';
import { both } from '../bilingual.ts';
import { chip } from '../chip.ts';
import type { Markup } from '../markup.ts';
import { markup } from '../markup.ts';
import { visible } from '../visible.ts';
import { advice, extent, headlineOf, placesOf } from './words.ts';

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

const toRows = ({ anchor }: RuleDigest, words: Bilingual): Markup => markup`<a href="#${anchor}">${both(words)}</a>`;

/** One rule by itself. */
function ruleItem(rule: RuleDigest): Markup {
  const where = places(rule);
  return markup`<li class="${rule.count.severity}">
<h3>${both(rule.text.title)}</h3>
<p class="extent">${chip(rule.count.severity)} <b>${both(extent(rule))}</b>${where !== null && markup` <span class="dot">·</span> ${both(where)}`} <span class="dot">·</span> ${toRows(rule, t.seeRows)}</p>
${advice(rule)}
</li>`;
}

/** One cause with all rules that complain of it: a thousand findings, one thing to do. */
function causeItem({ cause, severity }: FixStep, rules: readonly RuleDigest[]): Markup {
  const links = rules.map((rule) => markup`<span>${toRows(rule, rule.text.title)} ${both(extent(rule))}</span>`);
  return markup`<li class="${severity}">
<h3>${both(headlineOf(cause!))}</h3>
<p class="extent">${chip(severity)} ${both(placesOf(cause!))}</p>
<p class="systemic">${both(t.causeHint)}</p>
<p class="causes">${both(t.causeRules)}${links}</p>
${advice(rules[0]!)}
</li>`;
}

export function firstPart(rules: readonly RuleDigest[], report: CheckReport): Markup {
  const byCount = new Map(rules.map((rule) => [rule.count, rule]));
  const steps = fixSteps(report.rules, report.causes);
  const errors = steps.filter(({ severity }) => severity === 'error');
  const worth = errors.length > 0 ? errors : steps.filter(({ severity }) => severity === 'warning');
  const top = worth.slice(0, MOST);
  const shown = new Set(top.flatMap((step) => step.rules));
  const rest = report.rules.length - shown.size;
  const intro = top.length === 0 ? t.nothing : report.summary.errors > 0 ? t.firstIntro : t.firstWarnings;
  const item = (step: FixStep): Markup => {
    const own = step.rules.map((rule) => byCount.get(rule)!);
    return step.cause ? causeItem(step, own) : ruleItem(own[0]!);
  };
  return markup`<section class="first" aria-labelledby="first">
<h2 id="first">${both(t.first)}</h2>
<p class="intro">${both(intro)}</p>
${top.length > 0 && markup`<ol>${top.map(item)}</ol>`}
${top.length > 0 && rest > 0 && markup`<p class="fine">${both(say(t.moreBelow, { kinds: count(rest, 'kind') }))}</p>`}
</section>`;
}
