/** The conformance kit over every adapter folder that ships. */
import { describe, expect, test } from 'vitest';
import { CHECKS } from '../../src/adapters/kit/checks/index.ts';
import { subjectOf } from '../../src/adapters/kit/subject.ts';
import { loadRegistry } from '../../src/adapters/registry.ts';

const registry = await loadRegistry();

describe.each(registry.adapters.map((adapter) => [adapter.id, subjectOf(adapter, registry)] as const))('%s', (_, subject) => {
  test.each(CHECKS.map((check) => [check.check, check] as const))('%s', async (__, check) => {
    expect(await check.run(subject)).toEqual([]);
  });
});
