import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CanonicalRecord } from '../../src/core/record.ts';
import { decodeDocument, documentText, encodeRow, Layout } from '../../src/store/rows.ts';
import { student } from './support.ts';

const place = { school: '193303', term: '114-1', type: 'performance', kind: 'cadre', input: 'input' };
const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('', '-1', '\u{E000}', '王小明', '\u0000', '"]'));
const value = fc.oneof(
  text, fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0), fc.boolean(), fc.constant(null), fc.constant(undefined),
  fc.array(fc.oneof(text, fc.constant(null)), { maxLength: 3 }), fc.dictionary(text, text, { maxKeys: 3, noNullPrototype: true }),
);
const fields = fc.dictionary(fc.constantFrom('unit', 'role', 'startDate', 'level', 'raw', 'extra', 'score', 'name'), value, { noNullPrototype: true });
const records = fc.array(fc.tuple(fields, fc.nat(20), fc.integer({ min: 2, max: 100_000 })), { minLength: 1, maxLength: 8 });

test.each([true, false])('records survive as rows, absent and null kept apart (keyed: %s)', (keyed) => {
  fc.assert(fc.property(records, (made) => {
    const layout = new Layout();
    const originals = made.map(([more, table, row]): CanonicalRecord => ({
      type: 'performance', kind: 'cadre', school: place.school, term: place.term,
      ...(keyed ? student(1) : {}), source: { input: place.input, table, row }, ...more,
    }));
    const rows = originals.map((record) => encodeRow(record, layout, keyed)).join(',');
    const decoded = decodeDocument(documentText(keyed ? student(1) : null, rows), place, layout.fields);
    expect(decoded.student).toEqual(keyed ? student(1) : null);
    const present = originals.map((record) => Object.fromEntries(Object.entries(record).filter(([, cell]) => cell !== undefined)));
    expect(decoded.records).toStrictEqual(present);
  }));
});

test('a number that JSON cannot hold is refused, not turned into nothing', () => {
  const record = { type: 'performance', school: '193303', term: '114-1', source: { input: 'input', table: 0, row: 2 }, score: Number.NaN } as const;
  expect(() => encodeRow(record, new Layout(), false)).toThrow('score');
});
