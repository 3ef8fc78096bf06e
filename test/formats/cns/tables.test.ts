import { expect, test } from 'vitest';
import { memorySource } from '../../../src/formats/bytes.ts';
import { readCnsTables } from '../../../src/formats/cns/tables.ts';

const file = (name: string, text: string) => ({ name, source: memorySource(Buffer.from(text)) });

test('lines that are no mapping are counted, a file without one is refused', async () => {
  const { remarks, unicodeOf } = await readCnsTables([file('a.txt', '# comment\n\n3-2144\t5803\n3-2144 5803\n3-2044\t5803\n3-2146\t110000\n')]);
  expect(remarks).toEqual([{ code: 'coined/cns-bad-lines', params: { count: 3, line: 4 }, file: 'a.txt' }]);
  expect(unicodeOf('3-2144')).toHaveLength(1);
  for (const text of ['', 'plane,code,unicode\n3,2144,5803\n']) {
    await expect(readCnsTables([file('b.txt', text)])).rejects.toMatchObject({ problem: { code: 'coined/not-cns-table', file: 'b.txt' } });
  }
});
