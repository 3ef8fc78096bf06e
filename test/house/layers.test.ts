/** Who may import whom: downwards only, never sideways, and each outside package through one file. */
import { builtinModules } from 'node:module';
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { doors } from './doors.ts';
import { GENERATED, read, sourcesBelow } from './files.ts';
import { importsOf, scan } from './scan.ts';

const TIERS: readonly (readonly string[])[] = [
  ['core'],
  ['mapping', 'formats'],
  ['adapters', 'package', 'receipts', 'rules', 'report', 'store'],
  ['flows', 'schedule', 'engine'],
  ['cli', 'console', 'jobs'],
];
/** `observe` stands beside the line: it knows only core, and only these may talk to it. */
const MAY_OBSERVE = new Set(['observe', 'cli', 'console', 'flows', 'engine']);
const BUILTIN = new Set(builtinModules.flatMap((name) => [name, `node:${name}`]).concat('node:sqlite', 'node:test', 'node:sea'));

interface Edge {
  readonly path: string;
  readonly line: number;
  readonly specifier: string;
  readonly typeOnly: boolean;
  /** Repository path of what is imported; null for a package or a part of Node. */
  readonly target: string | null;
}

const generated = [...GENERATED].filter((path) => path.endsWith('.ts')).map((path) => ({ path, ...scan(read(path)) }));
const edges: readonly Edge[] = [...sourcesBelow('src'), ...sourcesBelow('jobs'), ...sourcesBelow('adapters'), ...generated].flatMap((source) =>
  importsOf(source).map((found) => ({
    path: source.path,
    ...found,
    target: found.specifier.startsWith('.') ? posix.normalize(posix.join(posix.dirname(source.path), found.specifier)) : null,
  })));

/** `src/rules/course/x.ts` → `rules`; `jobs/x.ts` → `jobs`; a vendor folder → `vendor`. */
function folderOf(path: string): string {
  const [top, second] = path.split('/');
  if (top === 'src') return second ?? '';
  return top === 'adapters' ? 'vendor' : (top ?? '');
}

const tierOf = (folder: string): number => TIERS.findIndex((tier) => tier.includes(folder));
const say = (edge: Edge): string => `${edge.path}:${edge.line} imports ${edge.specifier}`;
const packageOf = (specifier: string): string => specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/');

/** Why an import within the repository is against the order; null when it is not. */
function against(from: string, to: string, edge: Edge): string | null {
  if (from === to && from !== 'vendor') return null;
  if (from === 'vendor') {
    if (edge.target?.split('/')[1] === edge.path.split('/')[1]) return null;
    return edge.target === 'src/adapters/sdk.ts' && edge.typeOnly ? null : 'a vendor folder may import only types of src/adapters/sdk.ts';
  }
  if (to === 'observe') return MAY_OBSERVE.has(from) ? null : `${from} may not import observe`;
  if (from === 'observe') return to === 'core' ? null : 'observe may import core only';
  if (tierOf(from) === -1) return `src/${from} has no place in the order`;
  if (tierOf(to) === -1) return `${to} is not ours to import`;
  return tierOf(to) < tierOf(from) ? null : `${from} stands ${tierOf(to) === tierOf(from) ? 'beside' : 'below'} ${to}`;
}

describe('layers', () => {
  test('there is something to look at', () => {
    expect(edges.length).toBeGreaterThan(100);
  });

  test('imports go down the tiers only', () => {
    const wrong = edges.flatMap((edge) => {
      const reason = edge.target === null ? null : against(folderOf(edge.path), folderOf(edge.target), edge);
      return reason === null ? [] : [`${say(edge)}: ${reason}`];
    });
    expect(wrong).toEqual([]);
  });

  test('a package is imported through its door alone', () => {
    const wrong = edges
      .filter((edge) => edge.target === null && !BUILTIN.has(edge.specifier))
      .filter((edge) => doors().get(packageOf(edge.specifier)) !== edge.path)
      .map((edge) => `${say(edge)}, whose door is ${doors().get(packageOf(edge.specifier)) ?? 'not in CONTRIBUTING.md'}`);
    expect(wrong).toEqual([]);
  });

  test("Node's own modules are named with node:", () => {
    expect(edges.filter((edge) => BUILTIN.has(edge.specifier) && !edge.specifier.startsWith('node:')).map(say)).toEqual([]);
  });

  test('imports name the file, with .ts or .json', () => {
    expect(edges.filter((edge) => edge.target !== null && !/\.(ts|json)$/.test(edge.target)).map(say)).toEqual([]);
  });
});
