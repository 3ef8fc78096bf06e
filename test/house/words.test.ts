/** What no file of ours may say: unfinished work, one machine's paths, a registry's address, somebody's real id. */
import { describe, expect, test } from 'vitest';
import { filesBelow, read, sourcesBelow } from './files.ts';
import { lineAt, linesOf } from './scan.ts';

const SELF = 'test/house/words.test.ts';
const texts = filesBelow('')
  .filter((path) => path !== SELF)
  .map((path) => ({ path, text: read(path) }))
  .filter(({ text }) => !text.includes('\0'));

const FORBIDDEN: readonly { readonly name: string; readonly pattern: RegExp }[] = [
  { name: 'unfinished work', pattern: /\b(?:TODO|FIXME|XXX|HACK|WIP|TBD)\b/g },
  { name: "one machine's paths", pattern: /\/work\/|\/tmp\/(?:bash_jobs|rt\b|h\d)|\/root\b|\/Users\/|\/home\/(?!runner|app)[a-z]+\/|[A-Z]:\\Users/g },
  { name: 'a registry', pattern: /registry\.(?:npmjs|yarnpkg|npmmirror)|npm\.pkg\.github|_authToken/g },
  { name: 'how it was written', pattern: /\b(?:Claude|Anthropic|ChatGPT|OpenAI|Copilot|language model|LLM|(?:sub-?)?agent session|(?:this|last|next|previous) session)\b/gi },
  { name: 'a private key', pattern: /-----BEGIN [A-Z ]*PRIVATE KEY-----/g },
];

/** Weights of a national id's letter (first two digits) and figures; the sum must be divisible by ten. */
function isValidId(id: string): boolean {
  const letter = 'ABCDEFGHJKLMNPQRSTUVXYWZIO'.indexOf(id[0] ?? '') + 10;
  const digits = [Math.floor(letter / 10), letter % 10, ...Array.from(id.slice(1), Number)];
  const weights = [1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1];
  return digits.reduce((sum, digit, at) => sum + digit * (weights[at] ?? 0), 0) % 10 === 0;
}

/** The number printed on every sample form; nobody's. */
const SAMPLE_ID = 'A123456789';

describe('words', () => {
  test.each(FORBIDDEN)('no $name', ({ pattern }) => {
    expect(texts.flatMap(({ path, text }) => linesOf(text, pattern).map(({ line, match }) => `${path}:${line} ${match}`))).toEqual([]);
  });

  test('an id that could be a person stands in fixtures and tests only', () => {
    const outside = texts.filter(({ path }) => !/^(?:fixtures|test)\/|^adapters\/[^/]+\/fixtures\//.test(path));
    const found = outside.flatMap(({ path, text }) =>
      linesOf(text, /(?<![A-Za-z0-9])[A-Z][12]\d{8}(?![A-Za-z0-9])/g)
        .filter(({ match }) => match !== SAMPLE_ID && isValidId(match))
        .map(({ line, match }) => `${path}:${line} ${match}`));
    expect(found).toEqual([]);
  });

  test('Chinese texts have full-width punctuation', () => {
    const halfWidth = /[\u4e00-\u9fff」][,;?!:](?!\/\/)/g;
    const found = [...sourcesBelow('src'), ...sourcesBelow('jobs')].flatMap(({ path, code, noComments }) =>
      [...noComments.matchAll(halfWidth)]
        // A Chinese property name before its colon is code, not text.
        .filter(({ index }) => code[index] === ' ')
        .map((match) => `${path}:${lineAt(noComments, match.index)} ${match[0]}`));
    expect(found).toEqual([]);
  });

  test('texts end with a line end and are UTF-8 without a mark', () => {
    const ours = texts.filter(({ path }) => /^(?:src|jobs|scripts|schemas|bin|test)\/|^[^/]+$/.test(path) && /\.(?:ts|mjs|json|md|yml)$/.test(path));
    expect(ours.filter(({ text }) => !text.endsWith('\n') || text.startsWith('\uFEFF') || text.includes('\uFFFD') || text.includes('\r')).map(({ path }) => path)).toEqual([]);
  });
});
