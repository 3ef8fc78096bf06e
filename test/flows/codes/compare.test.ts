/** The comparison by its own laws: what is made from the plan agrees with it, and each change is found as what it is. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coursePlan } from '../../../src/core/filed-plan.ts';
import type { CanonicalRecord } from '../../../src/core/record.ts';
import { comparePlan } from '../../../src/flows/codes/compare/compare.ts';
import type { CourseRow, Found, TakenRow } from '../../../src/flows/codes/compare/model.ts';
import { comparison, planRecord, planRecords, SCHOOL, tableFrom, takenFrom, TERM } from './plans.ts';

const kinds = (found: readonly Found[]): string[] => [...new Set(found.map(({ kind, reason }) => `${kind} ${reason}`))].sort();
const pick = fc.nat();

/** A row by its place, of a student with at least three rows of the same group: fewer do not tell which is the odd one. */
function aRow(taken: readonly TakenRow[], seed: number, wanted: (row: TakenRow) => boolean = () => true): number | null {
  const rows = Map.groupBy(taken, ({ who, code }) => `${who} ${code!.slice(0, 16)}`);
  const found = taken.flatMap((row, index) => (wanted(row) && rows.get(`${row.who} ${row.code!.slice(0, 16)}`)!.length >= 3 ? [index] : []));
  return found.length === 0 ? null : found[seed % found.length]!;
}

const withCode = (row: TakenRow, at: number, characters: string): TakenRow => ({ ...row, code: row.code!.slice(0, at) + characters + row.code!.slice(at + characters.length) });
const at = (row: TakenRow, index: number): string => row.code!.charAt(index);

describe('a school that keeps to its plan', () => {
  test('differs in nothing, neither in what students take nor in its own table', () => {
    fc.assert(fc.property(planRecords, (records) => {
      const plan = coursePlan(records);
      expect(plan.odd).toEqual([]);
      const { differences, remarks, missing } = comparePlan(comparison(records, { courses: tableFrom(plan) }));
      // Electives of a group none of whose students were made are nobody's.
      expect(kinds(differences)).toEqual([]);
      expect(kinds(remarks)).toEqual([]);
      expect(missing).toEqual([]);
    }), { numRuns: 60 });
  });

  test('gives the same result whatever the order of plan, rows and table', () => {
    fc.assert(fc.property(planRecords, fc.infiniteStream(fc.nat()), (records, lots) => {
      const shuffled = <T>(all: readonly T[]): T[] => all.map((one) => [lots.next().value!, one] as const).sort(([a], [b]) => a - b).map(([, one]) => one);
      const taken = takenFrom(coursePlan(records)).map((row, index) => (index % 7 === 0 ? { ...row, name: `${row.name}二` } : row));
      const courses = tableFrom(coursePlan(records)).slice(3);
      expect(comparePlan(comparison(shuffled(records), { taken: shuffled(taken), courses: shuffled(courses) }))).toEqual(comparePlan(comparison(records, { taken, courses })));
    }), { numRuns: 20 });
  });
});

/** What is done to one row of one student, which rows it can be done to, and what it must be found as. */
interface Change {
  readonly name: string;
  readonly kind: string;
  change(row: TakenRow): TakenRow;
  wanted?(row: TakenRow): boolean;
}

const CHANGES: readonly Change[] = [
  { name: 'no code', kind: 'CODE_MISSING no-code', change: (row) => ({ ...row, code: null }) },
  { name: 'a code cut short', kind: 'CODE_MISSING bad-code', change: (row) => ({ ...row, code: row.code!.slice(0, 22) }) },
  { name: 'another name', kind: 'NAME_OR_LEVEL name', change: (row) => ({ ...row, name: '家長會' }) },
  { name: 'another level', kind: 'NAME_OR_LEVEL level', change: (row) => ({ ...row, name: `${row.name}II` }) },
  { name: 'a blank in the name', kind: 'NAME_OR_LEVEL name', change: (row) => ({ ...row, name: `${row.name.charAt(0)} ${row.name.slice(1)}` }) },
  { name: 'another subject code', kind: 'NAME_OR_LEVEL subject-code', change: (row) => withCode(row, 21, '99') },
  { name: 'a subject that is in no plan', kind: 'NAME_NOT_FOUND no-name', change: (row) => ({ ...withCode(row, 21, '99'), name: '社團' }) },
  { name: '校訂 for 部定', kind: 'GOVERNING differs', change: (row) => withCode(row, 16, '2'), wanted: (row) => at(row, 16) === '1' },
  { name: 'elective for required', kind: 'REQUIRED_ELECTIVE differs', change: (row) => withCode(row, 16, '7'), wanted: (row) => at(row, 16) === '2' },
  { name: 'another category of electives', kind: 'CATEGORY course-category', change: (row) => withCode(row, 16, '6'), wanted: (row) => '357'.includes(at(row, 16)) },
  { name: 'another attribute', kind: 'CATEGORY subject-attribute', change: (row) => withCode(row, 18, at(row, 18) === '4' ? '5' : '4'), wanted: (row) => at(row, 16) !== '9' },
  { name: 'another domain', kind: 'DOMAIN differs', change: (row) => withCode(row, 19, row.code!.slice(19, 21) === '03' ? '04' : '03') },
  { name: 'another way of opening', kind: 'OPEN_TYPE differs', change: (row) => withCode(row, 17, at(row, 17) === 'E' ? 'D' : 'E') },
  { name: 'one credit more', kind: 'CREDITS differs', change: (row) => ({ ...row, credits: row.credits! + 1 }) },
  { name: 'another department', kind: 'GROUP_CODE other-group', change: (row) => withCode(row, 12, '401') },
  { name: 'another school', kind: 'GROUP_CODE other-school', change: (row) => withCode(row, 3, '990302') },
  { name: 'the plan of another year', kind: 'PLAN other-year', change: (row) => withCode(row, 0, '111') },
];

describe('one row of one student', () => {
  test.each(CHANGES)('with $name is $kind and nothing else', ({ kind, change, wanted }) => {
    let seen = 0;
    fc.assert(fc.property(planRecords, pick, (records, seed) => {
      const taken = takenFrom(coursePlan(records));
      const index = aRow(taken, seed, (row) => !row.code!.includes('M111960') && (wanted?.(row) ?? true));
      if (index === null) return;
      seen += 1;
      const { differences, remarks } = comparePlan(comparison(records, { taken: taken.with(index, change(taken[index]!)) }));
      expect(kinds(differences)).toEqual([kind]);
      expect(differences).toHaveLength(1);
      expect(differences[0]!.taken!.who).toBe(taken[index]!.who);
      expect(remarks).toEqual([]);
    }), { numRuns: 40 });
    expect(seen).toBeGreaterThan(10);
  });

  test('of a visiting student may be under the other school\'s code', () => {
    const records = ['01', '02', '03'].map((subject) => planRecord(`114${SCHOOL}H11101A10101${subject}`, { subjectName: `科目${subject}` }));
    const taken = takenFrom(coursePlan(records));
    const elsewhere = taken.with(0, withCode(taken[0]!, 3, '990302'));
    const student = { who: taken[0]!.who, grade: 1, className: null, groupCode: null, department: null, visiting: true };
    expect(kinds(comparePlan(comparison(records, { taken: elsewhere })).differences)).toEqual(['GROUP_CODE other-school']);
    expect(kinds(comparePlan(comparison(records, { taken: elsewhere, students: [student] })).differences)).toEqual([]);
  });
});

/** A plan row changed behind the school's back: everybody who has it differs, and nothing else does. */
const PLAN_CHANGES: readonly (readonly [name: string, kind: string, change: (record: CanonicalRecord, place: number) => Record<string, unknown>])[] = [
  ['is not taught', 'TERM_CREDITS not-taught', (record, place) => ({ termCredits: put(record['termCredits'], place, '0'), termOpenTypes: put(record['termOpenTypes'], place, '-') })],
  ['is not open', 'OPEN_TYPE not-open', (record, place) => ({ termOpenTypes: put(record['termOpenTypes'], place, '-') })],
  ['has other credits', 'CREDITS differs', (record, place) => ({ termCredits: put(record['termCredits'], place, String(record['termCredits']).charAt(place) === '7' ? '5' : '7') })],
  ['has another name', 'NAME_OR_LEVEL name', () => ({ subjectName: '團體輔導' })],
];

const put = (text: unknown, place: number, character: string): string => `${String(text).slice(0, place)}${character}${String(text).slice(place + 1)}`;

describe('a course of the plan that students take', () => {
  test.each(PLAN_CHANGES)('and that %s is %s for each of them', (_, kind, change) => {
    fc.assert(fc.property(planRecords, pick, (records, seed) => {
      const taken = takenFrom(coursePlan(records));
      const index = aRow(taken, seed);
      if (index === null) return;
      const { code } = taken[index]!;
      const place = (TERM.year - Number(code!.slice(0, 3))) * 2;
      const changed = records.map((record) => (record['courseCode'] === code ? { ...record, ...change(record, place) } as CanonicalRecord : record));
      const { differences } = comparePlan(comparison(changed, { taken }));
      expect(kinds(differences)).toEqual([kind]);
      expect(differences.map(({ taken: row }) => row!.who).sort()).toEqual(taken.filter((row) => row.code === code).map(({ who }) => who).sort());
    }), { numRuns: 30 });
  });

  test('and that nobody has any more is untaken: required ones differ, electives are remarked on, 對開 ones wait', () => {
    let required = 0;
    fc.assert(fc.property(planRecords, pick, (records, seed) => {
      const taken = takenFrom(coursePlan(records));
      const index = aRow(taken, seed, (row) => taken.filter(({ who }) => who === row.who).length > 3);
      if (index === null) return;
      const code = taken[index]!.code!;
      const place = (TERM.year - Number(code.slice(0, 3))) * 2;
      const record = records.find((one) => one['courseCode'] === code)!;
      const paired = /^[A-Y]{2}$/.test(String(record['termCredits']).slice(place, place + 2));
      const without = taken.filter((row) => row.code !== code);
      const { differences, remarks, paired: waiting } = comparePlan(comparison(records, { taken: without }));
      const elective = !'12'.includes(code.charAt(16));
      expect(kinds(differences)).toEqual(elective || paired ? [] : ['REQUIRED_NOT_TAKEN nobody']);
      expect(kinds(remarks)).toEqual(elective ? ['REQUIRED_NOT_TAKEN elective'] : []);
      expect(waiting).toBe(!elective && paired ? 1 : 0);
      if (!elective && !paired) required += 1;
    }), { numRuns: 60 });
    expect(required).toBeGreaterThan(5);
  });

  test('and that a whole class lacks is required of that class', () => {
    const records = ['01', '02', '03', '04'].map((subject) => planRecord(`114${SCHOOL}H11101A10101${subject}`, { subjectName: `科目${subject}` }));
    const taken = takenFrom(coursePlan(records));
    const without = taken.filter((row) => row.className !== '0甲' || !row.code!.endsWith('02'));
    const { differences } = comparePlan(comparison(records, { taken: without }));
    expect(differences).toMatchObject([{ kind: 'REQUIRED_NOT_TAKEN', reason: 'class', class: { className: '0甲' }, row: { name: '科目02' } }]);
  });
});

describe('對開 courses', () => {
  const code = `114${SCHOOL}H11101A1010101`;
  const records = [planRecord(code, { subjectName: '家政', termCredits: 'BB0000', termOpenTypes: '00----' }),
    ...['02', '03', '04'].map((subject) => planRecord(`114${SCHOOL}H11101A10101${subject}`, { subjectName: `科目${subject}` }))];
  const taken = takenFrom(coursePlan(records));
  const second = { term: { year: 114, part: 2 } as const, taken: taken.filter((row) => row.code !== code) };

  test('have the credits of their letter', () => {
    expect(taken.find((row) => row.code === code)!.credits).toBe(2);
    expect(comparePlan(comparison(records)).differences).toEqual([]);
  });

  test('are judged in the second term, with what was taken in the first', () => {
    expect(comparePlan(comparison(records, { ...second, before: null }))).toMatchObject({ differences: [], paired: 1 });
    expect(comparePlan(comparison(records, { ...second, before: new Set([code]) }))).toMatchObject({ differences: [], paired: 0 });
    expect(kinds(comparePlan(comparison(records, { ...second, before: new Set() })).differences)).toEqual(['REQUIRED_NOT_TAKEN nobody']);
  });
});

describe('groups and years without a plan', () => {
  const records = ['01', '02', '03'].map((subject) => planRecord(`114${SCHOOL}H11101A10101${subject}`, { subjectName: `科目${subject}` }));
  const taken = takenFrom(coursePlan(records));
  const as = (year: string, group: string): TakenRow[] => taken.map((row) => ({ ...row, code: `${year}${SCHOOL}${group}${row.code!.slice(16)}` }));

  test('are said once a class, not once a row', () => {
    const { differences, missing } = comparePlan(comparison(records, { taken: as('113', 'H11101A') }));
    expect(differences.map(({ kind, reason, class: one }) => [kind, reason, one!.className, one!.students])).toEqual([['GROUP_CODE', 'no-plan-year', '0乙', 2], ['GROUP_CODE', 'no-plan-year', '0甲', 2]]);
    expect(missing).toEqual([113]);
    expect(kinds(comparePlan(comparison(records, { taken: as('114', 'H11101B') })).differences)).toEqual(['GROUP_CODE no-plan-group']);
  });

  test('of the student roster are remarked on where they are not those of the codes', () => {
    const student = (groupCode: string, department: string) => ({ who: taken[0]!.who, grade: 1, className: '101', groupCode, department, visiting: false });
    expect(comparePlan(comparison(records, { students: [student('11', '101')] })).remarks).toEqual([]);
    expect(comparePlan(comparison(records, { students: [student('21', '301')] })).remarks).toMatchObject([{ kind: 'GROUP_CODE', reason: 'department', ours: '21 301', plan: '11 101' }]);
  });
});

describe('the first year of a comprehensive school', () => {
  const shared = `114${SCHOOL}M111960`;
  const own = `114${SCHOOL}M21301A`;
  const row = (group: string, subject: string, fields = {}) => planRecord(`${group}10101${subject}`, { subjectName: `科目${subject}`, courseType: '綜合型高中', ...fields });
  const FIRST = { termCredits: '440000', termOpenTypes: '00----' };
  const records = [row(shared, '01', FIRST), row(shared, '02', FIRST), row(own, '03'), row(own, '04')];

  test('may be under the group that all programmes share', () => {
    expect(comparePlan(comparison(records)).differences).toEqual([]);
    const onlyShared = takenFrom(coursePlan(records)).filter(({ code }) => code!.startsWith(shared));
    expect(comparePlan(comparison(records, { taken: onlyShared })).differences).toEqual([]);
  });

  test('is over after two terms', () => {
    const later = comparison(records, { term: { year: 115, part: 1 } });
    expect(kinds(comparePlan(later).differences)).toEqual(['GROUP_CODE other-group']);
  });

  test('is no other course type\'s', () => {
    const general = `114${SCHOOL}H11101A`;
    const plan = [row(general, '03'), row(general, '04'), row(general, '05'), row(shared, '01', FIRST)];
    const taken = takenFrom(coursePlan(plan));
    const strayed = [...taken, { ...taken[0]!, code: `${shared}1010101`, name: '科目01' }];
    expect(kinds(comparePlan(comparison(plan, { taken: strayed })).differences)).toEqual(['GROUP_CODE other-group']);
  });
});

/** What is done to one row of the school's own table. */
const TABLE_CHANGES: readonly { readonly name: string; readonly kind: string; change(row: CourseRow): Partial<CourseRow> }[] = [
  { name: 'another name', kind: 'NAME_OR_LEVEL name', change: () => ({ name: '家長會' }) },
  { name: 'another level', kind: 'NAME_OR_LEVEL level', change: (row) => ({ name: `${row.name}IV` }) },
  { name: 'the other body', kind: 'GOVERNING differs', change: (row) => ({ governing: row.governing === '部訂' ? '校訂' : '部定' }) },
  { name: 'the other kind', kind: 'REQUIRED_ELECTIVE differs', change: (row) => ({ requiredElective: row.requiredElective === '必修' ? '選修' : '必修' }) },
  { name: 'another attribute', kind: 'CATEGORY subject-attribute', change: (row) => ({ attribute: row.attribute === '4' ? '5' : '4' }) },
  { name: 'another domain', kind: 'DOMAIN differs', change: () => ({ domain: '03' }) },
  { name: 'other credits', kind: 'TERM_CREDITS differs', change: () => ({ termCredits: '555555' }) },
  { name: 'another way of opening', kind: 'OPEN_TYPE differs', change: () => ({ termOpenTypes: '222222' }) },
  { name: 'another group', kind: 'GROUP_CODE own-columns', change: () => ({ group: `114${SCHOOL}H11102A` }) },
  { name: 'another department', kind: 'GROUP_CODE own-columns', change: () => ({ department: '999' }) },
  { name: 'another year', kind: 'PLAN other-year', change: () => ({ year: 107 }) },
  { name: 'no code', kind: 'CODE_MISSING no-code', change: () => ({ code: null }) },
];

describe('one row of the school\'s own table', () => {
  test.each(TABLE_CHANGES)('with $name is $kind', ({ kind, change }) => {
    fc.assert(fc.property(planRecords, pick, (records, seed) => {
      const courses = tableFrom(coursePlan(records));
      const index = seed % courses.length;
      const row = courses[index]!;
      const { differences } = comparePlan(comparison(records, { courses: courses.with(index, { ...row, ...change(row) }) }));
      // Without its code the plan's row is missing as well: both are so.
      expect(kinds(differences)).toEqual([kind, ...(kind.startsWith('CODE_MISSING') ? ['MISSING_IN_SIS no-row'] : [])]);
    }), { numRuns: 20 });
  });

  test.each([
    ['left out', 'MISSING_IN_SIS no-row', (courses: CourseRow[], index: number): CourseRow[] => courses.toSpliced(index, 1)],
    ['that is in no plan', 'NAME_NOT_FOUND no-name', (courses: CourseRow[], index: number): CourseRow[] => [...courses, { ...courses[index]!, code: `${courses[index]!.code!.slice(0, 21)}77`, name: '社團' }]],
    ['under another subject code', 'NAME_OR_LEVEL subject-code', (courses: CourseRow[], index: number): CourseRow[] => courses.with(index, { ...courses[index]!, code: `${courses[index]!.code!.slice(0, 21)}77` })],
    ['under a group without a plan', 'GROUP_CODE unknown-group', (courses: CourseRow[], index: number): CourseRow[] => courses.with(index, { ...courses[index]!, code: courses[index]!.code!.slice(0, 12) + '409' + courses[index]!.code!.slice(15) })],
  ])('%s is %s', (_, kind, change) => {
    fc.assert(fc.property(planRecords, pick, (records, seed) => {
      const courses = tableFrom(coursePlan(records));
      const { differences } = comparePlan(comparison(records, { courses: change(courses, seed % courses.length) }));
      expect(kinds(differences)).toEqual([kind]);
      expect(differences).toHaveLength(1);
    }), { numRuns: 20 });
  });

  test('of a year whose plan is not there says nothing, and of a table a term only what that term teaches is expected', () => {
    const records = [planRecord(`114${SCHOOL}H11101A1010101`, { termCredits: '400000', termOpenTypes: '0-----' }), planRecord(`114${SCHOOL}H11101A1010102`, { subjectName: '英語文', termCredits: '040000', termOpenTypes: '-0----' })];
    const [first, second] = tableFrom(coursePlan(records));
    const perTerm = { ...first!, termCredits: null, termOpenTypes: null, term: TERM, credits: 4 };
    const none = { taken: [] };
    expect(comparePlan(comparison(records, { ...none, courses: [perTerm, { ...second!, code: `110${SCHOOL}H11101A1010102` }] })).differences).toEqual([]);
    expect(kinds(comparePlan(comparison(records, { ...none, courses: [{ ...perTerm, credits: 3 }] })).differences)).toEqual(['CREDITS differs']);
    expect(kinds(comparePlan(comparison(records, { ...none, courses: [perTerm, { ...second!, termCredits: null, termOpenTypes: null, term: TERM, credits: 4 }] })).differences)).toEqual(['TERM_CREDITS not-taught']);
  });
});
