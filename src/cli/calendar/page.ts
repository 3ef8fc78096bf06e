/** A school's calendar as lines on a terminal. */
import type { Lang } from '../../core/text.ts';
import type { Deadline } from '../../flows/calendar/deadlines.ts';
import type { MissingDates } from '../../flows/calendar/missing.ts';
import type { CalendarOverview } from '../../flows/calendar/overview.ts';
import type { Violation } from '../../flows/calendar/violations.ts';
import { ACTORS, CALENDAR_ENTRIES } from '../../report/texts/calendar.ts';

type Say = (chinese: string, english: string) => string;

/** `（114-1 · 年級 3 · 第 1 梯次）`; nothing for what belongs to no term. */
function whose({ term, grades, batch }: Deadline, say: Say): string {
  if (term === null) return '';
  const parts = [
    term,
    ...(grades ? [say(`${grades.join('、')} 年級`, `grade ${grades.join(', ')}`)] : []),
    ...(batch === null ? [] : [say(`第 ${batch} 梯次`, `batch ${batch}`)]),
  ];
  return say(`（${parts.join('，')}）`, ` (${parts.join(', ')})`);
}

/** One deadline: when, how long, what, whose move, and whether it has begun. */
export function deadlineLine(deadline: Deadline, today: string, lang: Lang, say: Say): string {
  const { from, to, daysLeft, label, whoseMove } = deadline;
  const left = daysLeft === 0 ? say('今天截止', 'closes today') : daysLeft === 1 ? say('剩 1 天', '1 day left') : say(`剩 ${daysLeft} 天`, `${daysLeft} days left`);
  const begun = from === null ? '' : from <= today ? say('，進行中', ', open') : say(`，${from} 起`, `, from ${from}`);
  return `  ${to}  ${left}  ${label[lang]}${whose(deadline, say)}${begun}  [${ACTORS[whoseMove][lang]}]`;
}

/** What is wrong, and what to do about it. */
export function violationLines({ rule, severity, title, detail, fix }: Violation, lang: Lang, say: Say): string[] {
  const mark = severity === 'error' ? '✗' : severity === 'warning' ? '!' : '·';
  return [`  ${mark} ${title[lang]} [${rule}]`, `      ${detail[lang]}`, ...(severity === 'info' ? [] : [`      ${say('怎麼改', 'What to do')}: ${fix[lang]}`])];
}

/** `114-1 開學日、預檢`. */
export function missingText({ term, entries }: MissingDates, lang: Lang): string {
  return `${term} ${entries.map((entry) => CALENDAR_ENTRIES[entry][lang]).join(lang === 'en' ? ', ' : '、')}`;
}

/** The school with its term, then what the lines below it say. */
export function schoolTitle({ school, name, term }: CalendarOverview, say: Say): string {
  return `${school} ${name ?? ''}  ${say(`學期 ${term}`, `term ${term}`)}`;
}
