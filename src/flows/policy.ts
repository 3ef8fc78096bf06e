/** The operator's policy: `<home>/policy.json`, valid against `schemas/config/policy.json`, or the defaults. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../formats/json/config.ts';
import { type Policy as RulePolicy, policyMistakes } from '../rules/policy.ts';
import type { Catalogue } from '../rules/types.ts';
import type { Threshold } from './check/gate.ts';

export interface Policy extends RulePolicy {
  /** By record type; types not named keep the default. */
  readonly thresholds?: Readonly<Record<string, Threshold>>;
  /** How packages are made. */
  readonly package?: { readonly partBytes?: number };
}

/** @throws {Fault} `config/invalid` naming the lines that are wrong, be it that they name a rule or parameter that is not there */
export function readPolicy({ home, rules }: { readonly home: { readonly path: string }; readonly rules: Catalogue }): Policy {
  const file = join(home.path, 'policy.json');
  return existsSync(file) ? readConfig<Policy>(file, 'policy', (policy) => policyMistakes(policy, rules)) : {};
}
