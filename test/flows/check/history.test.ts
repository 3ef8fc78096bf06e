import { expect, test } from 'vitest';
import { checkHistory, type FoundNow, historyOf, lastCheck, pastChecks } from '../../../src/flows/check/history.ts';
import { newSchool } from '../support.ts';

const A = 'A123456789 2009-03-15';
const B = 'B123456780 2009-04-01';

const { store } = await newSchool('990301');
const found = (contentKey: string, today: string, tallies: Readonly<Record<string, Readonly<Record<string, number>>>>, rejected = 0): FoundNow => ({
  name: '114-1', today, contentKey, tallies: new Map(Object.entries(tallies).map(([rule, counts]) => [rule, new Map(Object.entries(counts))])),
  totals: { errors: Object.values(tallies).flatMap((counts) => Object.values(counts)).reduce((sum, count) => sum + count, rejected), warnings: 0, infos: 0 },
  others: rejected === 0 ? [] : [{ rule: 'mapping/bad-date', severity: 'error', count: rejected, students: 0 }],
});
const check = (now: FoundNow) => {
  const history = historyOf(store, now);
  store.shelve(history.keep);
  return history;
};

test('a term is followed from check to check', () => {
  const first = check(found('k1', '2026-02-01', { 'a/b': { [A]: 3, [B]: 1 }, 'a/c': { '': 1 } }, 7));
  expect(first.changes).toBeNull();
  expect(first.points).toEqual([{ number: 1, today: '2026-02-01', errors: 12, warnings: 0, infos: 0 }]);

  const second = found('k2', '2026-02-03', { 'a/b': { [A]: 1, [B]: 2 }, 'a/d': { [B]: 1 } });
  const { changes, points, keep } = check(second);
  expect(changes).toEqual({
    since: first.points[0],
    rules: [{ rule: 'a/b', came: 1, went: 2 }, { rule: 'a/c', came: 0, went: 1 }, { rule: 'a/d', came: 1, went: 0 }, { rule: 'mapping/bad-date', came: 0, went: 7 }],
  });
  expect(points.map(({ number, errors }) => [number, errors])).toEqual([[1, 12], [2, 4]]);
  expect(keep).not.toEqual([]);

  const again = check({ ...second, today: '2026-02-09' });
  expect(again.keep).toEqual([]);
  expect([again.changes, again.points]).toEqual([changes, points]);

  const third = check(found('k3', '2026-02-09', { 'a/b': { [A]: 1, [B]: 2 }, 'a/d': { [B]: 1 } }));
  expect(third.changes).toEqual({ since: points[1], rules: [] });
  expect(pastChecks(store, '114-1').map(({ number, today }) => [number, today])).toEqual([[1, '2026-02-01'], [2, '2026-02-03'], [3, '2026-02-09']]);
  expect(pastChecks(store, '114-2')).toEqual([]);
  expect(checkHistory(store, '114-1').map((past) => past.changes)).toEqual([null, changes!.rules, []]);
  expect(lastCheck(store, '114-1')).toMatchObject({ contentKey: 'k3', point: { number: 3 } });
  expect(lastCheck(store, '114-2')).toBeNull();
});

test('who a finding was about is kept as a keyed hash only', () => {
  const { keep } = historyOf(store, found('k9', '2026-02-10', { 'a/b': { [A]: 1 } }));
  expect(JSON.stringify(keep)).not.toContain('A123456789');
  expect(JSON.stringify(keep)).toContain(store.studentRef({ idNumber: 'A123456789', birthDate: '2009-03-15' }));
});
