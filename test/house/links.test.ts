/** A link or a path in our prose leads somewhere. */
import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesBelow, read, ROOT } from './files.ts';
import { lineAt } from './scan.ts';

const pages = filesBelow('').filter((path) => path.endsWith('.md') && !/(^|\/)fixtures\//.test(path)).map((path) => ({ path, text: read(path) }));

/** As the usual renderers make them: lower case, punctuation dropped, blanks to hyphens. */
function anchorsOf(text: string): ReadonlySet<string> {
  const headings = text.matchAll(/^#{1,6} +(.+?) *$/gm);
  return new Set([...headings].map((heading) => (heading[1] ?? '').toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, '').replace(/\s/g, '-')));
}

describe('links', () => {
  test('every relative link resolves, its heading too', () => {
    const broken = pages.flatMap(({ path, text }) =>
      [...text.matchAll(/\]\((?!https?:|mailto:)([^)\s#]*)(?:#([^)\s]+))?\)/g)].flatMap((match) => {
        const target = match[1] === '' ? path : posix.join(posix.dirname(path), decodeURIComponent(match[1] ?? ''));
        const where = `${path}:${lineAt(text, match.index)} ${match[0].slice(2, -1)}`;
        if (!existsSync(join(ROOT, target))) return [where];
        return match[2] === undefined || anchorsOf(read(target)).has(decodeURIComponent(match[2])) ? [] : [where];
      }));
    expect(broken).toEqual([]);
  });

  test('a npm script that the prose names exists', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const unknown = pages.flatMap(({ path, text }) =>
      [...text.matchAll(/\bnpm run ([a-z:-]+)/g)].filter((match) => !((match[1] ?? '') in scripts)).map((match) => `${path}:${lineAt(text, match.index)} ${match[0]}`));
    expect(unknown).toEqual([]);
  });
});
