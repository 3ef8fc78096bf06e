/** Opening CSV from memory, and what came out of it in a form that is easy to compare. */
import type { ByteSource } from '../../../src/core/bytes.ts';
import type { OpenFile, Row } from '../../../src/core/table.ts';
import { memorySource } from '../../../src/formats/bytes.ts';
import { openCsv } from '../../../src/formats/csv/read.ts';
import type { Encoding } from '../../../src/formats/text/encoding.ts';

/** The bytes in chunks of `size`. */
export function chunked(bytes: Uint8Array, size: number): ByteSource {
  return {
    ...memorySource(bytes),
    async *stream(start = 0, end = bytes.length) {
      for (let at = start; at < end; at += size) yield bytes.subarray(at, Math.min(at + size, end));
    },
  };
}

export async function rowsOf(file: OpenFile): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const batch of file.tables[0]!.rows()) rows.push(...batch);
  return rows;
}

/** Header, rows and remarks of a text (as UTF-8) or of bytes. */
export async function read(
  content: string | Uint8Array, encodings: readonly Encoding[] = ['utf-8'],
): Promise<{ header: readonly string[]; rows: Row[]; remarks: string[] }> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const file = await openCsv(memorySource(bytes), 'test.csv', { encodings });
  return { header: file.tables[0]!.header, rows: await rowsOf(file), remarks: file.problems.map(({ code }) => code) };
}

/** `row:cells` of good rows, `row!code` of bad ones. */
export function brief(rows: readonly Row[]): string[] {
  return rows.map(({ row, cells, problem }) => (problem === undefined ? `${row}:${cells.join('|')}` : `${row}!${problem.code}`));
}
