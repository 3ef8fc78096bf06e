/** Opens a transfer package of any system: finds the root JSON, whatever the ZIP is called and however it was wrapped. */
import type { ByteSource } from '../../../core/bytes.ts';
import { type Problem, ProblemError } from '../../../core/problem.ts';
import { joined } from '../../../formats/bytes.ts';
import { openZip, type ZipArchive, type ZipEntry } from '../../../formats/zip/read.ts';
import { portfolioError, portfolioProblem } from '../refuse.ts';
import { CONSULTATION, NAME_MAPPING } from './layout.ts';
import { type PackageName, parsePackageName } from './name.ts';
import { studentTexts } from './students.ts';

export interface OpenExchange {
  /** Base name of the root JSON. */
  readonly base: string;
  /** What that name says; null when it is no package's name. */
  readonly said: PackageName | null;
  /** One JSON text a student, in order. */
  readonly students: readonly string[];
  /** Every entry but the root JSON, by its path in the package. */
  readonly entries: ReadonlyMap<string, ZipEntry>;
  /** What was refused of the archive, entry by entry, and remarks. */
  readonly problems: readonly Problem[];
  close(): Promise<void>;
}

export interface ExchangeOptions {
  readonly password?: string;
  /** Where the inner ZIP of a wrapped package is put, so that it can be read at any place. */
  spool(entry: ZipEntry): Promise<ByteSource>;
}

/** Bytes of a root JSON. */
const MOST_ROOT = 256 * 1024 * 1024;

const baseOf = (name: string): string => name.slice(name.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');

/** Folder that holds everything, with its slash, where somebody zipped the unpacked folder; else ''. */
function commonFolder(entries: readonly ZipEntry[]): string {
  const first = entries[0]?.name ?? '';
  const folder = first.slice(0, first.indexOf('/') + 1);
  return folder !== '' && entries.every(({ name }) => name.startsWith(folder)) ? folder : '';
}

/** The root JSON among those that lie at the top: the one named like the ZIP, or like a package, or the only one. */
function rootOf(top: readonly ZipEntry[], file: string): ZipEntry | null {
  const candidates = top.filter(({ name }) => /\.json$/i.test(name) && ![CONSULTATION, NAME_MAPPING].some((other) => name.endsWith(other)));
  const named = candidates.find(({ name }) => baseOf(name) === baseOf(file));
  const formed = candidates.filter(({ name }) => parsePackageName(name) !== null);
  const [only, ...more] = named ? [named] : formed.length > 0 ? formed : candidates;
  if (more.length > 0) throw portfolioError('portfolio/several-roots', file, { count: more.length + 1 });
  return only ?? null;
}

async function openPlain(archive: ZipArchive, file: string): Promise<OpenExchange | null> {
  const folder = commonFolder(archive.entries);
  const top = archive.entries.filter(({ name }) => !name.slice(folder.length).includes('/'));
  const root = rootOf(top, file);
  if (!root) return null;
  if (root.size > MOST_ROOT) throw new ProblemError({ code: 'json/too-large', params: { size: root.size, limit: MOST_ROOT }, file });
  const base = baseOf(root.name);
  return {
    base, said: parsePackageName(root.name),
    students: studentTexts(await joined(root.stream()), file),
    entries: new Map(archive.entries.filter((entry) => entry !== root).map((entry) => [entry.name.slice(folder.length), entry])),
    problems: [...archive.problems, ...(base === baseOf(file) ? [] : [portfolioProblem('portfolio/renamed', file, { name: `${base}.zip` })])],
    close: () => archive.close(),
  };
}

/**
 * @param file name of the ZIP, for its base name and for messages
 * @throws ProblemError of the `zip` and `json` areas (`zip/encrypted` without a password), `portfolio/no-root`, `portfolio/several-roots`,
 *   `portfolio/not-a-list`: nothing of the package can be read then
 * @requirement RULE-801, RULE-802, RULE-806
 */
export async function openExchange(source: ByteSource, file: string, options: ExchangeOptions): Promise<OpenExchange> {
  const zip = options.password === undefined ? {} : { password: options.password };
  await using opened = new AsyncDisposableStack();
  const outer = await openZip(source, file, zip);
  opened.defer(() => outer.close());
  let found = await openPlain(outer, file);
  if (!found) {
    const locked = outer.problems.find(({ code }) => code === 'zip/encrypted');
    if (locked) throw new ProblemError(locked);
    const inner = outer.entries.filter(({ name }) => /\.zip$/i.test(name));
    if (inner.length !== 1) throw portfolioError('portfolio/no-root', file);
    const archive = await openZip(await options.spool(inner[0]!), inner[0]!.name, zip);
    opened.defer(() => archive.close());
    found = await openPlain(archive, inner[0]!.name);
    if (!found) throw portfolioError('portfolio/no-root', file);
  }
  const kept = opened.move();
  return { ...found, close: () => kept.disposeAsync() };
}
