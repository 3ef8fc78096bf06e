import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { SchoolStore } from '../../src/store/port.ts';
import { startChild } from './child-process.ts';
import { readAll, SCHOOL, temporaryHome } from './support.ts';

/** What a store holds, whatever order its keys give. */
async function contentOf(store: SchoolStore): Promise<{ key: string; records: number; hash: string }> {
  const lines = [...(await readAll(store, '114-1')).values()].flatMap((records) => records.map((record) => JSON.stringify(record)));
  return { key: store.contentKey('114-1'), records: lines.length, hash: createHash('sha256').update(lines.sort().join('\n')).digest('hex') };
}

const POINTS: readonly [said: string, later: number][] = [
  ['added a 0', 0], ['added a 39000', 3], ['finished a', 0], ['added b 0', 2], ['finished b', 0], ['finished b', 4], ['finished b', 12],
];

test('killed at any moment, a school is as before or as after, and the next run makes it whole', async () => {
  const undisturbed = await temporaryHome();
  expect(await startChild('take', undisturbed).ended()).toBe(0);
  const expected = await undisturbed.home.school(SCHOOL).then(async (store) => {
    const content = await contentOf(store);
    await store.close();
    return content;
  });
  expect(expected.records).toBe(45_000);

  const disturbed = await temporaryHome();
  for (const [said, later] of POINTS) {
    const child = startChild('take', disturbed);
    await child.said(said);
    await wait(later);
    await child.kill();
    if (!existsSync(disturbed.home.paths(SCHOOL).state)) continue;
    const store = await disturbed.home.school(SCHOOL);
    expect([[], ['114-1']]).toContainEqual(store.terms());
    if (store.terms().length > 0) expect(await contentOf(store)).toEqual(expected);
    else expect(store.inputs()).toEqual([]);
    await store.close();
  }

  expect(await startChild('take', disturbed).ended()).toBe(0);
  const store = await disturbed.home.school(SCHOOL);
  expect(await contentOf(store)).toEqual(expected);
  expect(store.changes('114-1').map(({ after }) => after.records)).toEqual([3000, 42_000]);
  await store.close();
}, 60_000);
