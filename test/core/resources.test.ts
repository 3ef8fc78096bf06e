import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot, resourceJson } from '../../src/core/resources.ts';

test('the package root is the folder of the package, whatever the working directory', () => {
  const manifest = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as { name: string };
  expect(manifest.name).toBe('licheng');
  const before = process.cwd();
  process.chdir('/');
  try {
    expect(resourceJson('schemas/codes/sex.json')).toMatchObject({ name: 'sex' });
  } finally {
    process.chdir(before);
  }
});

test('a resource that is missing or no JSON is an incomplete installation', () => {
  for (const file of ['schemas/none.json', 'schemas/canonical/README.md']) {
    expect(() => resourceJson(file)).toThrow(expect.objectContaining({ code: 'install/incomplete', params: { file } }));
  }
});
