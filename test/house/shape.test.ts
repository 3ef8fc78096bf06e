/** One idea a file: small, named in kebab-case, every exported function documented. */
import { describe, expect, test } from 'vitest';
import { filesBelow, sourcesBelow } from './files.ts';
import { lineAt } from './scan.ts';

const LIMIT = 16_000;
/** Files over the limit, each with the reason why cutting it would make it worse. */
const EXCUSED: Readonly<Record<string, string>> = {
  'src/core/problems/mapping.ts': 'an area is one file, and this one has the most that can be said, twice over in two languages',
  'src/formats/text/cp950-cells.ts': 'one table of 13,503 cells, all data',
};

const sources = sourcesBelow('src');

/** True when the last thing said before an offset is a documentation comment. */
function isDocumented(text: string, offset: number): boolean {
  return /\*\/\s*$/.test(text.slice(0, offset)) && text.lastIndexOf('/**', offset) > text.lastIndexOf('*/', text.lastIndexOf('*/', offset) - 1);
}

describe('shape', () => {
  test(`no source is over ${LIMIT} bytes without a written excuse, and no excuse is left over`, () => {
    const large = sources.filter(({ text }) => Buffer.byteLength(text) > LIMIT).map(({ path }) => path);
    expect(large).toEqual(Object.keys(EXCUSED).sort());
  });

  test('half of the sources are under 3 kB', () => {
    const sizes = sources.map(({ text }) => Buffer.byteLength(text)).sort((a, b) => a - b);
    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThan(3000);
  });

  test('folders and files are named in kebab-case', () => {
    const ours = ['src', 'jobs', 'scripts', 'test', 'bin'].flatMap(filesBelow);
    expect(ours.filter((path) => !/^(?:[a-z0-9]+(?:-[a-z0-9]+)*\/)*(?:README\.md|[a-z0-9]+(?:[-.][a-z0-9]+)*)$/.test(path))).toEqual([]);
  });

  test('every exported function says what it does; the only one of a file may leave that to the top of the file', () => {
    const exported = /^export (?:async )?(?:function\*? ?(\w+)|const (\w+)(?::[^=;]+)? = (?:async )?(?:<[^>]*>)?\((?:[^()]|\([^()]*\))*\)(?::[^=;{]+)? =>)/gm;
    const silent = sources.flatMap(({ path, text, code }) => {
      const found = [...code.matchAll(exported)];
      if (found.length === 1 && text.startsWith('/**')) return [];
      return found
        // Further signatures of an overloaded function share the first one's documentation.
        .filter((match, at, all) => match[1] === undefined || all[at - 1]?.[1] !== match[1])
        .filter((match) => !isDocumented(text, match.index))
        .map((match) => `${path}:${lineAt(code, match.index)} ${match[1] ?? match[2]}`);
    });
    expect(silent).toEqual([]);
  });
});
