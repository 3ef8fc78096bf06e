import { expect, test } from 'vitest';
import { xmlPlace } from '../../../src/formats/xml/carried.ts';
import type { XmlShape } from '../../../src/formats/xml/shape.ts';

const SHAPE: XmlShape = {
  root: '名單', records: ['學生'], key: ['id', 'born'], empty: ['null'],
  tables: [
    { sheet: 'students', carrier: true, columns: ['id', 'born', 'name'].map((header) => ({ header, paths: [`me/${header}`] })) },
    { sheet: 'moves', each: ['move'], columns: ['id', 'born'].map((header) => ({ header, paths: [`me/${header}`] })) },
  ],
};
const students = xmlPlace('students', ['id', 'born', 'name'], SHAPE)!;

test('blanks around a text are lost, and a text that means nothing is blank', () => {
  expect(students.carried(['A', ' 1 ', '\nnull '])).toEqual(['A', '1', '']);
  expect(students.carried(['A', '1', 'null and more'])).toEqual(['A', '1', 'null and more']);
});

test('a row that says no more than its key is none where the record carries others', () => {
  expect(students.bare(['A', '1', ' '])).toBe(true);
  expect(students.bare(['A', '1', 'null'])).toBe(true);
  expect(students.bare(['A', '1', '王'])).toBe(false);
  expect(xmlPlace('moves', ['id', 'born'], SHAPE)!.bare(['A', '1'])).toBe(false);
});

test('one row can stand for a key where the record is the row', () => {
  expect([students.single, xmlPlace('moves', ['id', 'born'], SHAPE)!.single, xmlPlace('else', ['id'], SHAPE)]).toEqual([true, false, null]);
});
