import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { outputs } from '../../scripts/generate/rules.ts';

test('the catalogue is what the rules say; after a change run npm run generate', async () => {
  for (const { path, text } of await outputs()) {
    expect(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')).toBe(text);
  }
});
