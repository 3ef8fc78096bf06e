import { expect, test } from 'vitest';
import { openHome } from '../../src/store/home.ts';
import { fingerprints, inputId, readAll, record, recordsOf, reject, SCHOOL, takeDrop, temporaryStore } from './support.ts';

const A = inputId('a');

test('opening, reading and closing change no byte, and neither does a repeated drop', async () => {
  const { store, home, path, masterKeyPath } = await temporaryStore();
  const bytes = Buffer.from('content');
  const source = { size: bytes.length, async *stream() { yield bytes; }, read: async () => bytes };
  const { sha256 } = await store.blobs.put(source);
  await takeDrop(store, { id: A, records: [record(A, 1, 2)], rejects: [reject(A, 3)] });
  home.catalogue.record({ run: 'r', startedAt: '2026-09-01T00:00:00Z', endedAt: '2026-09-01T00:01:00Z', schools: [] });
  store.saveCoined({ entries: [{ cell: 'FA40', unicode: 'U+5803', verifiedBy: 'registrar', date: '2026-09-01' }] });
  await store.close();
  const other = await home.school('193304', { create: true });
  await other.close();
  await home.close();
  const before = fingerprints(path);

  const again = await openHome(path, { masterKeyPath });
  const hold = again.lock(SCHOOL);
  const school = await again.school(SCHOOL, { create: true });
  await readAll(school, '114-1');
  await recordsOf(school, 'courseRecord');
  expect([school.terms(), school.inputs().length, school.quarantineCount(), school.changes('114-1').length, school.approvals().length]).toEqual([['114-1'], 1, 1, 1, 0]);
  expect(school.submission('114-1', 'precheck')).toBeNull();
  expect(await (await school.blobs.open(sha256)).read(0, 7)).toEqual(bytes);
  await school.blobs.put(source);
  expect(await school.publish([A])).toEqual([]);
  expect(again.catalogue.list()).toHaveLength(1);
  expect(school.coined().entries).toHaveLength(1);
  const bare = await again.school('193304');
  expect(bare.coined()).toEqual({ entries: [] });
  await bare.close();
  await school.close();
  hold.release();
  await again.close();
  expect(fingerprints(path)).toEqual(before);
});
