import { describe, expect, test } from 'vitest';
import { checkAgainstCns } from '../../src/core/cns.ts';
import type { CoinedEntry } from '../../src/core/coined.ts';
import { memorySource } from '../../src/formats/bytes.ts';
import { readCnsTables } from '../../src/formats/cns/tables.ts';

const file = (name: string, text: string) => ({ name, source: memorySource(Buffer.from(text)) });
const tables = await readCnsTables([
  file('bmp.txt', '1-4421\t4E00\r\n3-2144\t5803\r\n3-2145\t5803\r\n4-2121\t5586\r\n'),
  file('other.txt', '\ufeff4-2121\t7460\n15-2121\tF0000\n4-2122\t20BB7\n'),
]);
const entry = (more: Partial<CoinedEntry>): CoinedEntry => ({ cell: 'FA40', verifiedBy: 'registrar', date: '2026-09-01', ...more });

describe('a CNS code', () => {
  test('fills the Unicode in, with the version of the table it came from', () => {
    const outcome = checkAgainstCns(entry({ cns: '4-2122' }), tables);
    expect(outcome).toEqual({ entry: entry({ cns: '4-2122', unicode: 'U+20BB7', cnsTables: [{ file: 'other.txt', sha256: tables.versions[1]!.sha256 }] }), remarks: [] });
  });

  test('that shares its Unicode with another is reported', () => {
    expect(checkAgainstCns(entry({ cns: '3-2144' }), tables)).toMatchObject({
      entry: { unicode: 'U+5803' }, remarks: [{ code: 'coined/cns-not-one-to-one', params: { unicode: 'U+5803', found: '3-2144, 3-2145' } }],
    });
  });

  test('that contradicts the Unicode given is refused', () => {
    expect(checkAgainstCns(entry({ cns: '3-2144', unicode: 'U+5586' }), tables))
      .toEqual({ problem: { code: 'coined/cns-contradiction', params: { cell: 'FA40', cns: '3-2144', unicode: 'U+5586', found: 'U+5803' } } });
  });

  test('of which two versions say different things needs somebody to choose', () => {
    expect(checkAgainstCns(entry({ cns: '4-2121' }), tables)).toMatchObject({ problem: { code: 'coined/cns-ambiguous', params: { found: 'U+5586, U+7460' } } });
    expect(checkAgainstCns(entry({ cns: '4-2121', unicode: 'U+7460' }), tables)).toMatchObject({ entry: { cnsTables: [{ file: 'other.txt' }] }, remarks: [] });
  });

  test('with a private-use code only stays a CNS code', () => {
    const outcome = checkAgainstCns(entry({ cns: '15-2121' }), tables);
    expect(outcome).toMatchObject({ entry: { cns: '15-2121', cnsTables: [{ file: 'other.txt' }] }, remarks: [{ code: 'coined/cns-no-unicode' }] });
    expect('entry' in outcome && outcome.entry.unicode).toBeUndefined();
  });

  test('no file has is kept and told', () => {
    expect(checkAgainstCns(entry({ cns: '7-2121', unicode: 'U+5803' }), tables)).toEqual({ entry: entry({ cns: '7-2121', unicode: 'U+5803' }), remarks: [{ code: 'coined/cns-unknown', params: { cell: 'FA40', cns: '7-2121' } }] });
  });

  test('is asked for: an entry without one is left alone', () => {
    expect(checkAgainstCns(entry({ unicode: 'U+5803' }), tables)).toEqual({ entry: entry({ unicode: 'U+5803' }), remarks: [] });
  });
});
