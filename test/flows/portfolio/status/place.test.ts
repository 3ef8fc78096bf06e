/** Where items belong at the school a student came to, and what counts towards its year, for any items and any way of coming. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CanonicalRecord } from '../../../../src/core/record.ts';
import { CARRIED } from '../../../../src/flows/portfolio/gather.ts';
import { type ItemList, mergeLists, OWN } from '../../../../src/flows/portfolio/items/merge.ts';
import { normalItem } from '../../../../src/flows/portfolio/items/normal.ts';
import { leftBehind } from '../../../../src/flows/portfolio/status/carry.ts';
import { yearsUsed } from '../../../../src/flows/portfolio/status/limits.ts';
import { type PlacedItem, placeItems } from '../../../../src/flows/portfolio/status/place.ts';
import { statusPolicy, type StatusPolicy } from '../../../../src/flows/portfolio/status/policy.ts';
import { standingOf } from '../../../../src/flows/portfolio/status/standing.ts';
import { enrolled, score, service, someone, statusChange, work } from '../../../portfolio.ts';

const [A, B] = ['990302', '990303'];
const ONE = someone(1);
const KEY = { idNumber: ONE.idNumber, birthDate: ONE.birthDate };
const shipped = statusPolicy('/nowhere');
const ownerOf = (list: string): string => (list === OWN || list === CARRIED ? B : A);

const set = (...values: readonly [id: string, value: string][]): StatusPolicy => ({ ...shipped, settings: shipped.settings.map((one) => ({ ...one, value: values.find(([id]) => id === one.id)?.[1] ?? one.value })) });

interface Came {
  readonly changes?: readonly CanonicalRecord[];
  readonly policy?: StatusPolicy;
  readonly divisions?: readonly string[];
  /** What the school's own files have. */
  readonly own?: readonly CanonicalRecord[];
}

function placed(records: readonly CanonicalRecord[], { changes = [statusChange(B, ONE, '111', '2025-09-01')], policy = shipped, divisions = [], own = [] }: Came = {}): readonly PlacedItem[] {
  const list = (id: string, all: readonly CanonicalRecord[]): ItemList => ({ id, items: all.map((record) => normalItem(record, ownerOf(id), (link) => `sha of ${link}`)) });
  const standing = standingOf(policy, { school: B, divisions }, { key: KEY, record: enrolled(B, ONE, '114-1', { division: undefined }), terms: ['114-1'], changes }, KEY, null);
  return placeItems({ policy, standing, ownerOf, ownLists: new Set([OWN, CARRIED]) }, mergeLists([list(OWN, own), list('package', records)], () => null).items);
}

const answers = (items: readonly PlacedItem[]): string[] => items.map(({ disposition, reason }) => `${disposition} ${reason}`);

describe('a work of before', () => {
  test.each<[string, CanonicalRecord, Came, string]>([
    ['goes to the sheet for transfers', work(A, ONE, 1), {}, 'placed transfer'],
    ['that was submitted only counts', work(A, ONE, 1, { submittedTerm: '113-1' }), {}, 'submitted submitted'],
    ['of no known way of coming goes there too', work(A, ONE, 1), { changes: [] }, 'placed transfer'],
    ['of no known way of coming is asked about where the policy says so', work(A, ONE, 1), { changes: [], policy: set(['unknown-move', 'ask']) }, 'asks unknown-move'],
    ['of the host of a visit names the host', work(A, ONE, 1), { changes: [{ ...statusChange(B, ONE, '', ''), kind: 'visiting', homeSchool: B, hostSchool: A }] }, 'placed visiting'],
    ['of somebody who only visits is the school of record\'s', work(A, ONE, 1), { changes: [{ ...statusChange(B, ONE, '', ''), kind: 'visiting', homeSchool: A, hostSchool: B }] }, 'kept host'],
    ['of somebody on leave waits where the policy says so', work(A, ONE, 1), { changes: [statusChange(B, ONE, '111', '2025-09-01'), statusChange(B, ONE, '341', '2025-11-01')], policy: set(['suspended', 'ask']) }, 'asks on-leave'],
    ['of a year that is repeated', work(A, ONE, 1), { changes: [statusChange(B, ONE, '231', '2025-09-01')], policy: set(['repeat-year', 'replace-earlier']) }, 'superseded repeated-year'],
    ['that the school\'s own files have is reported from them', work(A, ONE, 1), { own: [work(A, ONE, 1, { attendedSchool: A })] }, 'kept own'],
  ])('%s', (_what, record, came, answer) => {
    expect(answers(placed([record], came))).toEqual([answer]);
  });

  test('keeps the school, year, term and code of its course', () => {
    expect(placed([work(A, ONE, 1)])[0]!.record).toMatchObject({ kind: 'transfer', school: B, courseSchool: A, courseYear: 113, courseTerm: 1, courseCode: work(A, ONE, 1)['courseCode'] });
  });
});

describe('a score of before', () => {
  test.each<[string, string, readonly string[], string, string]>([
    ['by day', '111', [], 'transfer', '1'], ['of another department', '211', [], 'transfer', '2'], ['of a return under another curriculum', '221', [], 'transfer', '3'], ['by night', '101', ['night'], 'nightTransfer', '1'],
  ])('%s has its 身分別', (_what, code, divisions, kind, identity) => {
    expect(placed([score(A, ONE, 1)], { changes: [statusChange(B, ONE, code, '2025-09-01')], divisions })[0]!.record).toMatchObject({ kind, identity, courseYear: 113, courseTerm: 1 });
  });

  test('of several attempts the passed one counts, else the last', () => {
    const [failed, makeup] = [score(A, ONE, 1, { passed: false, score: 40 }), score(A, ONE, 1, { kind: 'makeup', courseYear: 113, courseTerm: 1, score: 70, passed: true })];
    const reported = placed([failed, makeup]).flatMap(({ record }) => record ?? []);
    expect(reported).toMatchObject([{ score: 70 }]);
  });
});

test('what sheets for transfers have no field for is named, and what they say otherwise is not', () => {
  const left = (record: CanonicalRecord): readonly string[] => leftBehind(record, placed([record])[0]!.record!).map(({ field }) => field);
  expect(left(work(A, ONE, 1))).toEqual([]);
  expect(left(work(A, ONE, 1, { kind: 'makeup', makeupMode: '1', courseYear: 112, courseTerm: 2 }))).toEqual(['makeupMode']);
  expect(left(score(A, ONE, 1, { reexamScore: 60, reexamPassed: true }))).toEqual(['reexamScore', 'reexamPassed']);
});

describe('any items', () => {
  const item = fc.tuple(fc.constantFrom('work', 'service', 'score'), fc.integer({ min: 1, max: 9 }), fc.constantFrom(undefined, '112-2', '113-1', '113-2'), fc.constantFrom('112-2', '113-1', '113-2')).map(([what, n, submittedTerm, term]) => {
    const more = { term, ...(what === 'score' ? {} : { uploadedTerm: term, ...(submittedTerm === undefined ? {} : { submittedTerm }) }) };
    return what === 'work' ? work(A, ONE, n, more) : what === 'service' ? service(A, ONE, n, more) : score(A, ONE, n, more);
  });
  const came = fc.record({
    changes: fc.subarray(['111', '211', '221', '231', '341'].map((code, at) => statusChange(B, ONE, code, `2025-09-0${at + 1}`))),
    policy: fc.tuple(fc.constantFrom('keep-both', 'replace-earlier', 'student-chooses'), fc.constantFrom('transfer', 'ask'), fc.constantFrom('all-schools', 'this-school'))
      .map(([repeat, move, scope]) => set(['repeat-year', repeat], ['unknown-move', move], ['limit-scope', scope])),
  });

  test('have one place each, and are reported under the school and the key of today', () => {
    fc.assert(fc.property(fc.uniqueArray(item, { selector: (record) => JSON.stringify([record.type, record['courseCode'], record['brief'], record.term]), maxLength: 20 }), came, (records, how) => {
      const answered = placed(records, how);
      expect(answered.map(({ merged }) => merged.item.record)).toEqual(records);
      for (const { disposition, record } of answered) {
        expect(record !== null).toBe(disposition === 'placed');
        if (record) expect(record).toMatchObject({ school: B, ...KEY });
      }
    }));
  });

  test('count once each towards the year they were submitted in', () => {
    fc.assert(fc.property(fc.uniqueArray(item, { selector: (record) => JSON.stringify([record.type, record['courseCode'], record['brief'], record.term]), maxLength: 20 }), came, (records, how) => {
      const answered = placed(records, how);
      for (const { year, used } of yearsUsed(how.policy, answered, A, ownerOf)) {
        const repeated = new Set(answered.filter(({ disposition }) => disposition === 'superseded').map(({ merged }) => merged.item.record));
        const expected = (type: string): number => records.filter((record) => record.type === type && !repeated.has(record) && String(record['submittedTerm']).startsWith(`${year}-`)).length;
        expect(used).toEqual({ courseWork: expected('courseWork'), performance: expected('performance') });
      }
    }));
  });
});
