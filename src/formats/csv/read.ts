/** Reading a CSV file: encoding, header, rows. */
import type { ByteSource } from '../../core/bytes.ts';
import { ProblemError } from '../../core/problem.ts';
import type { Problem } from '../../core/problem.ts';
import type { OpenFile, PartRange, Row, Table } from '../../core/table.ts';
import { decoderFor } from '../text/decode.ts';
import { encodedLength } from '../text/encoding.ts';
import type { Encoding } from '../text/encoding.ts';
import { probeEncoding } from '../text/probe.ts';
import type { Probe } from '../text/probe.ts';
import type { Scanned } from '../text/scan.ts';
import { batches } from './batches.ts';
import { CleanLineReader } from './clean-lines.ts';
import { readHeader } from './header.ts';
import type { CsvHeader } from './header.ts';
import { WINDOW } from './limits.ts';
import { partRanges } from './part-ranges.ts';
import { RecordSplitter } from './record-splitter.ts';
import { windows } from './windows.ts';

export interface CsvOptions {
  /** Encodings the sender may use; one entry fixes it (RULE-617), except against a UTF-8 byte order mark. */
  readonly encodings: readonly Encoding[];
  /** What is known of the source, where it was looked through before. */
  readonly scanned?: Scanned | null;
}

/**
 * Opens a CSV file as one table. Rows come in file order, in batches of at most 4,096, holding about 64 KiB of the
 * file at a time; a row that cannot be trusted carries its problem (`csv/*`, `text/undefined-bytes`) and goes to
 * quarantine. `row` counts records as a spreadsheet does, blank ones included.
 *
 * @param name file name without folders, or `archive.zip!entry.csv`
 * @throws ProblemError when no row could be trusted: `text/utf-16`, and those of {@link readHeader}
 */
export async function openCsv(source: ByteSource, name: string, options: CsvOptions): Promise<OpenFile> {
  const probe = await probeEncoding(source, options.encodings, options.scanned?.firstErrors).catch((error: unknown) => {
    throw error instanceof ProblemError ? new ProblemError({ ...error.problem, file: name }) : error;
  });
  const sheet = baseName(name);
  const header = await headerOf(source, name, probe);
  const whole: PartRange = { start: probe.bom + header.bytes, end: source.size, row: header.rows };
  const rowsAfter = (from: PartRange): AsyncGenerator<readonly Row[]> => rowsOf(source, name, sheet, probe, header, from);
  return {
    file: name,
    format: 'csv',
    encoding: probe.encoding,
    tables: [{ file: name, sheet, header: header.names, rows: () => rowsAfter(whole), ...await partsOf(source, probe, header, whole, options, rowsAfter) }],
    problems: remarks(name, probe, header, options),
    close: async () => {},
  };
}

interface PlacedHeader extends CsvHeader {
  /** Bytes from the byte order mark to where the data begins. */
  readonly bytes: number;
}

async function headerOf(source: ByteSource, name: string, probe: Probe): Promise<PlacedHeader> {
  const decoder = decoderFor(probe.encoding);
  const bytes = await source.read(probe.bom, WINDOW);
  const last = probe.bom + bytes.length >= source.size;
  const text = decoder.decode(bytes) + (last ? decoder.end() : '');
  const header = readHeader(name, text, last, decoder.errors);
  return { ...header, bytes: encodedLength(text.slice(0, header.end), probe.encoding) };
}

/** The parts of a source whose line feeds were counted; nothing where there are less than two. */
async function partsOf(
  source: ByteSource, { encoding }: Probe, header: PlacedHeader, whole: PartRange, { scanned }: CsvOptions, rowsAfter: (from: PartRange) => AsyncIterable<readonly Row[]>,
): Promise<Pick<Table, 'parts'>> {
  const ranges = scanned?.lineFeeds ? await partRanges(source, scanned.lineFeeds, whole) : [];
  if (ranges.length < 2) return {};
  return { parts: { reading: { encoding, delimiter: header.delimiter, columns: header.names.length }, ranges, rowsFrom: (index) => rowsAfter(ranges[index]!) } };
}

/** The rows from the start of `from` to the end of the source. */
async function* rowsOf(
  source: ByteSource, name: string, sheet: string, probe: Probe, header: PlacedHeader, from: PartRange,
): AsyncGenerator<readonly Row[]> {
  const decoder = decoderFor(probe.encoding);
  const splitter = new RecordSplitter(name, sheet, header, decoder.errors);
  const clean = new CleanLineReader(probe.encoding, header.delimiter, header.names.length);
  decoder.skip(from.start);
  splitter.skip(from.row - header.rows, from.start - probe.bom - header.bytes);
  let atLineStart = true;
  for await (const bytes of windows(source.stream(from.start, source.size, true), WINDOW)) {
    let rest = bytes;
    if (atLineStart && splitter.idle) {
      const read = clean.read(bytes, splitter.lastRow);
      splitter.skip(read.lines, read.bytes);
      decoder.skip(read.bytes);
      yield* batches(read.rows);
      rest = bytes.subarray(read.bytes);
    }
    if (rest.length > 0) yield* batches(splitter.push(decoder.decode(rest), false));
    atLineStart = bytes.at(-1) === LF;
  }
  yield* batches(splitter.push(decoder.end(), true));
}

function remarks(file: string, probe: Probe, header: CsvHeader, options: CsvOptions): Problem[] {
  const problems: Problem[] = [];
  if (!options.encodings.includes(probe.encoding)) {
    problems.push({ code: 'text/unexpected-encoding', params: { expected: options.encodings.join(', ') }, file });
  }
  const { 'utf-8': utf8, cp950 } = probe.firstErrors;
  if (probe.reason === 'later-error' && typeof utf8 === 'number' && typeof cp950 === 'number') {
    problems.push({ code: 'text/encoding-unsure', params: { encoding: probe.encoding, utf8, cp950 }, file });
  }
  if (header.rivals.length > 0) {
    problems.push({ code: 'csv/delimiter-unsure', params: { found: header.rivals.map(visible).join(' ') }, file });
  }
  return problems;
}

function visible(delimiter: string): string {
  return delimiter === '\t' ? 'TAB' : delimiter;
}

const LF = 0x0a;

/** `drop.zip!a/114_1_名冊.csv` → `114_1_名冊`. */
function baseName(name: string): string {
  const base = name.split(/[/\\!]/).at(-1)!;
  return base.replace(/\.[^.]*$/, '').trim();
}
