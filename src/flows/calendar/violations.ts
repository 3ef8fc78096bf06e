/** What the rules find in a school's calendar, over every term it speaks of. */
import type { SchoolCalendar } from '../../core/calendar.ts';
import { codeList } from '../../core/codes.ts';
import type { Fault } from '../../core/fault.ts';
import type { Bilingual, Severity } from '../../core/problem.ts';
import { fill } from '../../core/text.ts';
import { type CalendarViolation, checkCalendar } from '../../rules/calendar.ts';
import { WaiverBook } from '../../rules/policy.ts';
import type { Policy } from '../policy.ts';
import type { Services } from '../services.ts';

export interface Violation {
  readonly rule: string;
  readonly term: string;
  /** `info` for one that is waived. */
  readonly severity: Severity;
  readonly title: Bilingual;
  /** What is wrong, with its dates; the reason of a waiver behind it. */
  readonly detail: Bilingual;
  readonly fix: Bilingual;
}

function ofTerm(services: Services, school: string, term: string, calendar: SchoolCalendar, policy: Policy, onFault: (fault: Fault) => void): CalendarViolation[] {
  const context = { school, term, today: services.today, calendar, inList: (list: string, value: string) => codeList(list).has(value) };
  return checkCalendar(services.rules, context, policy, onFault);
}

/** Ids of the rules that a term's calendar breaks today; what the day changes in a check's result. */
export function calendarRulesBroken(services: Services, school: string, term: string, calendar: SchoolCalendar, policy: Policy): readonly string[] {
  return ofTerm(services, school, term, calendar, policy, () => {}).map(({ id }) => id);
}

/** @param onFault told once about every rule that threw; the others go on */
export function calendarViolations(services: Services, school: string, calendar: SchoolCalendar, policy: Policy, onFault: (fault: Fault) => void): Violation[] {
  const faulty = new Set<unknown>();
  const onFirst = (fault: Fault): void => {
    if (!faulty.has(fault.params['rule'])) onFault(fault);
    faulty.add(fault.params['rule']);
  };
  const terms = new Set([...Object.keys(calendar.terms), ...(calendar.workingTerm === null ? [] : [calendar.workingTerm])]);
  return [...terms].sort().flatMap((term) => {
    const waivers = new WaiverBook(policy.waivers ?? [], { school, term, today: services.today });
    return ofTerm(services, school, term, calendar, policy, onFirst).map(({ id, rule, hit }): Violation => {
      const set = policy.severities?.[id];
      const waiver = waivers.use(id);
      const params = hit.params ?? {};
      const message = { 'zh-TW': fill(rule.message['zh-TW'], params), en: fill(rule.message.en, params) };
      return {
        rule: id, term, title: rule.title, fix: rule.fix,
        severity: waiver ? 'info' : set !== undefined && set !== 'off' ? set : hit.severity ?? rule.severity,
        detail: waiver
          ? { 'zh-TW': `${message['zh-TW']}（豁免至 ${waiver.expires}：${waiver.reason}）`, en: `${message.en} (waived until ${waiver.expires}: ${waiver.reason})` }
          : message,
      };
    });
  });
}
