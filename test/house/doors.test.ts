/** Few packages, each with a reason and a door: package.json and the table in CONTRIBUTING.md say the same. */
import { describe, expect, test } from 'vitest';
import { doors } from './doors.ts';
import { read, sourcesBelow } from './files.ts';
import { importsOf } from './scan.ts';

const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<'dependencies' | 'devDependencies', Record<string, string>>;

describe('doors', () => {
  test('every dependency has a door and every door a dependency', () => {
    expect([...doors().keys()].sort()).toEqual(Object.keys(dependencies).sort());
  });

  test('every door is a file that imports its package', () => {
    const importing = new Map(sourcesBelow('src').map((source) => [source.path, importsOf(source).map((found) => found.specifier)]));
    const closed = [...doors()].filter(([name, path]) => !importing.get(path)?.some((specifier) => specifier === name || specifier.startsWith(`${name}/`)));
    expect(closed).toEqual([]);
  });

  test('versions are exact, so that an update is a decision', () => {
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version));
    expect(loose).toEqual([]);
  });

  test('the lock has digests and no registry addresses', () => {
    const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, { integrity?: string; resolved?: string }> };
    const installed = Object.entries(lock.packages).filter(([path]) => path !== '');
    expect(installed.filter(([, entry]) => entry.integrity === undefined || entry.resolved !== undefined).map(([path]) => path)).toEqual([]);
  });
});
