import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { calendarOverview } from '../../../src/flows/calendar/overview.ts';
import type { Policy } from '../../../src/flows/policy.ts';
import { rule } from '../../../src/rules/rule.ts';
import { newSchool, type School } from '../support.ts';

const CODE = '990301';
const TEXT = { 'zh-TW': '文字。', en: 'Text.' };
let school: School;

beforeAll(async () => {
  school = await newSchool(CODE);
  writeFileSync(join(school.services.home.path, CODE, 'school.json'), JSON.stringify({ code: CODE, term: '114-1' }));
  writeFileSync(join(school.services.home.path, 'calendar.json'), JSON.stringify({
    terms: { '114-1': {
      firstDay: '2025-09-01', lastDay: '2026-01-20', upload: [{ from: '2025-09-01', to: '2026-02-02' }], certification: [{ from: '2025-09-01', to: '2026-02-20' }],
      submission: [{ from: '2026-03-01', to: '2026-03-20' }], receipt: [{ from: '2026-03-21', to: '2026-03-21' }],
    } },
    years: { 114: { submission: [{ from: '2026-03-01', to: '2026-03-06', grades: [3], batch: 1 }] } },
  }));
});

const look = (today: string, policy: Policy = {}) => calendarOverview({ ...school.services, today }, CODE, policy, (fault) => { throw fault; });

describe('deadlines', () => {
  const brief = (today: string, policy?: Policy) => look(today, policy).next.filter(({ term }) => term !== null).map(({ what, to, daysLeft, whoseMove }) => `${to} ${daysLeft} ${what} ${whoseMove}`);

  test('are what is not over, soonest first, with those that follow from others', () => {
    expect(brief('2025-09-29')).toEqual([
      '2025-09-29 0 comparison school', '2026-02-02 126 upload student', '2026-02-20 144 certification teacher', '2026-02-20 144 ready school', '2026-03-06 158 ready school',
      '2026-03-06 158 submission school', '2026-03-20 172 submission school', '2026-03-21 173 receipt student',
    ]);
    expect(brief('2026-03-07')).toEqual(['2026-03-20 13 submission school', '2026-03-21 14 receipt student']);
  });

  test('a policy changes how early data must be ready', () => {
    expect(brief('2026-03-07', { params: { 'calendar/lead-time': { leadDays: 5 } } })[0]).toBe('2026-03-15 8 ready school');
  });

  test('say for which grades and batch', () => {
    expect(look('2026-03-01').next.find(({ term }) => term === '114-0')).toMatchObject({ what: 'submission', grades: [3], batch: 1, from: '2026-03-01' });
  });

  test('set by regulation are among them', () => {
    expect(look('2026-03-20').next).toContainEqual(expect.objectContaining({ what: 'status-changes-spring', term: null, to: '2026-03-20', daysLeft: 0, whoseMove: 'school' }));
  });
});

describe('violations', () => {
  const brief = (today: string, policy?: Policy) => look(today, policy).violations.map(({ rule: id, severity, term }) => `${id} ${severity} ${term}`);

  test('are what the rules find, in the severity the rules give them', () => {
    expect(brief('2026-01-20')).toEqual(['calendar/receipt-window error 114-1', 'calendar/upload-window error 114-1']);
    expect(look('2026-01-20').violations[1]?.detail['zh-TW']).toContain('至少要開放到 2026-02-03');
  });

  test('know the day', () => {
    expect(brief('2026-05-01')).toContain('calendar/working-term warning 114-1');
  });

  test('follow the policy: off, another severity, waived with the reason', () => {
    const waiver = { rule: 'calendar/upload-window', school: CODE, reason: '校務會議決議', by: '王科長', expires: '2026-06-30' };
    const policy: Policy = { severities: { 'calendar/receipt-window': 'off' }, waivers: [waiver] };
    expect(brief('2026-01-20', policy)).toEqual(['calendar/upload-window info 114-1']);
    expect(look('2026-01-20', policy).violations[0]?.detail['zh-TW']).toContain('豁免至 2026-06-30：校務會議決議');
    expect(brief('2026-01-20', { severities: { 'calendar/receipt-window': 'warning' } })).toContain('calendar/receipt-window warning 114-1');
  });

  test('a rule that throws is a fault, and the others go on', () => {
    const rules = new Map(school.services.rules);
    rules.set('calendar/broken', rule({ scope: 'calendar', severity: 'error', title: TEXT, message: TEXT, why: TEXT, fix: TEXT, source: ['RULE-303'], certainty: 'A', types: [], check() { throw new TypeError('x'); } }));
    const faults: unknown[] = [];
    const { violations } = calendarOverview({ ...school.services, rules, today: '2026-01-20' }, CODE, {}, (fault) => faults.push(fault));
    expect(faults).toEqual([expect.objectContaining({ code: 'rules/threw', params: { rule: 'calendar/broken', detail: 'TypeError: x' } })]);
    expect(violations).toHaveLength(2);
  });
});

describe('missing dates', () => {
  test('are those of the working term', () => {
    expect(look('2026-01-20')).toMatchObject({ term: '114-1', missing: [{ term: '114-1', entries: ['precheck'] }] });
  });

  test('are all of a term nobody has entered, and of the year once term 2 has come', async () => {
    const { services } = await newSchool('990302');
    const all = ['firstDay', 'lastDay', 'upload', 'certification', 'precheck', 'submission', 'receipt'];
    expect(calendarOverview({ ...services, today: '2026-01-20' }, '990302', {}, () => {}).missing).toEqual([{ term: '114-1', entries: all }]);
    expect(calendarOverview({ ...services, today: '2026-05-20' }, '990302', {}, () => {})).toMatchObject({
      term: '114-2', missing: [{ term: '114-2', entries: all }, { term: '114-0', entries: ['workSelection', 'performanceSelection', 'submission', 'receipt'] }],
    });
  });
});
