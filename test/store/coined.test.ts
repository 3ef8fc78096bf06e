import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { CoinedTable } from '../../src/core/coined.ts';
import { SCHOOL, temporaryStore } from './support.ts';

const TABLE: CoinedTable = { entries: [{ cell: 'FA40', cns: '3-2144', unicode: 'U+5803', verifiedBy: 'registrar', date: '2026-09-01' }] };

test('a table is there after it was kept, and the next takes its place', async () => {
  const { store, home } = await temporaryStore();
  expect(store.coined()).toEqual({ entries: [] });
  store.saveCoined({ entries: [] });
  store.saveCoined(TABLE);
  expect(store.coined()).toEqual(TABLE);
  await store.close();
  const again = await home.school(SCHOOL);
  expect(again.coined()).toEqual(TABLE);
  await again.close();
});

test('a table belongs to one school: moved into another one it does not open', async () => {
  const { store, home } = await temporaryStore();
  store.saveCoined(TABLE);
  const other = await home.school('193304', { create: true });
  other.saveCoined({ entries: [] });
  const body = (school: string): DatabaseSync => new DatabaseSync(join(home.paths(school).state, 'school.sqlite'));
  const [from, to] = [body(SCHOOL), body('193304')];
  to.prepare('UPDATE coined SET body = ?').run(from.prepare('SELECT body FROM coined').get()?.['body'] as Uint8Array);
  from.close();
  to.close();
  expect(() => other.coined()).toThrow(expect.objectContaining({ code: 'store/damaged' }));
  await other.close();
});
