import { describe, expect, test } from 'vitest';
import { encodeCp950 } from '../../../src/formats/text/encode-cp950.ts';
import { digestProblems, isDigestList, readDigestList } from '../../../src/receipts/read/digest-list.ts';

const A = 'a'.repeat(64);
const B = 'b'.repeat(64);
const read = (text: string) => readDigestList(new TextEncoder().encode(text), 'SHA.txt');
const codes = (text: string, files: readonly { name: string; sha256: string }[]) => digestProblems(read(text), files, 'r.zip').map(({ code, params }) => [code, params['entry'] ?? null]);

describe('the list of digests', () => {
  test.each(['SHA.txt', 'sha.TXT', 'Sha.txt', '114/SHA.TXT'])('is known as %s', (name) => expect(isDigestList(name)).toBe(true));
  test.each(['SHA256.txt', 'MYSHA.txt', 'SHA.txt.bak'])('is not %s', (name) => expect(isDigestList(name)).toBe(false));

  test('assumes no order of columns, and passes over headings, blank lines and further columns', () => {
    expect(read(`檔名,SHA256\n修課紀錄.json,${A}\n${B.toUpperCase()}, 多元表現.json\n\n3,課程學習成果.json,1024,${A},2026/03/01\n`)).toEqual({
      problems: [],
      lines: [{ name: '修課紀錄.json', sha256: A }, { name: '多元表現.json', sha256: B }, { name: '課程學習成果.json', sha256: A }],
    });
  });

  test('is read with a byte order mark, in Big5, with quotes, with any line end', () => {
    expect(read(`\uFEFF修課紀錄.json,${A}\r"${B}","多元表現.json"`).lines.map(({ name }) => name)).toEqual(['修課紀錄.json', '多元表現.json']);
    expect(readDigestList(encodeCp950(`修課紀錄.json,${A}\r\n`).bytes, 'SHA.txt').lines).toEqual([{ name: '修課紀錄.json', sha256: A }]);
  });

  test('says which line names a JSON file without one digest', () => {
    expect(read(`修課紀錄.json,${A}\n多元表現.json,${'a'.repeat(63)}\n多元表現.json,${A},${B}`).problems.map(({ code, row }) => [code, row])).toEqual([['receipt/digest-line', 2], ['receipt/digest-line', 3]]);
  });
});

describe('files held against it', () => {
  const files = [{ name: '修課紀錄.json', sha256: A }, { name: '多元表現.json', sha256: B }];
  const good = `修課紀錄.json,${A}\n多元表現.json,${B}`;

  test('pass when each is listed and equal', () => expect(codes(good, files)).toEqual([]));

  test('are refused when one is not listed, differs, is listed twice with another digest, or is missing', () => {
    expect(codes(`修課紀錄.json,${A}`, files)).toEqual([['receipt/digest-missing', '多元表現.json']]);
    expect(codes(good.replace(B, A), files)).toEqual([['receipt/digest-wrong', '多元表現.json']]);
    expect(codes(`${good}\n多元表現.json,${A}`, files)).toEqual([['receipt/digest-wrong', '多元表現.json']]);
    expect(codes(`${good}\n校內幹部經歷.json,${A}`, files)).toEqual([['receipt/digest-orphan', '校內幹部經歷.json']]);
  });

  test('are found in folders by their base name, where that says which', () => {
    expect(codes(good, files.map(({ name, sha256 }) => ({ name: `114/${name}`, sha256 })))).toEqual([]);
    const two = [{ name: '甲/修課紀錄.json', sha256: A }, { name: '乙/修課紀錄.json', sha256: A }];
    expect(codes(`修課紀錄.json,${A}`, two)).toEqual([['receipt/digest-missing', '甲/修課紀錄.json'], ['receipt/digest-missing', '乙/修課紀錄.json'], ['receipt/digest-orphan', '修課紀錄.json']]);
    expect(codes(`甲\\修課紀錄.json,${A}\n乙/修課紀錄.json,${A}`, two)).toEqual([]);
  });
});
