/** `check --history`: how a term went from check to check, without checking it again. */
import { EXIT } from '../../core/fault.ts';
import { parseTerm } from '../../core/term.ts';
import { precheckDuty } from '../../flows/check/duty.ts';
import { checkHistory, type PastCheck } from '../../flows/check/history.ts';
import { ruleTexts } from '../../flows/check/rule-texts.ts';
import { comparisonDuty } from '../../flows/codes/duty.ts';
import { pastComparisons } from '../../flows/codes/kept.ts';
import type { Batch } from '../../flows/year/rosters.ts';
import { yearCheckName } from '../../flows/year/scope.ts';
import { differencesIn } from '../../report/comparison-model.ts';
import { comparisonSentence, precheckSentence } from '../../report/duties.ts';
import type { RuleChange } from '../../report/history-model.ts';
import type { Context } from '../command.ts';
import { openServices, withSchool } from '../services.ts';
import { count, words } from '../words.ts';

/** Rules named of one check; the JSON has all. */
const SHOWN = 5;

const sum = (changes: readonly RuleChange[], of: 'came' | 'went'): number => changes.reduce((total, change) => total + change[of], 0);

/** Exit codes: 0, and 99 for a term that never was checked. */
export async function history(context: Context, school: string, term: string, batch: Batch): Promise<number> {
  await using services = await openServices(context);
  return withSchool(services, school, async (store) => {
    const past = checkHistory(store, yearCheckName(term, batch));
    const texts = ruleTexts(services, [...new Set(past.flatMap(({ changes }) => (changes ?? []).map(({ rule }) => rule)))]);
    const titleOf = (rule: string): string => texts[rule]?.title[context.lang] ?? rule;
    const say = words(context);
    // Neither is about what is submitted once a year.
    const yearly = parseTerm(term)?.part === 0;
    const precheck = yearly ? null : precheckDuty(services, store, term);
    const comparison = yearly ? null : await comparisonDuty(services, store, term);
    if (precheck) context.say(precheckSentence(precheck)[context.lang]);
    if (comparison) context.say(comparisonSentence(comparison)[context.lang]);
    for (const { number, today, errors, warnings, changes } of past) {
      const moved = changes === null ? '' : say(` · 消失 ${count(sum(changes, 'went'))}、新增 ${count(sum(changes, 'came'))}`, ` · ${count(sum(changes, 'went'))} went, ${count(sum(changes, 'came'))} came`);
      context.say(say(`第 ${count(number)} 次 ${today}  錯誤 ${count(errors)}、提醒 ${count(warnings)}${moved}`, `No. ${count(number)} ${today}  ${count(errors)} errors, ${count(warnings)} warnings${moved}`));
      for (const { rule, came, went } of (changes ?? []).toSorted((a, b) => b.came + b.went - a.came - a.went).slice(0, SHOWN)) {
        context.say(`      −${count(went)} +${count(came)}  ${titleOf(rule)} [${rule}]`);
      }
    }
    const runs = past.map(({ changes, ...point }: PastCheck) => ({
      ...point, went: changes && sum(changes, 'went'), came: changes && sum(changes, 'came'),
      rules: changes && changes.map((change) => ({ ...change, title: titleOf(change.rule) })),
    }));
    const comparisons = pastComparisons(store, term).map(({ number, today, ranAt, summary }) => ({ number, today, ranAt, differences: differencesIn(summary), summary }));
    context.result({ school, term, precheck, comparison, runs, comparisons });
    return past.length === 0 ? EXIT.nothingToDo : EXIT.done;
  });
}
