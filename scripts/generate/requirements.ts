/**
 * `schemas/requirements/code.json`, what exported code says it holds data to, from its `@requirement` tags, and
 * `schemas/requirements/README.md`, which requirement is covered by what.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadRegistry } from '../../src/adapters/registry.ts';
import { requirementReasons, requirements, requirementsIn } from '../../src/core/requirements.ts';
import { packageRoot, resourceJson } from '../../src/core/resources.ts';
import { allClaims } from '../../src/flows/coverage/claims.ts';
import { coverage, type CoverageLine } from '../../src/flows/coverage/coverage.ts';
import { loadRules } from '../../src/rules/catalogue.ts';
import type { Output } from '../generate.ts';
import { GENERATED } from './canonical.ts';
import { row } from './table.ts';

/** A documentation comment and the exported name that follows it. */
const DOCUMENTED = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\nexport (?:async )?(?:function\*? ?|const |class )(\w+)/g;

/** By `<path>#<name>`; only the lines of a tag count, not what else a comment mentions. */
function tagged(): Record<string, readonly string[]> {
  const claims: Record<string, readonly string[]> = {};
  for (const path of globSync('src/**/*.ts', { cwd: packageRoot() }).sort()) {
    for (const [, comment = '', name] of readFileSync(join(packageRoot(), path), 'utf8').matchAll(DOCUMENTED)) {
      const tags = comment.match(/@requirement .*/g);
      if (tags) claims[`${path}#${name}`] = requirementsIn(tags.join(' '));
    }
  }
  return claims;
}

const KINDS = { check: 'Checks', calendar: 'Calendar', format: 'Formats', policy: 'Policies', context: 'Context' } as const;

function line({ requirement, coveredBy, reason }: CoverageLine): string {
  const { id, certainty, asOf, origins } = requirement;
  return row([id, certainty, `${requirement['zh-TW']}<br>${requirement.en}`, coveredBy?.map((by) => `\`${by}\``).join(' ') ?? '–', reason ? `${reason['zh-TW']}<br>${reason.en}` : '', `${origins.join(', ')} (${asOf})`]);
}

function page(lines: readonly CoverageLine[]): string {
  const { origins } = resourceJson('schemas/requirements/requirements.json') as { readonly origins: Readonly<Record<string, { 'zh-TW': string; en: string; asOf: string }>> };
  const groups = Map.groupBy(lines, ({ requirement }) => requirement.kind);
  return `${[
    `<!-- ${GENERATED} -->`,
    '# Requirements (依據與涵蓋)',
    'What the program is held to, and what holds it: rules (`area/slug`, see [src/rules](../../src/rules/README.md)), problems a reader reports, '
      + '`transform:`, `schema:`, `adapter:`, code lists and `code:`. `licheng rules --coverage` prints the same. '
      + 'Where nothing covers a requirement, or not all of it, the reason says why. [requirements.json](requirements.json) and '
      + '[reasons.json](reasons.json) are written by hand; who covers what is read from the `source` of rules and problems, '
      + '`x-source` in schemas, `requirements` in manifests and `@requirement` in code.',
    `${lines.length} requirements, ${lines.filter(({ coveredBy }) => coveredBy !== null).length} of them covered.`,
    ...Object.entries(KINDS).map(([kind, title]) => [
      `## ${title}`, '', '| id | certainty | 要求 requirement | covered by | reason | origin |', '|---|---|---|---|---|---|',
      ...(groups.get(kind as keyof typeof KINDS) ?? []).map(line),
    ].join('\n')),
    ['## Origins', '', '| origin | 出處 | source | as of |', '|---|---|---|---|', ...Object.entries(origins).map(([id, origin]) => row([id, origin['zh-TW'], origin.en, origin.asOf]))].join('\n'),
  ].join('\n\n')}\n`;
}

export async function outputs(): Promise<readonly Output[]> {
  const claims = tagged();
  const lines = coverage(requirements(), allClaims(await loadRules(), await loadRegistry(), claims), requirementReasons());
  const body = Object.entries(claims).map(([id, held]) => `    ${JSON.stringify(id)}: ${JSON.stringify(held)}`).join(',\n');
  return [
    { path: 'schemas/requirements/code.json', text: `{\n  "note": ${JSON.stringify(GENERATED)},\n  "claims": {\n${body}\n  }\n}\n` },
    { path: 'schemas/requirements/README.md', text: page(lines) },
  ];
}
