/** Reading a filed plan: its rows, its terms, and whom they are for. */
import { describe, expect, test } from 'vitest';
import { coursePlan, isNightType } from '../../src/core/filed-plan.ts';
import { creditsAt, creditsOf, isPaired, isSharedGroup, opensAt, openTypeAt, planPlace, servesGroup, sharedGroupsOf } from '../../src/core/plan-terms.ts';
import type { CanonicalRecord } from '../../src/core/record.ts';

const CODE = '114990301H11101A1010101';
const record = (fields: Readonly<Record<string, unknown>> = {}): CanonicalRecord => ({
  type: 'coursePlanRow', school: '990301', term: '114-0', source: { input: 'plan', table: 0, row: 1 },
  courseCode: CODE, subjectName: '國語文', termCredits: '44Z0A0', termOpenTypes: '00A-B-', attribute: '1101', courseType: '普通型高中', ...fields,
}) as CanonicalRecord;
const row = (fields: Readonly<Record<string, unknown>> = {}) => coursePlan([record(fields)]).rows[0]!;

describe('a plan', () => {
  test('keeps rows of one code apart, and a row that stands twice once', () => {
    const plan = coursePlan([record(), record(), record({ subjectName: '國文' }), record({ courseCode: '113990301E22L0107020005', attribute: '7200' })]);
    expect(plan.rows).toHaveLength(3);
    expect(plan.byCode(CODE).map(({ name }) => name)).toEqual(['國文', '國語文']);
    expect(plan.byCode('nothing')).toEqual([]);
    expect(plan.ofGroup('113990301E22L010')).toMatchObject([{ category: '7', attribute: '2', domain: '00' }]);
    expect(plan.years).toEqual([113, 114]);
  });

  test('takes 課程屬性 from its own column, and from the code where there is none', () => {
    expect(row({ attribute: '5203' })).toMatchObject({ category: '5', attribute: '2', domain: '03' });
    expect(row({ attribute: undefined })).toMatchObject({ category: '1', attribute: '1', domain: '01' });
  });

  test.each([
    ['code', { courseCode: '114990301H11101A10101' }],
    ['credits', { termCredits: '44' }],
    ['credits', { termCredits: '4444?4' }],
    ['open-types', { termOpenTypes: '0000' }],
    ['open-types', { termOpenTypes: '00000Q' }],
  ])('sets aside a row whose %s cannot be read', (flaw, fields) => {
    expect(coursePlan([record(fields)])).toMatchObject({ rows: [], odd: [{ flaw }] });
  });

  test('tells the night division by letter or word', () => {
    expect(['C', 'F', '進修部', '實用技能學程(夜)'].map(isNightType)).toEqual([true, true, true, true]);
    expect(['H', 'M', '普通型高中', ''].map(isNightType)).toEqual([false, false, false, false]);
  });
});

describe('a term of a plan', () => {
  test.each([[114, 1, 0], [114, 2, 1], [115, 1, 2], [116, 2, 5], [117, 1, null], [113, 2, null], [114, 0, null]] as const)('%i-%i is place %s', (year, part, place) => {
    expect(planPlace(114, { year, part })).toBe(place);
  });

  test('has the credits of its character', () => {
    expect([...'0123456789'].map(creditsOf)).toEqual([null, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect([...'ABCDEFGHIRSTZ'].map(creditsOf)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 0]);
    expect([0, 2, 3, 4].map((place) => creditsAt(row(), place))).toEqual([4, 0, null, 1]);
  });

  test('is open where a course is both opened and taught', () => {
    expect([0, 1, 2, 3, 4, 5].map((place) => opensAt(row(), place))).toEqual([true, true, true, false, true, false]);
    expect(openTypeAt(row(), 3)).toBe('-');
    expect(opensAt(row({ termOpenTypes: '00A0B-' }), 3)).toBe(false);
  });

  test('is one of a pair where letters stand in both terms of the year', () => {
    const paired = (termCredits: string, place: number) => isPaired(row({ termCredits }), place);
    expect([paired('AA0000', 0), paired('AA0000', 1), paired('00RS00', 3)]).toEqual([true, true, true]);
    expect([paired('A00000', 0), paired('ZZ0000', 0), paired('0AA000', 1), paired('2B0000', 1)]).toEqual([false, false, false, false]);
  });
});

describe('the group shared by comprehensive schools', () => {
  test('serves all of their groups in the first year only', () => {
    const shared = '114990301M1119601010101';
    expect(servesGroup(shared, '114990301M21301A', { year: 114, part: 2 })).toBe(true);
    expect(servesGroup(shared, '114990301M21301A', { year: 115, part: 1 })).toBe(false);
    expect(servesGroup(shared, '113990301M21301A', { year: 114, part: 1 })).toBe(false);
    expect(servesGroup(shared, '114990301H11101A', { year: 114, part: 1 })).toBe(false);
    expect(servesGroup(CODE, '114990301H11101A', { year: 116, part: 1 })).toBe(true);
    expect(sharedGroupsOf('114990301H11101A', 0)).toEqual([]);
    expect([isSharedGroup('114990301M111960'), isSharedGroup('114990301M21301A'), isSharedGroup('114990301H111960')]).toEqual([true, false, false]);
  });
});
