import { describe, expect, test } from 'vitest';
import { compileSchema } from '../../../src/formats/json/schema.ts';

const schema = {
  type: 'object', additionalProperties: false, required: ['a'], maxProperties: 3,
  properties: {
    a: { type: 'string', minLength: 2, maxLength: 3, pattern: '^x' },
    b: { enum: ['day', 'night'] },
    c: { type: ['number', 'null'], minimum: 0, maximum: 9 },
    d: { type: 'array', items: { type: 'integer' }, minItems: 1, maxItems: 2, uniqueItems: true },
    e: { const: 1 },
  },
};

describe('errors in our own shape', () => {
  const validate = compileSchema(schema, { allErrors: true });

  test.each([
    [{}, '', 'required', '整份資料 缺少「a」。', 'The document lacks "a".'],
    [{ a: 'xy', z: 1 }, '', 'additionalProperties', '整份資料 不該有「z」。', 'The document must not have "z".'],
    [{ a: 'x' }, '/a', 'minLength', '/a 至少要 2 個字元。', '/a must have at least 2 characters.'],
    [{ a: 'xxxx' }, '/a', 'maxLength', '/a 最多 3 個字元。', '/a must have at most 3 characters.'],
    [{ a: 'yx' }, '/a', 'pattern', '/a 的寫法不符 ^x。', '/a does not match ^x.'],
    [{ a: 'xx', b: 'noon' }, '/b', 'enum', '/b 必須是下列之一：day, night。', '/b must be one of day, night.'],
    [{ a: 'xx', c: '1' }, '/c', 'type', '/c 的型別應為 number, null。', '/c must be of type number, null.'],
    [{ a: 'xx', c: -1 }, '/c', 'minimum', '/c 不得小於 0。', '/c must not be less than 0.'],
    [{ a: 'xx', d: [] }, '/d', 'minItems', '/d 至少要 1 項。', '/d must have at least 1 items.'],
    [{ a: 'xx', d: [1, 1] }, '/d', 'uniqueItems', '/d 有重複的項目。', '/d has an item twice.'],
    [{ a: 'xx', e: 2 }, '/e', 'const', '/e 必須是 1。', '/e must be 1.'],
  ])('%j', (value, path, keyword, zh, en) => {
    const errors = validate(value);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({ path, keyword, message: { 'zh-TW': zh, en } });
  });

  test('a valid value has none', () => {
    expect(validate({ a: 'xx', c: null, d: [1] })).toEqual([]);
  });
});

test('one error is enough unless all are asked for', () => {
  const bad = { a: 1, b: 'noon' };
  expect(compileSchema(schema)(bad)).toHaveLength(1);
  expect(compileSchema(schema, { allErrors: true })(bad).map(({ path }) => path)).toEqual(['/a', '/b']);
});

test('text is counted in characters, not in UTF-16 units', () => {
  const validate = compileSchema({ type: 'string', maxLength: 2 });
  expect(validate('𠮷𠮷')).toEqual([]);
  expect(validate('𠮷𠮷𠮷')).toHaveLength(1);
});

test('a schema with a keyword nobody knows is refused', () => {
  expect(() => compileSchema({ type: 'string', maxLenght: 3 })).toThrow(/maxLenght/);
});

test('two schemas may carry the same id', () => {
  compileSchema({ $id: 'urn:x:1', type: 'string', maxLength: 1 });
  expect(compileSchema({ $id: 'urn:x:1', type: 'integer' })(1)).toEqual([]);
});
