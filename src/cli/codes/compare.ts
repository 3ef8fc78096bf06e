/** `codes compare`: the filed plan against a school's term, with what to put right. */
import { daysBetween } from '../../core/days.ts';
import { EXIT, Fault } from '../../core/fault.ts';
import { compareCodes, type ComparisonOutcome } from '../../flows/codes/compare-codes.ts';
import { comparisonDuty } from '../../flows/codes/duty.ts';
import { comparisonReport } from '../../flows/codes/reports.ts';
import { classLabel, differenceFix, differenceMessage, grouped } from '../../report/comparison-groups.ts';
import { comparisonJson, noComparison } from '../../report/comparison-json.ts';
import { type ComparisonReport, differencesIn } from '../../report/comparison-model.ts';
import { comparisonSentence } from '../../report/duties.ts';
import type { ComparisonDuty } from '../../report/duties-model.ts';
import { DIFFERENCES } from '../../report/texts/differences.ts';
import type { Context } from '../command.ts';
import { schoolOption, termOption } from '../options.ts';
import { openServices, withSchool } from '../services.ts';
import { count, words } from '../words.ts';

/** Groups of differences shown on a terminal; the pages have all of them. */
const SHOWN = 12;

function sayReport(context: Context, report: ComparisonReport, { status, files }: ComparisonOutcome): void {
  const say = words(context);
  const { summary, differences, remarks, plan } = report.result;
  const all = differencesIn(summary);
  const head = `${report.schoolName ?? ''} ${report.school} ${report.term}`.trim();
  const unchanged = status === 'unchanged' ? say(`（${report.today} 之後沒有變動）`, ` (nothing changed since ${report.today})`) : '';
  context.say(all === 0
    ? say(`${head}：比對結果正確無誤${unchanged}`, `${head}: everything agrees with the filed plan${unchanged}`)
    : say(`${head}：${count(all)} 項與課程計畫不符${unchanged}`, `${head}: ${count(all)} differences from the filed plan${unchanged}`));
  for (const [kind, number] of Object.entries(summary)) context.say(`  ${count(number).padStart(7)} × ${DIFFERENCES[kind as keyof typeof DIFFERENCES][context.lang]} [${kind}]`);
  const groups = grouped(differences);
  for (const { one, count: number } of groups.slice(0, SHOWN)) {
    context.say(`  · ${classLabel(one)[context.lang]}${number > 1 ? ` ×${count(number)}` : ''}  ${differenceMessage(one)[context.lang]}`);
    context.say(`      → ${differenceFix(one)[context.lang]}`);
  }
  if (groups.length > SHOWN) context.say(say(`  … 其餘 ${count(groups.length - SHOWN)} 組在報告裡`, `  … ${count(groups.length - SHOWN)} more groups in the report`));
  if (remarks.length > 0) context.say(say(`  提醒 ${count(remarks.length)} 項，不列入不符`, `  ${count(remarks.length)} remarks, which are not differences`));
  if (plan.missing.length > 0) context.say(say(`  沒有 ${plan.missing.join('、')} 學年度的課程計畫`, `  no plan of ${plan.missing.join(', ')}`));
  const { due, first } = report;
  context.say(due === null
    ? say(`第 1 次比對 ${first}；行事曆沒有開學日，不知期限`, `First comparison ${first}; no calendar says when school began, so when it was due is unknown`)
    : say(`第 1 次比對 ${first}，期限 ${due}${first > due ? '（逾期）' : ''}`, `First comparison ${first}, due ${due}${first > due ? ' (late)' : ''}`));
  if (files) context.say(say(`報告：${files.html}\n活頁簿：${files.xlsx}`, `Report: ${files.html}\nWorkbook: ${files.xlsx}`));
}

/** Before the first comparison: when it is due, and how long that is. */
function sayDuty(context: Context, duty: ComparisonDuty, today: string): void {
  const days = duty.due === null ? null : daysBetween(today, duty.due);
  const left = days === null || days < 0 ? '' : words(context)(`（還有 ${count(days)} 天）`, ` (${count(days)} days left)`);
  context.say(`${comparisonSentence(duty)[context.lang]}${left}`);
}

const EMPTY = {
  'no-plan': ['沒有課程計畫可以比對：請由課程計畫平臺下載課程代碼，放進收件匣。', 'There is no filed plan to compare with: download the codes from the platform of course plans and put them into the inbox.'],
  'no-courses': ['這個學期沒有修課、成績或課程規劃表可以比對。', 'The term has no courses, scores or table of courses to compare.'],
} as const;

/** Exit codes: 0 nothing differs, 2 differences, 99 nothing to compare or nothing changed since the last comparison. */
export async function compare(context: Context): Promise<number> {
  const school = schoolOption(context, 'codes');
  const term = termOption(context, 'codes');
  if (term.endsWith('-0')) throw new Fault('usage/bad-option', { command: 'codes', detail: `--term ${term}` });
  await using services = await openServices(context);
  return withSchool(services, school, async (store) => {
    const outcome = await compareCodes(services, store, term);
    context.progress.end();
    const { status, kept } = outcome;
    if (status === 'no-plan' || status === 'no-courses') {
      const [chinese, english] = EMPTY[status];
      context.note(words(context)(chinese, english));
    }
    const duty = await comparisonDuty(services, store, term);
    if (!kept) {
      sayDuty(context, duty, services.today);
      context.result(noComparison(school, duty));
      return EXIT.nothingToDo;
    }
    const report = comparisonReport(services, store, term, kept);
    sayReport(context, report, outcome);
    context.result(comparisonJson(report, kept.ranAt, duty.state, context.lang));
    if (status !== 'compared') return EXIT.nothingToDo;
    return differencesIn(kept.result.summary) > 0 ? EXIT.errorsFound : EXIT.done;
  }, { hold: true });
}
