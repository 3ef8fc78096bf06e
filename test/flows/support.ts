/** A school in a home of its own, and what flows are given, for tests that work inside this process. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { loadRegistry } from '../../src/adapters/registry.ts';
import type { OfferedFile } from '../../src/flows/intake/offered.ts';
import type { Services } from '../../src/flows/services.ts';
import { memorySource } from '../../src/formats/bytes.ts';
import { loadRules } from '../../src/rules/catalogue.ts';
import { createHome } from '../../src/store/home.ts';
import { createMasterKey } from '../../src/store/keys.ts';
import type { SchoolStore } from '../../src/store/port.ts';

const open: { close(): Promise<void> }[] = [];
const folders: string[] = [];
afterAll(async () => {
  for (const one of open.toReversed()) await one.close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

export interface School {
  readonly services: Services;
  readonly store: SchoolStore;
}

/** A new home with one school; closed and gone when the file's tests are over. */
export async function newSchool(code: string): Promise<School> {
  const folder = mkdtempSync(join(tmpdir(), 'licheng-flows-'));
  folders.push(folder);
  const masterKeyPath = join(folder, 'master.key');
  createMasterKey(masterKeyPath, join(folder, 'home'));
  const home = await createHome(join(folder, 'home'), { masterKeyPath });
  const store = await home.school(code, { create: true });
  open.push(home, store);
  const services: Services = {
    home, registry: await loadRegistry(), rules: await loadRules(), clock: { now: () => Date.parse('2026-02-20T01:00:00+08:00') },
    log: { info: () => {}, warn: () => {}, error: () => {}, close: async () => {} },
    progress: { step: () => {}, end: () => {} }, lang: 'zh-TW', version: '0.0.0', today: '2026-02-20',
  };
  return { services, store };
}

/** A file that lies nowhere but in memory. */
export function offered(name: string, bytes: Uint8Array): OfferedFile {
  return { name, path: `/nowhere/${name}`, open: async () => ({ ...memorySource(bytes), [Symbol.asyncDispose]: async () => {} }) };
}
