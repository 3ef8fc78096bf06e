import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineOfPointer } from '../../../src/formats/json/locate.ts';

const TEXT = `{
  "terms": {
    "114-1": {
      "upload": [
        {"from": "a", "to": "b"},
        {
          "from": "]}\\"",
          "to": 1.5e3, "x": [[], {}, null]
        }
      ]
    },
    "a/b": true,
    "~": [
      "x"
    ]
  }
}`;

test.each([
  ['', 1], ['/terms', 2], ['/terms/114-1', 3], ['/terms/114-1/upload/0/to', 5], ['/terms/114-1/upload/1', 6], ['/terms/114-1/upload/1/from', 7],
  ['/terms/114-1/upload/1/to', 8], ['/terms/114-1/upload/1/x/2', 8], ['/terms/a~1b', 12], ['/terms/~0/0', 14],
  // What is not there is missing from where it should be.
  ['/terms/114-1/upload/1/grades', 6], ['/terms/114-1/upload/7', 4], ['/terms/a~1b/c', 12], ['/nothing/at/all', 1],
])('%s is in line %i', (pointer, line) => {
  expect(lineOfPointer(TEXT, pointer)).toBe(line);
});

test('blank lines before the document count', () => {
  expect(lineOfPointer('\n\n {"a":\n1}', '/a')).toBe(4);
});

test('every value of any document is found where it was printed', () => {
  fc.assert(fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
    const text = JSON.stringify(value, null, 1);
    const lines = text.split('\n');
    const walk = (node: unknown, pointer: string): void => {
      const line = lines[lineOfPointer(text, pointer) - 1] ?? '';
      if (typeof node !== 'object' || node === null) {
        expect(line).toContain(JSON.stringify(node));
        return;
      }
      for (const [key, child] of Object.entries(node)) walk(child, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`);
    };
    walk(value, '');
  }));
});
