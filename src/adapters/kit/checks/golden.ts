/** What the fixtures become is what `expected.json` says. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bilingual } from '../../../core/problem.ts';
import { both, check } from '../check.ts';
import { golden } from '../golden.ts';

/** JSON path of the first difference; null for none. Values are not shown, they may be about people. */
function firstDifference(wanted: unknown, got: unknown, path = '$'): string | null {
  if (Object.is(wanted, got)) return null;
  if (typeof wanted !== 'object' || typeof got !== 'object' || wanted === null || got === null || Array.isArray(wanted) !== Array.isArray(got)) return path;
  const [a, b] = [wanted as Record<string, unknown>, got as Record<string, unknown>];
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const here = Array.isArray(wanted) ? `${path}[${key}]` : `${path}.${key}`;
    if (!Object.hasOwn(a, key) || !Object.hasOwn(b, key)) return here;
    const inside = firstDifference(a[key], b[key], here);
    if (inside !== null) return inside;
  }
  return null;
}

function expectedOf(path: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(readFileSync(path, 'utf8')) as unknown };
  } catch {
    return null;
  }
}

export default check({
  check: 'golden',
  title: both('讀出的內容與 expected.json 相同', 'What is read equals expected.json'),
  async run(subject) {
    const found: Bilingual[] = [];
    for (const name of subject.cases) {
      const path = join(subject.adapter.folder, 'fixtures', name, 'expected.json');
      const expected = expectedOf(path);
      if (!existsSync(path)) {
        found.push(both(`fixtures/${name} 沒有 expected.json：加上 --accept 產生，再逐筆看過。`, `fixtures/${name} has no expected.json: write it with --accept, then read it through.`));
      } else if (expected === null) {
        found.push(both(`fixtures/${name}/expected.json 不是 JSON。`, `fixtures/${name}/expected.json is not JSON.`));
      } else {
        const at = firstDifference(expected.value, golden(await subject.read(name)));
        if (at !== null) found.push(both(`fixtures/${name}/expected.json 與讀出的內容不同：${at}`, `fixtures/${name}/expected.json differs from what is read: ${at}`));
      }
    }
    return found;
  },
});
