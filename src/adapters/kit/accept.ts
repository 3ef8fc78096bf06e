/** Writes `expected.json` for cases that have none: what is read now, for a person to read through. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { goldenText } from './golden.ts';
import type { Subject } from './subject.ts';

/** Names of the cases it was written for; one that is there is never overwritten. */
export async function acceptCases(subject: Subject): Promise<readonly string[]> {
  const written: string[] = [];
  for (const name of subject.cases) {
    const path = join(subject.adapter.folder, 'fixtures', name, 'expected.json');
    if (existsSync(path)) continue;
    writeFileSync(path, goldenText(await subject.read(name)));
    written.push(name);
  }
  return written;
}
