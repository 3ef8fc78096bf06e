/** Sentences about one rule that more than one part of the report shows. */
import type { Bilingual } from '../../../core/problem.ts';
import type { Cause } from '../../cause.ts';
import { causeHeadline } from '../../cause-words.ts';
import type { RuleDigest } from '../../digest.ts';
import { fixOf } from '../../message.ts';
import { reportTexts as t } from '../../texts/report.ts';
import { count, list, same, say } from '../../words.ts';
import { both } from '../bilingual.ts';
import type { Markup } from '../markup.ts';
import { markup } from '../markup.ts';
import { visible } from '../visible.ts';

/** `1,498 筆，1,498 名學生`; students are left out where a rule is not about any. */
export function extent({ count: rule }: RuleDigest): Bilingual {
  const findings = count(rule.count, 'finding');
  return rule.students > 0 ? say(t.affected, { findings, students: count(rule.students, 'student') }) : findings;
}

/** The headline of a cause, its column cut to what a page bears. */
export function headlineOf(cause: Cause): Bilingual {
  return causeHeadline(cause, (text) => visible(text, 40));
}

/** Sheets listed of one cause; more say nothing new. */
const PLACES = 6;

/** `學生資料 1,498／1,500、學期成績 …` */
export function placesOf({ places }: Cause): Bilingual {
  const listed = places.slice(0, PLACES).map(({ sheet, count: number, total }) => say(t.causePlace, { sheet: same(visible(sheet, 40)), count: number, total }));
  return list(places.length > PLACES ? [...listed, same('…')] : listed);
}

/** The one headline of a column that is wrong nearly everywhere; nothing for a rule without a cause. */
export function causeLine({ cause }: RuleDigest): Markup | null {
  return cause && markup`<p class="systemic"><b>${both(headlineOf(cause))}</b> ${both(t.causeHint)}</p>`;
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
