/** What `doctor` says of calendars: the dates nobody has entered, once for all schools that lack the same. */
import { join } from 'node:path';
import type { CalendarOverview } from '../../flows/calendar/overview.ts';
import { missingText } from '../calendar/page.ts';
import type { Context } from '../command.ts';
import { count, words } from '../words.ts';

export interface MissingDatesLine {
  readonly schools: readonly string[];
  /** `114-1 開學日、預檢`. */
  readonly missing: string;
}

/** Schools that lack the same dates share a line; hundreds lack the same until the district's file is filled in. */
export function missingDatesLines(overviews: readonly CalendarOverview[], { lang }: Context): MissingDatesLine[] {
  const lacking = overviews.flatMap(({ school, missing }) => missing.map((dates) => ({ school, missing: missingText(dates, lang) })));
  return [...Map.groupBy(lacking, ({ missing }) => missing)].map(([missing, those]) => ({ missing, schools: those.map(({ school }) => school) }));
}

/** The block for people: what is missing, at whom, and where it belongs. */
export function sayMissingDates(context: Context, lines: readonly MissingDatesLine[], home: string): void {
  if (lines.length === 0) return;
  const say = words(context);
  context.say(`\n${say('行事曆尚未輸入（沒有預設值，日期由公文或學校訂定）', 'Not entered in the calendar (there is no default: these dates come by letter or from the school)')}:`);
  for (const { schools, missing } of lines) {
    const who = schools.length === 1 ? schools[0]! : say(`${count(schools.length)} 校`, `${count(schools.length)} schools`);
    context.say(`  · ${missing} (${who})`);
  }
  context.say(`  → ${say(
    `各校共同的填在 ${join(home, 'calendar.json')}，一校自己的填在 ${join(home, '<學校代碼>', 'calendar.json')}；格式見 schemas/config/calendar.json。`,
    `Dates of all schools go into ${join(home, 'calendar.json')}, a school's own into ${join(home, '<school>', 'calendar.json')}; see schemas/config/calendar.json.`,
  )}`);
}
