import { createSecretKey } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createDatabase, openDatabase } from '../../src/store/database.ts';
import { StageQueue } from '../../src/store/stage-queue.ts';
import { inputId, SCHOOL, temporaryFolder } from './support.ts';

test('a writing thread that cannot work fails the staging and nothing hangs', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'school.sqlite');
  createDatabase(path);
  const db = openDatabase(path, SCHOOL);
  const secret = createSecretKey(Buffer.alloc(32, 1));
  const queue = new StageQueue(join(folder, 'missing', 'school.sqlite'), { school: SCHOOL, data: secret, hmac: secret }, db);
  const list = (): Uint32Array<ArrayBuffer> => new Uint32Array(0);
  const nothing = { students: [], slots: list(), records: list(), heads: list(), ends: list(), text: new Uint8Array(0) };
  const batch = { load: 1, input: inputId('a'), salt: new Uint8Array(16), part: 0, last: false, slots: [], documents: nothing, rejects: [] };
  await queue.send(batch).catch(() => undefined);
  await expect(queue.drain()).rejects.toMatchObject({ code: 'internal/unexpected' });
  await expect(queue.send(batch)).rejects.toMatchObject({ code: 'internal/unexpected' });
  await expect(queue.sendLast(batch)).rejects.toMatchObject({ code: 'internal/unexpected' });
  await queue.close();
  db.close();
});
