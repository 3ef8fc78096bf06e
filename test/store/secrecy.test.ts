import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inputId, record, reject, SCHOOL, student, takeDrop, temporaryStore } from './support.ts';

const A = inputId('a');
const NAME = '歐陽測試';

test('nothing personal stands in clear in any file of a home, and its files are private', async () => {
  const { store, home, path } = await temporaryStore();
  const people = [1, 2, 3].map(student);
  const csv = Buffer.from(people.map((one) => `${one.idNumber},${one.birthDate},${NAME}`).join('\n'));
  const { sha256 } = await store.blobs.put({ size: csv.length, async *stream() { yield csv; }, read: async () => csv });
  await takeDrop(store, {
    id: A, records: people.map((_, n) => record(A, n + 1, n + 2, { name: NAME, extra: { 備註: NAME } })), rejects: [reject(A, 2)],
    info: { file: `${student(1).idNumber}.csv`, findings: [{ rule: 'r', severity: 'error', params: { name: NAME }, file: NAME, sheet: null, row: 2, column: null, value: NAME, student: null, record: null }] },
  });
  store.accept({ term: '114-1', edition: 'precheck', key: 'k', package: NAME, sha256, rosters: [], digests: {} });
  store.saveCoined({ entries: [{ cell: 'FA40', unicode: 'U+5803', note: `${NAME}堃`, verifiedBy: NAME, date: '2026-09-01' }] });
  store.approve({ key: 'k', reason: NAME, by: NAME, at: '2026-09-01T00:00:00Z' });

  const secrets = [NAME, 'U+5803', 'FA40', ...people.flatMap((one) => [one.idNumber, one.birthDate])].flatMap((text) => [Buffer.from(text), Buffer.from(text, 'utf16le')]);
  const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  // Before closing, so that the write-ahead log is looked at too.
  expect(files.some((file) => file.endsWith('school.sqlite-wal'))).toBe(true);
  expect(files.some((file) => file.endsWith(sha256))).toBe(true);
  for (const file of files) {
    const bytes = readFileSync(file);
    expect(secrets.filter((secret) => bytes.includes(secret)).map(String)).toEqual([]);
    expect(`${file} ${(statSync(file).mode & 0o077).toString(8)}`).toBe(`${file} 0`);
    expect(file).not.toContain(student(1).idNumber);
  }
  for (const folder of [path, ...Object.values(home.paths(SCHOOL))]) expect(statSync(folder).mode & 0o077).toBe(0);
});
