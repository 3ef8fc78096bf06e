/** Problem codes (the data's fault) and fault codes (ours): complete, in both languages, used, and none invented on the way. */
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { FAULTS } from '../../src/core/fault.ts';
import type { Bilingual, ProblemDefinition } from '../../src/core/problem.ts';
import { filesBelow, ROOT, sourcesBelow } from './files.ts';
import { linesOf } from './scan.ts';

const AREAS = filesBelow('src/core/problems').filter((path) => path.endsWith('.ts') && basename(path) !== 'index.ts');
const sources = [...sourcesBelow('src'), ...sourcesBelow('adapters')];

const tables = await Promise.all(AREAS.map(async (path) => {
  const module = (await import(pathToFileURL(join(ROOT, path)).href)) as Record<string, Record<string, ProblemDefinition>>;
  const area = basename(path, '.ts');
  const camel = area.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return { path, area, codes: module[`${camel}Problems`] };
}));
const problems = tables.flatMap(({ codes }) => Object.entries(codes ?? {}));

/** `{detailEn}` is what `{detail}` is called in English sentences. */
const placeholders = (text: string): readonly string[] => [...new Set(text.match(/\{\w+\}/g))].map((name) => name.replace(/En\}$/, '}')).sort();

/** What is wrong with a text that must stand in both languages. */
function faultsOf(where: string, text: Bilingual | undefined): readonly string[] {
  if (text === undefined) return [`${where} is missing`];
  const wrong: string[] = [];
  if (!/[\u4e00-\u9fff]/.test(text['zh-TW'] ?? '')) wrong.push(`${where} has no Chinese`);
  if (!/[A-Za-z]{2}/.test(text.en ?? '')) wrong.push(`${where} has no English`);
  if (placeholders(text['zh-TW']).join() !== placeholders(text.en).join()) wrong.push(`${where}: the languages name different parameters`);
  return wrong;
}

/**
 * Tells whether a code is raised anywhere in the sources but its own table: written whole, or put together
 * from its area and a quoted slug.
 */
function raised(table: string): (code: string) => boolean {
  const text = sources.filter(({ path }) => !path.startsWith(table)).map(({ noComments }) => noComments).join('\n');
  const literals = new Set(text.match(/(?<=['"`])[a-z0-9-]+(?:\/[a-z0-9-]+)?(?=['"`])/g));
  return (code) => {
    const [area, slug = ''] = code.split('/');
    return literals.has(code) || (text.includes(`\`${area}/\${`) && literals.has(slug));
  };
}

describe('problem codes', () => {
  test('each area is one file with one table named after it', () => {
    expect(tables.length).toBeGreaterThan(0);
    const odd = tables.flatMap(({ path, area, codes }) =>
      codes === undefined ? [path] : Object.keys(codes).filter((code) => !new RegExp(`^${area}/[a-z0-9]+(-[a-z0-9]+)*$`).test(code)));
    expect(odd).toEqual([]);
  });

  test('each is documented in both languages', () => {
    const wrong = problems.flatMap(([code, definition]) => [
      ...(['title', 'message', 'why', 'fix'] as const).flatMap((field) => faultsOf(`${code} ${field}`, definition[field])),
      ...(['error', 'warning', 'info'].includes(definition.severity) ? [] : [`${code} has no severity`]),
      ...(['row', 'file', 'none'].includes(definition.effect) ? [] : [`${code} has no effect`]),
    ]);
    expect(wrong).toEqual([]);
  });

  test('each can happen', () => {
    const isRaised = raised('src/core/problems/');
    expect(problems.map(([code]) => code).filter((code) => !isRaised(code))).toEqual([]);
  });

  test('none is used that is not defined', () => {
    const areas = new Set(tables.map(({ area }) => area));
    const defined = new Set(problems.map(([code]) => code));
    const invented = sources.flatMap(({ path, noComments }) =>
      linesOf(noComments, /(?<=\bcode:\s*['"])[a-z-]+\/[a-z0-9-]+(?=['"])/g)
        .filter(({ match }) => !defined.has(match) && (areas.has(match.split('/')[0] ?? '') || !(match in FAULTS)))
        .map(({ line, match }) => `${path}:${line} ${match}`));
    expect(invented).toEqual([]);
  });
});

describe('fault codes', () => {
  test('each is documented in both languages', () => {
    expect(Object.entries(FAULTS).flatMap(([code, fault]) => [...faultsOf(`${code} message`, fault.message), ...faultsOf(`${code} fix`, fault.fix)])).toEqual([]);
  });

  test('each can happen', () => {
    const isRaised = raised('src/core/fault');
    expect(Object.keys(FAULTS).filter((code) => !isRaised(code))).toEqual([]);
  });
});
