import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ByteSource } from '../../../src/core/bytes.ts';
import { jsonProblems } from '../../../src/core/problems/json.ts';
import { ProblemError } from '../../../src/core/problem.ts';
import { parseJson, readJson } from '../../../src/formats/json/read.ts';
import { scanJson } from '../../../src/formats/json/scan.ts';

function source(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    async *stream(start = 0, end = bytes.length) { yield bytes.subarray(start, end); },
    read: async (start, length) => bytes.subarray(start, start + length),
  };
}

const utf8 = (text: string): ByteSource => source(new TextEncoder().encode(text));

function problemOf(run: () => unknown): ProblemError['problem'] {
  try {
    run();
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  }
  throw new Error('nothing was refused');
}

test('a byte order mark is not part of the value', async () => {
  expect(await readJson(utf8('\uFEFF{"姓名":"王小明"}'), 'a.json')).toEqual({ 姓名: '王小明' });
});

test.each([
  ['CP950', Uint8Array.of(0x22, 0xa4, 0xfd, 0x22)], ['UTF-16', Uint8Array.of(0xff, 0xfe, 0x7b, 0, 0x7d, 0)],
])('%s is refused, not guessed', async (_name, bytes) => {
  await expect(readJson(source(bytes), 'a.json')).rejects.toMatchObject({ problem: { code: 'json/not-utf8', file: 'a.json' } });
});

test.each(['{"姓名":"王小明"}', '["歷"]', '{"歷":1}'])('%s cut short anywhere is said to be cut short, within a character too', async (text) => {
  const bytes = new TextEncoder().encode(text);
  for (let length = 0; length < bytes.length; length += 1) {
    await expect(readJson(source(bytes.subarray(0, length)), 'a.json')).rejects.toMatchObject({ problem: { code: 'json/syntax' } });
  }
  // Half a character after the end is no more JSON than a whole one.
  await expect(readJson(source(Uint8Array.from([...bytes, 0xe5])), 'a.json')).rejects.toMatchObject({ problem: { code: 'json/syntax' } });
});

test('a file over the limit is refused unread', async () => {
  const unreadable: ByteSource = { size: 11, stream: () => { throw new Error('read'); }, read: () => { throw new Error('read'); } };
  await expect(readJson(unreadable, 'a.json', { maxBytes: 10 })).rejects.toMatchObject({ problem: { code: 'json/too-large', params: { size: 11, limit: 10 } } });
});

describe('an error has a place', () => {
  test.each([
    ['{"a": 1,\n "b": tru}', 2, 7], ['[1,]', 1, 4], ['{"a":1,}', 1, 8], ['', 1, 1], ['{"學號":01}', 1, 8], ['{"😀":x}', 1, 6],
    ['1 2', 1, 3], ['"abc', 1, 5], ['"a\u0001"', 1, 3], ['"\\x"', 1, 2], ['[1}', 1, 3], ["{'a':1}", 1, 2], ['{"a" 1}', 1, 6], ['nul', 1, 1], ['[', 1, 2], ['NaN', 1, 1],
  ])('%j', (text, line, at) => {
    expect(problemOf(() => parseJson(text, 'a.json'))).toMatchObject({ code: 'json/syntax', params: { line, at }, file: 'a.json' });
  });
});

test('a key that stands twice is refused: one of the values would be lost', () => {
  expect(problemOf(() => parseJson('{"a":1,"b":{"a":2},"\\u0061":3}', 'x'))).toMatchObject({ code: 'json/bad-key', params: { key: 'a', line: 1, at: 20 } });
  expect(problemOf(() => parseJson('{"__proto__":{}}', 'x'))).toMatchObject({ code: 'json/bad-key' });
  expect(parseJson('[{"a":1},{"a":2}]', 'x')).toEqual([{ a: 1 }, { a: 2 }]);
});

test('depth is bounded, not the call stack', () => {
  expect(problemOf(() => parseJson('['.repeat(1_000_000), 'x'))).toMatchObject({ code: 'json/too-deep', params: { limit: 32, at: 33 } });
  expect(parseJson('[[[]],{}]', 'x', { maxDepth: 3 })).toEqual([[[]], {}]);
});

/** Raised by `table-read`. */
const TABLES = new Set(['json/no-table', 'json/not-a-row', 'json/number-too-long', 'json/too-many-keys', 'json/too-many-tables', 'json/two-flags']);

test('every problem it raises is documented', () => {
  expect(Object.keys(jsonProblems).filter((code) => !TABLES.has(code)).sort()).toEqual(['json/bad-key', 'json/not-utf8', 'json/syntax', 'json/too-deep', 'json/too-large']);
});

test('takes exactly the texts JSON.parse takes, as far as keys are single', () => {
  const json = fc.json({ maxDepth: 5 });
  const bitten = fc.tuple(json, fc.nat(), fc.constantFrom('', ',', '"', '}', ']', ':', '\\', '0', ' ', 'e', '-', '.')).map(([text, at, put]) => {
    const place = at % (text.length + 1);
    return text.slice(0, place) + put + text.slice(place + 1);
  });
  fc.assert(fc.property(fc.oneof(json, bitten), (text) => {
    const wrong = scanJson(text, 1000);
    if (wrong?.kind === 'bad-key') return;
    const parsed = (() => { try { JSON.parse(text); return true; } catch { return false; } })();
    expect(wrong === null).toBe(parsed);
  }), { numRuns: 2000 });
});
