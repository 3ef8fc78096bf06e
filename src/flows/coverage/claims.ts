/** Who says that it holds data to which requirement: rules, problems, transforms, schemas, code lists, adapters, code. */
import type { Registry } from '../../adapters/registry.ts';
import { codeList, codeListNames } from '../../core/codes.ts';
import { PROBLEMS } from '../../core/problems/index.ts';
import { RECORD_TYPES } from '../../core/record.ts';
import { requirementsIn } from '../../core/requirements.ts';
import { resourceJson } from '../../core/resources.ts';
import { canonicalSchema } from '../../core/schemas.ts';
import { TRANSFORMS } from '../../mapping/catalogue.ts';
import type { Catalogue } from '../../rules/types.ts';

export interface Claim {
  /** `course/score-range` for a rule or problem, else with its kind in front: `transform:rocDate`, `code:src/…#name`. */
  readonly id: string;
  /** `list` is data that something else must use to check anything. */
  readonly by: 'rule' | 'problem' | 'transform' | 'schema' | 'list' | 'adapter' | 'code';
  readonly requirements: readonly string[];
}

/** Written by `npm run generate` from the `@requirement` tags of exported code. */
interface CodeClaims {
  readonly claims: Readonly<Record<string, readonly string[]>>;
}

function schemaClaims(): Claim[] {
  return RECORD_TYPES.flatMap((type) => {
    const { properties } = canonicalSchema(type) as { readonly properties: Readonly<Record<string, { readonly 'x-source'?: readonly string[] }>> };
    return Object.entries(properties).flatMap(([field, { 'x-source': requirements }]): Claim[] => (requirements ? [{ id: `schema:${type}.${field}`, by: 'schema', requirements }] : []));
  });
}

function listClaims(): Claim[] {
  const files = ['schemas/rosters/term.json', 'schemas/calendar/statutory.json'];
  return [
    ...codeListNames().map((name): Claim => ({ id: `list:${name}`, by: 'list', requirements: requirementsIn(codeList(name).source) })),
    ...files.map((file): Claim => ({ id: file, by: 'list', requirements: requirementsIn((resourceJson(file) as { readonly source: string }).source) })),
  ];
}

/** @param code what the code itself claims, by `<path>#<name>`; from the file that ships when left out */
export function allClaims(rules: Catalogue, registry: Registry, code: CodeClaims['claims'] = (resourceJson('schemas/requirements/code.json') as CodeClaims).claims): Claim[] {
  const all: Claim[] = [
    ...[...rules].map(([id, { source }]): Claim => ({ id, by: 'rule', requirements: source.flatMap(requirementsIn) })),
    ...Object.entries(PROBLEMS).map(([id, { source = [] }]): Claim => ({ id, by: 'problem', requirements: source })),
    ...[...TRANSFORMS].map(([name, { source = [] }]): Claim => ({ id: `transform:${name}`, by: 'transform', requirements: source })),
    ...schemaClaims(),
    ...listClaims(),
    ...registry.adapters.map(({ id, manifest }): Claim => ({ id: `adapter:${id}`, by: 'adapter', requirements: manifest.requirements ?? [] })),
    ...Object.entries(code).map(([id, requirements]): Claim => ({ id: `code:${id}`, by: 'code', requirements })),
  ];
  return all.filter(({ requirements }) => requirements.length > 0);
}
