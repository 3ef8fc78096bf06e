/** Items of a student from several places as one list: nothing lost, nothing twice, nothing overwritten. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CanonicalRecord } from '../../../src/core/record.ts';
import { type ItemList, type Keep, mergeLists } from '../../../src/flows/portfolio/items/merge.ts';
import { normalItem } from '../../../src/flows/portfolio/items/normal.ts';

const [A, B] = ['990302', '990303'];
const CODE = '113990302H11101A1010101';

const work = (more: Record<string, unknown> = {}): CanonicalRecord => ({
  type: 'courseWork', kind: 'regular', school: A, term: '113-1', idNumber: 'A110070131', birthDate: '2008-01-15', source: { input: 'x', table: 0, row: 1 },
  courseCode: CODE, subjectName: '國語文', credits: 4, grade: 1, brief: '讀書報告', documentLink: 'a.pdf', uploadedTerm: '113-1', createdAt: '2025-01-05T10:20:30', ...more,
});
const performance = (more: Record<string, unknown> = {}): CanonicalRecord => ({
  type: 'performance', kind: 'service', school: A, term: '113-1', idNumber: 'A110070131', birthDate: '2008-01-15', source: { input: 'x', table: 1, row: 1 },
  name: '淨灘', unit: '鄉公所', startDate: '2024-10-01', hours: 8, brief: '心得', ...more,
});
/** Files are told apart by their link here. */
const normal = (record: CanonicalRecord, owner = A) => normalItem(record, owner, (link) => (link === '' ? null : `sha of ${link}`));
const list = (id: string, records: readonly CanonicalRecord[], owner = A): ItemList => ({ id, items: records.map((record) => normal(record, owner)) });
const undecided = (): null => null;

describe('one item in two places', () => {
  test('is the same when it stands in another sheet of another school', () => {
    const carried = work({ kind: 'transfer', school: B, term: '113-1', courseSchool: A, courseYear: 113, courseTerm: 1, uploadedTerm: undefined, createdAt: undefined });
    const { items, conflicts } = mergeLists([list('p1', [work()]), list('own', [carried], B)], undecided);
    expect(conflicts).toEqual([]);
    expect(items).toHaveLength(1);
    // The version that says more stands.
    expect(items[0]).toMatchObject({ list: 'p1', versions: [{ list: 'p1' }, { list: 'own' }] });
  });

  test('is the same in the roster of the whole year, whose term stands in a column', () => {
    const yearly = work({ term: '113-0', studiedTerm: 1, uploadedTerm: undefined, createdAt: undefined });
    expect(mergeLists([list('a', [yearly]), list('b', [work()])], undecided).items).toHaveLength(1);
  });

  test('is a conflict when it says something else, and the earlier version stands', () => {
    const { items, conflicts } = mergeLists([list('p1', [work()]), list('p2', [work({ brief: '改寫' })])], undecided);
    expect(items).toMatchObject([{ list: 'p1', versions: [{ list: 'p1' }, { list: 'p2' }] }]);
    expect(conflicts).toMatchObject([{ existingIn: 'p1', incomingIn: 'p2', fields: ['brief'], keep: null }]);
  });

  test('is a conflict when its file is another', () => {
    expect(mergeLists([list('p1', [work()]), list('p2', [work({ documentLink: 'b.pdf' })])], undecided).conflicts).toMatchObject([{ fields: ['document'] }]);
  });

  test.each<readonly [Keep, number, string]>([['existing', 1, 'p1'], ['incoming', 1, 'p2'], ['both', 2, 'p1']])('decided as %s', (keep, count, stands) => {
    const { items, conflicts } = mergeLists([list('p1', [work()]), list('p2', [work({ brief: '改寫' })])], () => keep);
    expect(items).toHaveLength(count);
    expect(items[0]!.list).toBe(stands);
    expect(conflicts).toMatchObject([{ keep }]);
  });

  test('is known by its file where a system has put zeros in the place of the code', () => {
    const mangled = work({ courseCode: '00000000', subjectName: 'xxxx', brief: undefined });
    const { items, conflicts } = mergeLists([list('p1', [work()]), list('own', [mangled])], undecided);
    expect(items).toHaveLength(1);
    expect(conflicts).toMatchObject([{ fields: ['courseCode', 'subjectName'] }]);
  });
});

describe('two items', () => {
  test('of one course are told apart by what they say', () => {
    const two = [work(), work({ brief: '第二件', documentLink: 'b.pdf', createdAt: '2025-01-06T08:00:00' })];
    const { items, conflicts } = mergeLists([list('p1', [two[0]!]), list('p2', two.toReversed())], undecided);
    expect(conflicts).toEqual([]);
    expect(items.map(({ versions }) => versions.length)).toEqual([2, 1]);
  });

  test('that show the same file are two', () => {
    const other = work({ courseCode: '113990302H11101A1010102', subjectName: '英語文' });
    expect(mergeLists([list('p1', [work()]), list('p2', [other])], undecided)).toMatchObject({ items: { length: 2 }, conflicts: [] });
    expect(mergeLists([list('p1', [performance({ documentLink: 'a.pdf' })]), list('p2', [performance({ kind: 'other', organiser: '社團', documentLink: 'a.pdf' })])], undecided).items).toHaveLength(2);
  });

  test('of one name in two years are two', () => {
    expect(mergeLists([list('p1', [performance()]), list('p2', [performance({ term: '114-1' })])], undecided)).toMatchObject({ items: { length: 2 }, conflicts: [] });
  });
});

describe('any lists', () => {
  const record = fc.oneof(
    fc.record({ brief: fc.constantFrom('甲', '乙', '丙'), documentLink: fc.constantFrom('a.pdf', 'b.pdf', 'c.pdf'), courseCode: fc.constantFrom(CODE, '113990302H11101A1010102', '00000000'), credits: fc.constantFrom(2, 4) }).map(work),
    fc.record({ name: fc.constantFrom('淨灘', '志工'), hours: fc.constantFrom(1, 8), startDate: fc.constantFrom('2024-10-01', null) }).map(performance),
  );
  const lists = fc.array(fc.array(record, { maxLength: 8 }), { minLength: 1, maxLength: 4 });
  const keep = fc.constantFrom<Keep | null>(null, 'existing', 'incoming', 'both');

  test('hold every item exactly once, whatever was decided', () => {
    fc.assert(fc.property(lists, keep, (all, decision) => {
      const given = all.map((records, at) => list(`p${at}`, records));
      const { items } = mergeLists(given, () => decision);
      const versions = items.flatMap(({ versions: own }) => own);
      expect(versions).toHaveLength(given.reduce((sum, one) => sum + one.items.length, 0));
      for (const { id, items: own } of given) {
        for (const item of own) expect(versions.filter((version) => version.list === id && version.item === item)).toHaveLength(1);
      }
      for (const one of items) expect(one.versions.map(({ item }) => item)).toContain(one.item);
    }));
  });

  test('given again add nothing, and are in conflict with nothing new', () => {
    fc.assert(fc.property(lists, (all) => {
      const given = all.map((records, at) => list(`p${at}`, records));
      const once = mergeLists(given, undecided);
      for (const repeated of given) {
        const again = mergeLists([{ id: 'first', items: repeated.items }, { id: 'again', items: repeated.items }], undecided);
        expect(again.items).toHaveLength(repeated.items.length);
        expect(again.conflicts).toEqual([]);
      }
      expect(mergeLists(given, undecided)).toEqual(once);
    }));
  });
});
