/** `SHA.txt`: lines of comma-separated cells, one of them a file name and one its SHA-256, in no order to rely on. */
import type { Problem } from '../../core/problem.ts';
import { decoderFor } from '../../formats/text/decode.ts';

export interface DigestLine {
  readonly name: string;
  /** Lower-case hex. */
  readonly sha256: string;
}

export interface DigestList {
  readonly lines: readonly DigestLine[];
  /** Lines that speak of a JSON file and do not say its digest. */
  readonly problems: readonly Problem[];
}

/** Is this the list, whatever case its name is in? */
export function isDigestList(name: string): boolean {
  return /(?:^|[/\\])sha\.txt$/i.test(name);
}

const HEX = /^[0-9a-f]{64}$/i;

const cellsOf = (line: string): string[] => line.split(/[,\t]/).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1').trim());

/** The name is what is left of the digest: a comma in it comes back as it was. */
function readLine(line: string, row: number): DigestLine | Problem | null {
  const cells = cellsOf(line);
  const digests = cells.filter((cell) => HEX.test(cell));
  const others = cells.filter((cell) => cell !== '' && !HEX.test(cell));
  const name = others.find((cell) => /\.json$/i.test(cell)) ?? others.join(',');
  if (digests.length === 1 && name !== '') return { name: name.normalize('NFC'), sha256: digests[0]!.toLowerCase() };
  if (others.some((cell) => /\.json$/i.test(cell)) || digests.length > 1) return { code: 'receipt/digest-line', params: {}, row };
  return null;
}

/** Text of a list: UTF-8 with or without a mark, or Big5, in which Windows would name the files. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const decoder = decoderFor('cp950');
    return decoder.decode(bytes) + decoder.end();
  }
}

/** Reads the list; a heading and blank lines say nothing and are passed over. */
export function readDigestList(bytes: Uint8Array, file: string): DigestList {
  const read = textOf(bytes).split(/\r\n?|\n/).map((line, at) => readLine(line, at + 1)).filter((one) => one !== null);
  return {
    lines: read.filter((one): one is DigestLine => 'sha256' in one),
    problems: read.filter((one): one is Problem => 'code' in one).map((problem) => ({ ...problem, file })),
  };
}

const baseOf = (name: string): string => name.split(/[/\\]/).at(-1) ?? name;

/** Lines for a file: those of its whole path, else of its base name where no other file has it. */
function linesFor(list: DigestList, name: string, names: readonly string[]): readonly DigestLine[] {
  const exact = list.lines.filter((line) => line.name.replaceAll('\\', '/') === name);
  if (exact.length > 0) return exact;
  const alone = names.filter((other) => baseOf(other) === baseOf(name)).length === 1;
  return alone ? list.lines.filter((line) => baseOf(line.name) === baseOf(name)) : [];
}

/**
 * What keeps files from being believed: one that is not listed, one that differs, and one that is listed and is not there.
 * @param files of the archive whose digests were computed: all its JSON files
 */
export function digestProblems(list: DigestList, files: readonly DigestLine[], archive: string): readonly Problem[] {
  const names = files.map(({ name }) => name.normalize('NFC'));
  const used = new Set<DigestLine>();
  const problems: Problem[] = [...list.problems];
  for (const [at, { name: entry, sha256 }] of files.entries()) {
    const lines = linesFor(list, names[at]!, names);
    for (const line of lines) used.add(line);
    if (lines.length === 0) problems.push({ code: 'receipt/digest-missing', params: { entry }, file: archive });
    else if (lines.some((line) => line.sha256 !== sha256)) problems.push({ code: 'receipt/digest-wrong', params: { entry }, file: archive });
  }
  for (const line of list.lines) {
    if (!used.has(line) && /\.json$/i.test(line.name)) problems.push({ code: 'receipt/digest-orphan', params: { entry: line.name }, file: archive });
  }
  return problems;
}
