import { expect, test } from 'vitest';
import { allOutputs, staleFiles } from '../../scripts/generate.ts';

test('generated files are what the generators write now', async () => {
  const outputs = await allOutputs();
  expect(outputs.map(({ path }) => path)).toEqual(expect.arrayContaining(['src/core/model.ts', 'src/core/fields.ts', 'schemas/canonical/README.md', 'schemas/codes/README.md']));
  expect(await staleFiles(outputs), 'run `npm run generate`').toEqual([]);
});

test('a changed or missing file is noticed', async () => {
  expect(await staleFiles([{ path: 'src/core/model.ts', text: '' }, { path: 'src/core/none.ts', text: 'x' }])).toEqual(['src/core/model.ts', 'src/core/none.ts']);
});
