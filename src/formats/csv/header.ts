/** The first record of a CSV file: its column names, and the delimiter they are written with. */
import { ProblemError } from '../../core/problem.ts';
import type { Params } from '../../core/problem.ts';
import type { UndecodableText } from '../text/encoding.ts';
import { isBlank } from './blank.ts';
import { MAX_COLUMNS } from './limits.ts';
import { RecordScanner } from './record-scanner.ts';

export interface CsvHeader {
  /** Trimmed; blank names at the end are left out. */
  readonly names: readonly string[];
  readonly delimiter: string;
  /** Delimiters that would have been possible, when there was more than one. */
  readonly rivals: readonly string[];
  /** Position in the decoded text where the data begins. */
  readonly end: number;
  /** Records up to and including the header: 1 unless blank lines come first. */
  readonly rows: number;
  /** Physical lines up to and including the header. */
  readonly lines: number;
}

const DELIMITERS = [',', '\t', ';'];

/**
 * Finds the header in the start of a decoded file; `last` says that `text` is all of it.
 *
 * @throws ProblemError `csv/no-header`, `csv/broken-header`, `csv/too-many-columns`, `csv/not-text`,
 * `text/undefined-bytes-header`: without a header no row means anything, so the file as a whole is refused
 */
export function readHeader(file: string, text: string, last: boolean, errors: readonly UndecodableText[]): CsvHeader {
  const refuse = (code: string, params: Params = {}): ProblemError => new ProblemError({ code, params, file });
  let at = 0;
  let rows = 0;
  let lines = 0;
  while (at < text.length) {
    const { delimiter, rivals } = chooseDelimiter(text, at);
    const scanner = new RecordScanner(delimiter, MAX_COLUMNS);
    scanner.open(text, last);
    const status = scanner.scan(at);
    if (text.slice(at, status === 'ok' ? scanner.next : undefined).includes('\0')) throw refuse('csv/not-text');
    if (status !== 'ok') throw refuse('csv/broken-header', { line: lines + 1 });
    rows += 1;
    lines += text.slice(at, scanner.next).match(/\r\n?|\n/g)?.length ?? 1;
    at = scanner.next;
    const names = scanner.cells.map((name) => name.trim());
    if (isBlank(names)) continue;
    const bad = errors.find((error) => error.at < at);
    if (bad !== undefined) throw refuse('text/undefined-bytes-header', { offset: bad.offset, bytes: bad.bytes });
    while (names.at(-1) === '') names.pop();
    if (names.length > MAX_COLUMNS) throw refuse('csv/too-many-columns', { found: names.length, limit: MAX_COLUMNS });
    return { names, delimiter, rivals, end: at, rows, lines };
  }
  throw refuse('csv/no-header');
}

/** The one of comma, TAB and semicolon that stands outside quotes in the line; comma when that is none or several. */
function chooseDelimiter(text: string, from: number): { delimiter: string; rivals: string[] } {
  const seen = new Set<string>();
  let quoted = false;
  for (let i = from; i < text.length; i += 1) {
    const char = text[i]!;
    if (char === '"') quoted = !quoted;
    else if (!quoted && (char === '\n' || char === '\r')) break;
    else if (!quoted && DELIMITERS.includes(char)) seen.add(char);
  }
  const found = [...seen];
  return { delimiter: found.length === 1 ? found[0]! : ',', rivals: found.length > 1 ? found : [] };
}
