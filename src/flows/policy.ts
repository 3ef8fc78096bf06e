/** The operator's policy: `<home>/policy.json`, valid against `schemas/config/policy.json`, or the defaults. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../formats/json/config.ts';
import type { Policy as RulePolicy } from '../rules/policy.ts';
import type { Threshold } from './check/gate.ts';

export interface Policy extends RulePolicy {
  /** By record type; types not named keep the default. */
  readonly thresholds?: Readonly<Record<string, Threshold>>;
}

/** @throws {Fault} `config/invalid` with the place that is wrong */
export function readPolicy(homePath: string): Policy {
  const file = join(homePath, 'policy.json');
  return existsSync(file) ? readConfig<Policy>(file, 'policy') : {};
}
