/** What only the edges of the program may do: read the clock, draw lots, talk to the terminal, end the process. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT, sourcesBelow } from './files.ts';
import { linesOf } from './scan.ts';

const sources = [...sourcesBelow('src'), ...sourcesBelow('jobs'), ...sourcesBelow('adapters')];
const inner = sources.filter(({ path }) => !path.startsWith('src/cli/') && !path.startsWith('src/observe/'));

const BANNED: readonly { readonly name: string; readonly pattern: RegExp }[] = [
  { name: 'process.exit', pattern: /\bprocess\s*\.\s*exit\b(?!Code)/g },
  { name: 'Date.now', pattern: /\bDate\s*\.\s*now\b/g },
  { name: 'new Date()', pattern: /\bnew\s+Date\s*(?:\(\s*\)|(?![\s(]))/g },
  { name: 'Math.random', pattern: /\bMath\s*\.\s*random\b/g },
  { name: 'console', pattern: /(?<![.\w])console\s*\./g },
];

/** The ministry's own layout is nobody's product but what everybody exchanges. */
const STANDARD = 'national-roster';

describe('bans', () => {
  test.each(BANNED)('$name stays in src/cli and src/observe', ({ pattern }) => {
    expect(inner.flatMap(({ path, code }) => linesOf(code, pattern).map(({ line, match }) => `${path}:${line} ${match}`))).toEqual([]);
  });

  test('nothing in src names an outside system', () => {
    const folders = readdirSync(join(ROOT, 'adapters'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const ids = folders.map((entry) => entry.name).filter((name) => !name.startsWith('_') && name !== STANDARD);
    expect(ids.length).toBeGreaterThan(0);
    const named = new RegExp(`(?<![\\w-])(?:${ids.join('|')})(?![\\w-])`, 'g');
    const found = sources.filter(({ path }) => path.startsWith('src/')).flatMap(({ path, noComments }) => linesOf(noComments, named).map(({ line, match }) => `${path}:${line} ${match}`));
    expect(found).toEqual([]);
  });

  test('files of ours are named without their ending, which differs once built', () => {
    const pattern = /new URL\(\s*['"`][^'"`]*\.ts['"`]/g;
    expect(sources.flatMap(({ path, noComments }) => linesOf(noComments, pattern).map(({ line, match }) => `${path}:${line} ${match}`))).toEqual([]);
  });
});
