import { describe, expect, test } from 'vitest';
import { coursePlan } from '../../src/core/filed-plan.ts';
import { rule } from '../../src/rules/rule.ts';
import type { CalendarRule, RecordRule, Rule } from '../../src/rules/rule.ts';
import { numbers, record, run } from './support.ts';

const WORDS = { 'zh-TW': '文字。', en: 'Text.' };
const BASE = { severity: 'error', title: WORDS, message: WORDS, why: WORDS, fix: WORDS, source: ['RULE-405'], certainty: 'B', types: ['courseRecord'] } as const;

function scoreRule(check: RecordRule['check'], more: Partial<RecordRule> = {}): Rule {
  return rule({ ...BASE, scope: 'record', check, ...more });
}

const always = scoreRule(() => [{ field: 'score' }]);
const course = (fields: Readonly<Record<string, unknown>> = {}, row = 2) => record({ type: 'courseRecord', kind: 'regular', ...fields }, row);
const person = (index: number) => `A1${String(index).padStart(8, '0')}`;

test('a finding says where it is, masks the student, and can be explained', async () => {
  const { outcome } = await run(new Map([['a/b', always]]), [course({ score: 120 }, 7)]);
  expect(outcome.findings).toEqual([{
    rule: 'a/b', severity: 'error', params: {}, file: 'roster.xlsx', sheet: 'courseRecord', row: 7, column: 'score', field: 'score', value: '120',
    student: 'A12345****', record: 'input:0:7',
  }]);
});

test.each([['idNumber', 'A12345****'], ['birthDate', '2009-**-**'], ['description', '(4 字)']])('the value of %s is masked', async (field, shown) => {
  const { outcome } = await run(new Map([['a/b', scoreRule(() => [{ field }])]]), [course({ description: '表現優異' })]);
  expect(outcome.findings[0]?.value).toBe(shown);
});

test('an id that a rule puts into a text by mistake is masked too', async () => {
  const leaky = scoreRule((found) => [{ params: { text: `${found.idNumber} x`, number: 3 } }]);
  const { outcome } = await run(new Map([['a/b', leaky]]), [course()]);
  expect(outcome.findings[0]?.params).toEqual({ text: 'A12345**** x', number: 3 });
});

test('the roster\'s explicit "no value" is shown as -1, an absent field as nothing', async () => {
  const { outcome } = await run(new Map([['a/b', always]]), [course({ score: null }, 2), course({}, 3)]);
  expect(outcome.findings.map(({ value }) => value)).toEqual(['-1', null]);
});

test('counts are exact, samples capped per rule and severity', async () => {
  const two = scoreRule((found) => [{ severity: found.source.row % 2 === 0 ? 'error' : 'warning' }]);
  const records = Array.from({ length: 40 }, (_, index) => course({ idNumber: person(Math.floor(index / 4)) }, index + 2));
  const { outcome } = await run(new Map([['a/b', two], ['a/c', always]]), records, { samples: 5 });
  expect(numbers(outcome)).toEqual([
    { rule: 'a/c', severity: 'error', count: 40, students: 10 },
    { rule: 'a/b', severity: 'error', count: 20, students: 10 },
    { rule: 'a/b', severity: 'warning', count: 20, students: 10 },
  ]);
  expect(outcome.findings.map(({ rule: id, severity }) => `${id} ${severity}`)).toEqual([
    ...Array<string>(5).fill('a/c error'), ...Array<string>(5).fill('a/b error'), ...Array<string>(5).fill('a/b warning'),
  ]);
  expect(outcome).toMatchObject({ students: 10, records: { courseRecord: 40 } });
});

test('the samples kept are the first of the file, in whatever order the students come', async () => {
  const records = Array.from({ length: 40 }, (_, index) => course({ idNumber: person(index) }, index + 2));
  const rows = async (order: typeof records) => (await run(new Map([['a/b', always]]), order, { samples: 5 })).outcome.findings.map(({ row }) => row);
  expect(await rows(records)).toEqual([2, 3, 4, 5, 6]);
  expect(await rows(records.toReversed())).toEqual([2, 3, 4, 5, 6]);
});

test('findings are counted by column and by what the cells look like, samples or not', async () => {
  const scores = scoreRule(() => [{ field: 'score' }]);
  const records = Array.from({ length: 12 }, (_, index) => course(index < 3 ? {} : { score: '1.2E+3' }, index + 2));
  const { outcome } = await run(new Map([['a/b', scores]]), records, { samples: 1 });
  expect(outcome.counts[0]?.columns).toEqual([{ file: 'roster.xlsx', sheet: 'courseRecord', column: 'score', count: 12, shape: 'scientific', shapeCount: 9 }]);
});

test('findings are tallied by rule and student, whatever their severity', async () => {
  const two = scoreRule((found) => [{ severity: found.source.row % 2 === 0 ? 'error' : 'warning' }]);
  const records = [course({}, 2), course({}, 3), course({ idNumber: person(1) }, 4)];
  const { outcome } = await run(new Map([['a/b', two]]), records);
  expect(outcome.tallies).toEqual(new Map([['a/b', new Map([['A123456789 2009-03-15', 2], [`${person(1)} 2009-03-15`, 1]])]]));
});

test('every finding about a record is told, samples or not', async () => {
  const told: (string | null)[] = [];
  const records = Array.from({ length: 5 }, (_, index) => course({ score: index }, index + 2));
  await run(new Map([['a/b', always]]), records, { samples: 1, onFinding: ({ row, field }, { value }) => told.push(`${row} ${field} ${value}`) });
  expect(told).toEqual(['2 score 0', '3 score 1', '4 score 2', '5 score 3', '6 score 4']);
});

test('two hundred samples unless told otherwise', async () => {
  const { outcome } = await run(new Map([['a/b', always]]), Array.from({ length: 250 }, (_, index) => course({}, index + 2)));
  expect(outcome.findings).toHaveLength(200);
  expect(outcome.counts[0]?.count).toBe(250);
});

describe('scopes', () => {
  test('a student rule sees all of one student, its finding about the first record unless it names another', async () => {
    const seen: number[] = [];
    const whole = rule({ ...BASE, scope: 'student', check: (records) => { seen.push(records.length); return [{}, { record: records[1], other: records[0] }]; } });
    const { outcome } = await run(new Map([['a/b', whole]]), [course({}, 2), record({ type: 'cadre' }, 3)]);
    expect(seen).toEqual([2]);
    expect(outcome.findings.map(({ row, params }) => [row, params])).toEqual([[3, { otherSheet: 'courseRecord', otherRow: 2 }], [2, {}]]);
  });

  test('a rule does not see a student without records of its types', async () => {
    const whole = rule({ ...BASE, scope: 'student', check: () => [{}] });
    const { outcome } = await run(new Map([['a/b', whole]]), [course(), record({ type: 'cadre', idNumber: person(1) })]);
    expect(numbers(outcome)).toEqual([{ rule: 'a/b', severity: 'error', count: 1, students: 1 }]);
  });

  test('a school rule sees each student once and starts afresh in every run', async () => {
    const counting = rule({ ...BASE, scope: 'school', begin: () => {
      let students = 0;
      return { student: () => { students += 1; }, end: () => [{ params: { students } }] };
    } });
    const records = [course(), course({ idNumber: person(1) })];
    for (const _ of [1, 2]) {
      const { outcome } = await run(new Map([['a/b', counting]]), records);
      expect(outcome.findings).toMatchObject([{ params: { students: 2 }, student: null, record: null, file: null }]);
    }
  });
});

test('records without a student key are seen by record rules, and counted', async () => {
  const whole = rule({ ...BASE, scope: 'student', check: () => [{}] });
  const { outcome } = await run(new Map<string, Rule>([['a/b', always], ['a/c', whole]]), [course({ idNumber: null, score: 1 }, 2), course({ birthDate: null }, 3), course({}, 4)]);
  expect(outcome).toMatchObject({ students: 1, records: { courseRecord: 3 } });
  expect(numbers(outcome)).toEqual([{ rule: 'a/b', severity: 'error', count: 3, students: 2 }, { rule: 'a/c', severity: 'error', count: 1, students: 1 }]);
});

describe('rules that throw', () => {
  const broken = scoreRule((found) => {
    if (found.source.row === 3) throw new TypeError(`no such thing for ${found.idNumber}`);
    return [{}];
  });

  test('are reported once, masked, and the rest goes on', async () => {
    const { outcome, faults } = await run(new Map([['a/b', broken], ['a/c', always]]), [course({}, 2), course({}, 3), course({}, 3), course({}, 4)]);
    expect(faults.map(({ code, params }) => ({ code, ...params }))).toEqual([{ code: 'rules/threw', rule: 'a/b', detail: 'TypeError: no such thing for A12345****' }]);
    expect(numbers(outcome)).toEqual([{ rule: 'a/c', severity: 'error', count: 4, students: 1 }, { rule: 'a/b', severity: 'error', count: 2, students: 1 }]);
  });

  test('while beginning, looking at a student or ending', async () => {
    const boom = () => { throw new Error('boom'); };
    const atStudent = rule({ ...BASE, scope: 'student', check: boom });
    const atBegin = rule({ ...BASE, scope: 'school', begin: boom });
    const atEnd = rule({ ...BASE, scope: 'school', begin: () => ({ student: () => undefined, end: boom }) });
    const { outcome, faults } = await run(new Map<string, Rule>([['a/b', atBegin], ['a/c', atEnd], ['a/d', always], ['a/e', atStudent]]), [course()]);
    expect(faults.map(({ params, cause }) => [params['rule'], (cause as Error).message])).toEqual([['a/b', 'boom'], ['a/e', 'boom'], ['a/c', 'boom']]);
    expect(outcome.counts).toHaveLength(1);
  });
});

describe('rules that do not run', () => {
  test('are listed with the reason', async () => {
    const forCadre = scoreRule(() => [{}], { types: ['cadre'] });
    const needy = rule({ ...BASE, scope: 'school', needs: ['student'], begin: () => ({ student: () => undefined, end: () => [{}] }) });
    const yearly = rule({ ...BASE, scope: 'student', yearly: true, check: () => [{}] });
    const { outcome } = await run(new Map<string, Rule>([['a/a', always], ['a/b', forCadre], ['a/c', needy], ['a/d', always], ['a/e', yearly]]), [course()], { policy: { severities: { 'a/d': 'off' } } });
    expect(outcome.ran).toEqual(['a/a']);
    expect(Object.fromEntries(outcome.skipped.map(({ rule: id, reason }) => [id, reason.en]))).toEqual({
      'a/b': 'This term has no data to check: cadre records.',
      'a/c': 'This term has no data to check: student roster.',
      'a/d': 'Switched off by policy.',
      'a/e': 'Works and performances are looked at in the check of the school year (114-0).',
    });
    expect(outcome.counts).toHaveLength(1);
  });

  test('a school rule whose needs came later than its data runs after all', async () => {
    const needy = rule({ ...BASE, types: ['courseRecord', 'student'], scope: 'school', needs: ['student'], begin: () => ({ student: () => undefined, end: () => [{}] }) });
    const { outcome } = await run(new Map([['a/c', needy]]), [course(), record({ type: 'student', idNumber: person(1) })]);
    expect(outcome.counts).toHaveLength(1);
  });

  test('none at all is a fault, not a clean result', async () => {
    await expect(run(new Map([['a/b', always]]), [record({ type: 'cadre' })])).rejects.toMatchObject({ code: 'rules/none-run' });
    await expect(run(new Map(), [course()])).rejects.toMatchObject({ code: 'rules/none-run' });
    await expect(run(new Map([['a/b', always]]), [course()], { policy: { severities: { 'a/b': 'off' } } })).rejects.toMatchObject({ code: 'rules/none-run' });
  });
});

test('a rule about the filed plan is skipped where none was taken in, with the reason', async () => {
  const rules = new Map([['a/b', always], ['c/d', scoreRule(() => [{ field: 'score' }], { needsPlan: true })]]);
  const { outcome } = await run(rules, [course()]);
  expect(outcome.ran).toEqual(['a/b']);
  expect(outcome.skipped).toEqual([{ rule: 'c/d', reason: expect.objectContaining({ en: expect.stringContaining('plan') }) }]);
  expect((await run(rules, [course()], { plan: coursePlan([]) })).outcome.ran).toEqual(['a/b', 'c/d']);
});

describe('rules about the calendar', () => {
  const calendarRule = (severity: 'error' | 'info', more: Partial<CalendarRule> = {}): Rule => rule({ ...BASE, severity, types: [], scope: 'calendar', check: (calendar) => [{ params: { firstDay: calendar.terms['114-1']?.firstDay ?? '' } }], ...more });
  const calendar = { terms: { '114-1': { firstDay: '2025-09-01' } }, workingTerm: null };

  test('look at it once, at no record; an error of theirs shuts no gate', async () => {
    const { outcome } = await run(new Map([['a/b', always], ['c/d', calendarRule('error')], ['c/e', calendarRule('info')]]), [course(), course({}, 3)], { calendar });
    expect(numbers(outcome)).toEqual([
      { rule: 'a/b', severity: 'error', count: 2, students: 1 }, { rule: 'c/d', severity: 'warning', count: 1, students: 0 }, { rule: 'c/e', severity: 'info', count: 1, students: 0 },
    ]);
    expect(outcome.findings.find(({ rule: id }) => id === 'c/d')).toMatchObject({ params: { firstDay: '2025-09-01' }, record: null, student: null });
    expect(outcome.ran).toEqual(['a/b', 'c/d', 'c/e']);
  });

  test('unless a policy says that it does', async () => {
    const { outcome } = await run(new Map([['a/b', always], ['c/d', calendarRule('error')]]), [course()], { calendar, policy: { severities: { 'c/d': 'error' } } });
    expect(outcome.counts).toContainEqual(expect.objectContaining({ rule: 'c/d', severity: 'error' }));
  });

  test.each([['no calendar', undefined], ['a calendar without dates of the term', { terms: { '113-2': {} }, workingTerm: '114-1' }]])('are skipped for %s, with the reason', async (_what, other) => {
    const { outcome } = await run(new Map([['a/b', always], ['c/d', calendarRule('error')]]), [course()], other ? { calendar: other } : {});
    expect(outcome.skipped).toEqual([{ rule: 'c/d', reason: expect.objectContaining({ en: expect.stringContaining('calendar.json') }) }]);
    expect(outcome.ran).toEqual(['a/b']);
  });

  test('do not stand for a check: without a rule about records nothing was checked', async () => {
    await expect(run(new Map([['c/d', calendarRule('info')]]), [course()], { calendar })).rejects.toMatchObject({ code: 'rules/none-run' });
  });

  test('one that throws is a fault, and the others go on', async () => {
    const { outcome, faults } = await run(new Map([['a/b', always], ['c/d', calendarRule('error', { check() { throw new TypeError('x'); } })]]), [course()], { calendar });
    expect(faults).toMatchObject([{ code: 'rules/threw', params: { rule: 'c/d' } }]);
    expect(numbers(outcome)).toHaveLength(1);
  });
});
