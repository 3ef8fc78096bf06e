/** Writing CSV: the only place that knows csv-stringify. */
import { stringify } from 'csv-stringify/sync';
import { type Problem, ProblemError } from '../../core/problem.ts';
import { encodeCp950 } from '../text/encode-cp950.ts';
import type { CoinedCell, LostCharacter } from '../text/encode-cp950.ts';
import type { Encoding } from '../text/encoding.ts';

export interface CsvTable {
  readonly header: readonly string[];
  /** Cells of the rows below the header. */
  readonly rows: Iterable<readonly string[]> | AsyncIterable<readonly string[]>;
}

export interface CsvWriteOptions {
  readonly encoding: Encoding;
  /** Begin with the UTF-8 byte order mark, by which Excel knows the encoding; CP950 has none. */
  readonly bom?: boolean;
  /** Put an apostrophe before cells a spreadsheet would run as a formula, `-1` included: for files that people open. */
  readonly escapeFormulas?: boolean;
  /** CRLF when left out. */
  readonly lineEnd?: '\r\n' | '\n';
  /** For CP950: where the receiving school keeps characters that CP950 lacks (RULE-618). */
  readonly coined?: CoinedCell;
  /** Told of each row that is left out because it cannot be written; without it such a row ends the file. */
  readonly refuse?: (problem: Problem) => void;
}

/** Rows turned into bytes at a time. */
const BATCH = 1_000;

/**
 * Writes a table as RFC 4180, quoting only where it is needed. In CP950 a private-use character goes back into its
 * own cell, and one that CP950 lacks into the school's cell for it; nothing else ever takes its place (RULE-618).
 *
 * @throws ProblemError `csv/unencodable` with row and column when a character has no cell, or is half of a surrogate
 * pair, in the header or where nobody asked to be told of refused rows; what was yielded is then to be thrown away
 */
export async function* writeCsv(table: CsvTable, options: CsvWriteOptions): AsyncGenerator<Uint8Array> {
  if (options.bom === true && options.encoding === 'utf-8') yield Uint8Array.of(0xef, 0xbb, 0xbf);
  const { header } = table;
  let batch: (readonly string[])[] = [header];
  let first = 1;
  for await (const row of table.rows) {
    batch.push(row);
    if (batch.length < BATCH) continue;
    yield bytesOf(batch, first, header, options);
    first += batch.length;
    batch = [];
  }
  if (batch.length > 0) yield bytesOf(batch, first, header, options);
}

/** `first` is the spreadsheet row of the batch's first. */
function bytesOf(
  rows: readonly (readonly string[])[], first: number, header: readonly string[], options: CsvWriteOptions,
): Uint8Array {
  const { bytes, lost } = encode(textOf(rows, options), options);
  if (lost.length === 0) return bytes;
  const fit = rows.filter((cells, at) => {
    const problem = refusal(cells, first + at, header, options);
    if (problem === null) return true;
    if (options.refuse === undefined || first + at === 1) throw new ProblemError(problem);
    options.refuse(problem);
    return false;
  });
  return encode(textOf(fit, options), options).bytes;
}

function textOf(rows: readonly (readonly string[])[], options: CsvWriteOptions): string {
  return stringify(rows as string[][], {
    record_delimiter: options.lineEnd ?? '\r\n',
    // Or a lone LF in a cell would stay bare when lines end with CRLF.
    quote_record_delimiter: true,
    escape_formulas: options.escapeFormulas ?? false,
  });
}

/** Why a row cannot be written; null when it can. */
function refusal(cells: readonly string[], row: number, header: readonly string[], options: CsvWriteOptions): Problem | null {
  for (const [column, cell] of cells.entries()) {
    const [character] = encode(cell, options).lost;
    if (character !== undefined) return unencodable(character, row, header[column], cell, options.encoding);
  }
  return null;
}

function encode(text: string, { encoding, coined }: CsvWriteOptions): { bytes: Uint8Array; lost: readonly LostCharacter[] } {
  if (encoding === 'cp950') return encodeCp950(text, coined);
  const index = text.isWellFormed() ? -1 : text.search(/\p{Surrogate}/u);
  return { bytes: Buffer.from(text, 'utf8'), lost: index === -1 ? [] : [{ index, char: text[index]! }] };
}

function unencodable(
  { char }: LostCharacter, row: number, column: string | undefined, value: string, encoding: Encoding,
): Problem {
  const code = `U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
  const params = { char, code, encoding: encoding === 'cp950' ? 'Big5' : 'UTF-8' };
  return { code: 'csv/unencodable', params, row, ...(column === undefined ? {} : { column }), value };
}
