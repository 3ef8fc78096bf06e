import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CanonicalRecord } from '../../src/core/record.ts';
import { JsonBlock } from '../../src/store/json-block.ts';
import { decodeDocument, documentHead, recordMaker, RowWriter, SEAM } from '../../src/store/rows.ts';
import { student } from './support.ts';

const place = { school: '193303', term: '114-1', type: 'performance', kind: 'cadre', input: 'input' };
const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('', '-1', '\u{E000}', '王小明', '\u0000', '"]'));
const value = fc.oneof(
  text, fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0), fc.boolean(), fc.constant(null), fc.constant(undefined),
  fc.array(fc.oneof(text, fc.constant(null)), { maxLength: 3 }), fc.dictionary(text, text, { maxKeys: 3, noNullPrototype: true }),
);
const names = ['unit', 'role', 'startDate', 'level', 'raw', 'extra', 'score', 'name'];
const few = fc.dictionary(fc.constantFrom(...names), value, { noNullPrototype: true });
const many = fc.dictionary(fc.nat(120).map((n) => `field${n}`), value, { minKeys: 60, maxKeys: 120, noNullPrototype: true });
/** Like the row before in most fields, as the rows of one student are. */
const records = fc.array(fc.tuple(fc.oneof({ weight: 9, arbitrary: few }, { weight: 1, arbitrary: many }), fc.nat(2), fc.integer({ min: 2, max: 100_000 }), fc.boolean(), fc.boolean()), { minLength: 1, maxLength: 8 })
  .map((made) => made.map(([more, table, row, like, seam], at) => [like && at > 0 ? { ...made[at - 1]![0], ...more } : more, table, row, seam] as const));

test.each([true, false])('records survive as rows, absent and null kept apart (keyed: %s)', (keyed) => {
  fc.assert(fc.property(records, (made) => {
    const block = new JsonBlock();
    const writer = new RowWriter(block);
    block.text(documentHead(keyed ? student(1) : null));
    const originals = made.map(([more, table, row]): CanonicalRecord => ({
      type: 'performance', kind: 'cadre', school: place.school, term: place.term,
      ...(keyed ? student(1) : {}), source: { input: place.input, table, row }, ...more,
    }));
    for (const [at, record] of originals.entries()) {
      const seam = made[at]![3];
      if (seam) writer.begin();
      block.text(at === 0 ? '' : seam ? SEAM : ',');
      writer.write(record, keyed);
    }
    const decoded = decodeDocument(`${Buffer.from(block.take()).toString()}]`, recordMaker(place, writer.layout.fields));
    expect(decoded.student).toEqual(keyed ? student(1) : null);
    const present = originals.map((record) => Object.fromEntries(Object.entries(record).filter(([, cell]) => cell !== undefined)));
    expect(decoded.records).toStrictEqual(present);
  }));
});

test('a number that JSON cannot hold is refused, not turned into nothing', () => {
  const record = { type: 'performance', school: '193303', term: '114-1', source: { input: 'input', table: 0, row: 2 }, score: Number.NaN } as const;
  expect(() => new RowWriter(new JsonBlock()).write(record, false)).toThrow('score');
});
