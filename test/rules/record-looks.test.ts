import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CanonicalRecord } from '../../src/core/record.ts';
import { type Look, RecordLooks } from '../../src/rules/record-looks.ts';
import { record } from './support.ts';

const NAMES = ['grade', 'credits', 'courseCode', 'score', 'passed'];
const value = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constantFrom(null, '', '0', true, false, Number.NaN));
const fields = fc.dictionary(fc.constantFrom(...NAMES), value, { noNullPrototype: true });
const kind = fc.constantFrom('regular', 'makeup');
const records = fc.array(fc.tuple(kind, fields), { maxLength: 40 }).map((made) =>
  made.map(([of, own], row) => record({ type: 'courseRecord', kind: of, ...own }, row + 2)));
/** A look finds something where the values of its fields are, put together, of an odd length. */
const looks = fc.array(fc.tuple(fc.subarray(NAMES), fc.boolean()), { maxLength: 8 });

const odd = (one: CanonicalRecord, reads: readonly string[]): boolean => `${one.kind} ${reads.map((field) => String(one[field])).join(' ')}`.length % 2 === 1;

test('what is found is what asking every look about every record finds, in fewer questions', () => {
  fc.assert(fc.property(records, looks, (made, wanted) => {
    const found: string[] = [];
    const asked = { times: 0 };
    const asks = wanted.map(([reads, says], at): Look => ({
      reads: says ? reads : null,
      ask(one) {
        asked.times += 1;
        if (!odd(one, reads)) return false;
        found.push(`${at} ${one.source.row}`);
        return true;
      },
    }));
    const all = new RecordLooks(new Map([['courseRecord', asks]]));
    for (const one of made) all.look(one);
    const expected = wanted.flatMap(([reads], at) => made.filter((one) => odd(one, reads)).map((one) => `${at} ${one.source.row}`));
    expect(found.sort()).toEqual(expected.sort());
    expect(asked.times).toBeLessThanOrEqual(made.length * wanted.length);
  }));
});

test('a look that says what it reads is asked once for equal values', () => {
  let times = 0;
  const looksOf = new RecordLooks(new Map([['courseRecord', [{ reads: ['grade'], ask: () => { times += 1; return false; } }]]]));
  for (let row = 2; row < 1000; row++) looksOf.look(record({ type: 'courseRecord', kind: 'regular', grade: row % 3, description: `${row}` }, row));
  expect(times).toBe(3);
});

test('more sets of fields and more values than are remembered change nothing', () => {
  let times = 0;
  const many = new RecordLooks(new Map([['courseRecord', [{ reads: ['score'], ask: () => { times += 1; return false; } }]]]));
  for (let row = 2; row < 602; row++) many.look(record({ type: 'courseRecord', [`field${row}`]: 1, score: 1 }, row));
  expect(times).toBe(600);
  for (let score = 0; score < 20_000; score++) many.look(record({ type: 'courseRecord', field2: 1, score }, 2));
  expect(times).toBe(20_600 - 1);
});

test('an answer is remembered for one type and kind, the fields a record has, and all that is read', () => {
  const bits = [0, 1];
  const made = ['courseRecord', 'courseWork'].flatMap((type) => ['regular', 'makeup'].flatMap((of) => bits.flatMap((grade) => bits.flatMap((credits) => bits.flatMap((score) => [
    record({ type, kind: of, grade, credits, score }), record({ type, kind: of, grade, credits }), record({ type, kind: of, grade }),
  ])))));
  const reads = [['grade', 'credits'], ['grade', 'score'], ['passed']];
  const found: string[] = [];
  const says = (one: CanonicalRecord, at: number): string => `${at} ${one.type} ${one.kind} ${reads[at]!.map((field) => String(one[field])).join(' ')}`;
  const finds = (text: string): boolean => /courseRecord makeup|1 (?:1|undefined)$|courseWork regular undefined/.test(text);
  const asks = reads.map((own, at): Look => ({
    reads: own,
    ask(one) {
      const text = says(one, at);
      if (finds(text)) found.push(text);
      return finds(text);
    },
  }));
  const all = new RecordLooks(new Map([['courseRecord', asks], ['courseWork', asks]]));
  for (const one of [...made, ...made.toReversed()]) all.look(one);
  const expected = made.flatMap((one) => reads.map((_own, at) => says(one, at)).filter(finds));
  expect(found.sort()).toEqual([...expected, ...expected].sort());
});
