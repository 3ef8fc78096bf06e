/** Finding the rules: every file `<area>/<slug>` below this folder is one, and its path is its id. */
import { readdir } from 'node:fs/promises';
import { extname } from 'node:path';
import { Fault } from '../core/fault.ts';
import type { Bilingual } from '../core/problem.ts';
import type { Certainty, Rule } from './rule.ts';
import type { Catalogue } from './types.ts';

export type { Catalogue } from './types.ts';

const HERE = new URL('./', import.meta.url);
/** `.ts` in a checkout, `.js` in a build. */
const EXTENSION = extname(import.meta.url);
const SLUG = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/**
 * Loads every rule. Adding a file adds the rule; there is no list to edit.
 * @throws {Fault} `rules/not-a-rule` for a file in an area folder that does not export one
 */
export async function loadRules(): Promise<Catalogue> {
  return loadRulesFrom(HERE);
}

/** The same for any folder; `folder` ends with a slash. */
export async function loadRulesFrom(folder: URL): Promise<Catalogue> {
  const ids: string[] = [];
  for (const area of await readdir(folder, { withFileTypes: true })) {
    if (!area.isDirectory()) continue;
    for (const file of await readdir(new URL(`${area.name}/`, folder))) {
      if (file.endsWith(EXTENSION) && !file.endsWith('.d.ts')) ids.push(`${area.name}/${file.slice(0, -EXTENSION.length)}`);
    }
  }
  ids.sort();
  const rules = await Promise.all(ids.map(async (id) => [id, await load(id, folder)] as const));
  return new Map(rules);
}

async function load(id: string, folder: URL): Promise<Rule> {
  const refuse = (detail: string): never => {
    throw new Fault('rules/not-a-rule', { file: `${id}${EXTENSION}`, detail });
  };
  if (!id.split('/').every((part) => SLUG.test(part))) refuse('its name must be lower-case words joined by hyphens');
  const loaded: unknown = await import(new URL(`${id}${EXTENSION}`, folder).href);
  const candidate = (loaded as { default?: Partial<Rule> }).default;
  if (typeof candidate !== 'object' || candidate === null) return refuse('it has no default export');
  const works = candidate.scope === 'school' ? 'begin' in candidate : candidate.scope !== undefined && 'check' in candidate;
  if (!works || !candidate.severity || !candidate.message || !candidate.types) return refuse('its default export is not a rule');
  return candidate as Rule;
}

/** Words of one rule, as reports need them. */
export interface RuleWords {
  readonly title: Bilingual;
  readonly message: Bilingual;
  readonly why: Bilingual;
  readonly fix: Bilingual;
  readonly source: readonly string[];
  readonly certainty: Certainty;
}

/** The words of every rule, by id. */
export function ruleWords(catalogue: Catalogue): Record<string, RuleWords> {
  return Object.fromEntries(
    [...catalogue].map(([id, { title, message, why, fix, source, certainty }]) => [id, { title, message, why, fix, source, certainty }]),
  );
}
