/** A home in a folder of its own, and what flows are given, for measurements. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadRegistry } from '../../src/adapters/registry.ts';
import type { Services } from '../../src/flows/services.ts';
import { systemClock } from '../../src/observe/clock.ts';
import { loadRules } from '../../src/rules/catalogue.ts';
import { createHome } from '../../src/store/home.ts';
import { createMasterKey } from '../../src/store/keys.ts';

/** Opens the home in `folder`, making it where it is missing; whoever is done closes `home`. */
export async function benchServices(folder: string): Promise<Services> {
  const masterKeyPath = join(folder, 'master.key');
  if (!existsSync(masterKeyPath)) createMasterKey(masterKeyPath);
  const home = await createHome(join(folder, 'home'), { masterKeyPath });
  const log = { info: () => {}, warn: () => {}, error: () => {}, close: async () => {} };
  return {
    home, registry: await loadRegistry(), rules: await loadRules(), clock: systemClock, log,
    progress: { step: () => {}, end: () => {} }, lang: 'en', version: '0', today: '2026-01-15',
  };
}
