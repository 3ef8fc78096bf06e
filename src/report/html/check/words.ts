/** Sentences about one rule that more than one part of the report shows. */
import type { Bilingual } from '../../../core/problem.ts';
import type { RuleDigest } from '../../digest.ts';
import { reportTexts as t } from '../../texts/report.ts';
import { fixOf } from '../../message.ts';
import { count, same, say } from '../../words.ts';
import { both } from '../bilingual.ts';
import type { Markup } from '../markup.ts';
import { markup } from '../markup.ts';
import { visible } from '../visible.ts';

/** `1,498 筆，1,498 名學生`; students are left out where a rule is not about any. */
export function extent({ count: rule }: RuleDigest): Bilingual {
  const findings = count(rule.count, 'finding');
  return rule.students > 0 ? say(t.affected, { findings, students: count(rule.students, 'student') }) : findings;
}

/** The one headline of a column that is wrong nearly everywhere. */
export function systemicLine({ systemic }: RuleDigest): Markup | null {
  if (systemic === null) return null;
  const { sheet, column, count: number, total } = systemic;
  return markup`<p class="systemic">${both(say(t.systemic, { sheet: same(visible(sheet, 40)), column: same(visible(column, 40)), count: number, total }))}</p>`;
}

/** Advice that names what it is about (an expected form, a column) differs by sample; more than this would bury it. */
const FIXES = 3;

function fixes({ count: { rule }, text, samples }: RuleDigest): readonly Bilingual[] {
  if (samples.length === 0) return [text.fix];
  const filled = samples.map((finding) => fixOf(finding, { [rule]: text }, (part) => visible(part, 80)));
  return [...new Map(filled.map((fix) => [fix.en, fix])).values()].slice(0, FIXES);
}

/** Why and how to fix, as a definition list; nothing for a rule without words. */
export function advice(rule: RuleDigest): Markup | null {
  if (rule.text.fix.en === '') return null;
  return markup`<dl class="advice"><div><dt>${both(t.why)}</dt><dd>${both(rule.text.why)}</dd></div><div class="fix"><dt>${both(t.fix)}</dt>${fixes(rule).map((fix) => markup`<dd>${both(fix)}</dd>`)}</div></dl>`;
}
