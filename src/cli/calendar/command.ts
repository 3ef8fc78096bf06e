import { join } from 'node:path';
import { EXIT, Fault } from '../../core/fault.ts';
import { type CalendarOverview, calendarOverview } from '../../flows/calendar/overview.ts';
import { comparisonDuties } from '../../flows/codes/duty.ts';
import { readPolicy } from '../../flows/policy.ts';
import { command } from '../command.ts';
import { SCHOOL, schoolOption, TODAY } from '../options.ts';
import { openServices, withSchool } from '../services.ts';
import { count, words } from '../words.ts';
import { deadlineLine, missingText, schoolTitle, violationLines } from './page.ts';

/** Of many schools, what falls due within these days is enough for one look. */
const SOON = 30;

export default command({
  name: 'calendar',
  summary: { 'zh-TW': '各校接下來的期限、輪到誰，以及行事曆的問題', en: "each school's next deadlines, whose move it is, and what is wrong with its calendar" },
  usage: ['calendar [--school CODE] [--today YYYY-MM-DD]'],
  options: { school: SCHOOL, today: TODAY },
  examples: [
    { line: 'calendar', says: { 'zh-TW': `所有學校 ${SOON} 天內的期限與行事曆的問題`, en: `all schools: what falls due within ${SOON} days, and what is wrong` } },
    { line: 'calendar --school 014302', says: { 'zh-TW': '一校的所有期限，以及還沒有輸入的日期', en: 'one school: every deadline, and the dates nobody has entered' } },
  ],
  async run(context) {
    await using services = await openServices(context);
    const asked = context.options['school'] === undefined ? null : schoolOption(context, 'calendar');
    if (asked !== null && !services.home.schools().includes(asked)) throw new Fault('record/not-found', { what: asked });
    const policy = readPolicy(services);
    const say = words(context);
    const { lang } = context;
    const schools = asked === null ? services.home.schools() : [asked];
    const overviews: CalendarOverview[] = [];
    for (const school of schools) {
      const comparisons = await withSchool(services, school, (store) => comparisonDuties(services, store));
      overviews.push(calendarOverview(services, school, policy, (fault) => services.log.error(fault.code, fault.params), comparisons));
    }
    for (const overview of overviews) {
      const next = asked === null ? overview.next.filter(({ daysLeft, term }) => daysLeft <= SOON && term !== null) : overview.next;
      context.say(schoolTitle(overview, say));
      for (const violation of overview.violations) for (const line of violationLines(violation, lang, say)) context.say(line);
      for (const deadline of next) context.say(deadlineLine(deadline, services.today, lang, say));
      for (const missing of overview.missing) context.say(`  ? ${say('尚未輸入', 'not entered')}: ${missingText(missing, lang)}`);
    }
    if (overviews.some(({ missing }) => missing.length > 0)) {
      context.say(say(
        `\n各校共同的日期填在 ${join(services.home.path, 'calendar.json')}，一校不同的填在該校資料夾的 calendar.json（格式：schemas/config/calendar.json）。`,
        `\nDates of all schools go into ${join(services.home.path, 'calendar.json')}, a school's own into calendar.json of its folder (format: schemas/config/calendar.json).`,
      ));
    }
    const errors = overviews.flatMap(({ violations }) => violations).filter(({ severity }) => severity === 'error').length;
    if (errors > 0) context.say(say(`\n行事曆有 ${count(errors)} 項錯誤。`, `\n${count(errors)} errors in the calendars.`));
    context.result({
      schools: overviews.map(({ school, next, violations }) => ({
        school,
        next: next.map(({ what, term, grades, batch, from, to, whoseMove, daysLeft }) => ({ what, term, grades, batch, from, to, whoseMove, daysLeft })),
        violations: violations.map(({ rule, term, severity, detail }) => ({ rule, term, severity, detail: detail[lang] })),
      })),
    });
    return errors > 0 ? EXIT.errorsFound : EXIT.done;
  },
});
