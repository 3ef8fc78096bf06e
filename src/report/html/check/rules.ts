/** Every rule that found something: exact counts in a table, each row folding open to its samples. */
import type { Severity } from '../../../core/problem.ts';
import type { RuleDigest } from '../../digest.ts';
import { SEVERITIES } from '../../labels.ts';
import { reportTexts as t } from '../../texts/report.ts';
import { grouped, list, same, say } from '../../words.ts';
import { bar } from '../bar.ts';
import { both } from '../bilingual.ts';
import { chip } from '../chip.ts';
import type { Markup } from '../markup.ts';
import { markup } from '../markup.ts';
import { tools } from '../tools.ts';
import { samplesTable } from './samples.ts';
import { advice, causeLine } from './words.ts';

/** Certainties whose rule rests on no official text that could be read. */
const OPEN_CERTAINTIES: readonly (string | null)[] = ['C', 'D'];

function basis({ count, text }: RuleDigest): Markup {
  const source = text.source.length > 0 && markup` <span class="dot">·</span> ${both(t.basis)} ${both(list(text.source.map(same)))}`;
  return markup`<p class="fine"><code>${count.rule}</code>${source}${OPEN_CERTAINTIES.includes(text.certainty) && markup` <span class="dot">·</span> ${both(t.certaintyOpen)}`}</p>`;
}

function shown({ count, samples }: RuleDigest): Markup {
  const words = samples.length === 0 ? t.shownNone : samples.length < count.count ? t.shown : t.shownAll;
  return both(say(words, { shown: samples.length, count: count.count }));
}

function ruleRows(rule: RuleDigest, most: number, school: string): Markup {
  const { count, text, anchor, samples } = rule;
  return markup`<tbody id="${anchor}" data-kind="${count.severity}">
<tr class="rule"><td>${chip(count.severity)}</td><th scope="row">${both(text.title)}</th><td class="number">${grouped(count.count)}</td><td class="number">${count.students > 0 ? grouped(count.students) : markup`<span class="muted">–</span>`}</td><td class="size">${bar([{ tone: count.severity, value: count.count }], most)}</td></tr>
<tr class="fold"><td colspan="5"><details><summary>${shown(rule)}</summary>
<div class="inside">${causeLine(rule)}${advice(rule)}${samples.length > 0 && samplesTable(rule, school)}${basis(rule)}</div></details></td></tr>
</tbody>`;
}

export function rulesPart(rules: readonly RuleDigest[], school: string): Markup {
  const most = rules.reduce((highest, { count }) => Math.max(highest, count.count), 1);
  const kinds = (Object.keys(SEVERITIES) as Severity[]).filter((severity) => rules.some(({ count }) => count.severity === severity));
  const table = (): Markup => markup`${tools({ target: 'rules', kinds: kinds.map((value) => ({ value, label: chip(value) })), search: t.search, folds: true })}
<table class="rules" id="rules" aria-labelledby="all">
<thead><tr><th scope="col">${both(t.severity)}</th><th scope="col">${both(t.rule)}</th><th scope="col" class="number">${both(t.count)}</th><th scope="col" class="number">${both(t.students)}</th><th scope="col" class="size"><span class="unseen">${both(t.share)}</span></th></tr></thead>
${rules.map((rule) => ruleRows(rule, most, school))}
</table>
<p class="fine screen">${both(t.explainHint)}</p>`;
  return markup`<section aria-labelledby="all">
<h2 id="all">${both(t.allRules)}</h2>
<p class="intro">${both(rules.length > 0 ? t.allRulesIntro : t.noFindings)}</p>
${rules.length > 0 && table()}
</section>`;
}
