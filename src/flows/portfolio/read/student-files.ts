/** The files of one student of a transfer package: every link to its entry, every entry to its digest (RULE-805). */
import type { Problem } from '../../../core/problem.ts';
import type { MovedFile } from '../../../core/portfolio.ts';
import type { CanonicalRecord } from '../../../core/record.ts';
import { readAll } from '../../../formats/bytes.ts';
import type { ZipEntry } from '../../../formats/zip/read.ts';
import { CONSULTATION, NAME_MAPPING } from '../../../package/portfolio/exchange/layout.ts';
import { portfolioProblem } from '../../../package/portfolio/refuse.ts';
import type { Content } from '../../attachments/content.ts';
import { EMPTY_MD5 } from '../../../core/items/links.ts';
import { partKey, partsOf } from '../../attachments/path.ts';
import type { KeepFile } from './read-package.ts';

/** A link of an item, and the MD5 the package says its file has; null where it says none. */
export interface SaidLink {
  readonly record: CanonicalRecord;
  readonly field: string;
  readonly kind: 'document' | 'media';
  readonly link: string;
  readonly md5: string | null;
}

export interface StudentFiles {
  readonly files: readonly MovedFile[];
  /** Links that were mended, with the path they mean: two items may have had one wrong link in common. */
  readonly mended: readonly { readonly record: CanonicalRecord; readonly field: string; readonly link: string }[];
  readonly problems: readonly Problem[];
}

/** Bytes of a list of names. */
const NAMES_LIMIT = 1024 * 1024;

const pathKey = (path: string): string => (partsOf(path) ?? []).map(partKey).join('/');
const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);
/** A name without anything after its first dot: what one system takes for the stem. */
const stemOf = (name: string): string => name.split('.')[0]!;

/** Entries of a package below the folders of one student, by comparable path. */
export class StudentFolder {
  readonly #entries = new Map<string, ZipEntry>();
  readonly #folders: readonly string[];
  readonly #used = new Set<string>();
  readonly #contents = new Map<string, Content>();
  readonly #keep: KeepFile;

  /** @param ids folder names a student may have: the present id first, then former ones */
  constructor(entries: ReadonlyMap<string, ZipEntry>, ids: readonly string[], keep: KeepFile) {
    this.#folders = ids.map((id) => pathKey(id));
    this.#keep = keep;
    for (const [path, entry] of entries) {
      const key = pathKey(path);
      if (this.#folders.some((folder) => key.startsWith(`${folder}/`))) this.#entries.set(key, entry);
    }
  }

  /** Comparable path of the entry a link means: as it stands, or in another folder of the student after an id was corrected. */
  find(link: string): string | null {
    const key = pathKey(link);
    if (this.#entries.has(key)) return key;
    const inside = key.slice(key.indexOf('/') + 1);
    return this.#folders.map((folder) => `${folder}/${inside}`).find((path) => this.#entries.has(path)) ?? null;
  }

  /** Path of an entry as the package has it. */
  pathOf(key: string): string {
    return this.#entries.get(key)!.name;
  }

  /** The entry at a path; null for none. */
  entry(path: string): ZipEntry | null {
    return this.#entries.get(pathKey(path)) ?? null;
  }

  /** The content of an entry, looked at once. */
  async content(key: string): Promise<Content> {
    let content = this.#contents.get(key);
    if (!content) this.#contents.set(key, (content = await this.#keep(await this.#entries.get(key)!.source())));
    return content;
  }

  use(key: string): void {
    this.#used.add(key);
  }

  /** Entries that hold a student's file and that no link has led to. */
  get unused(): readonly string[] {
    return [...this.#entries].filter(([key, { name }]) => !this.#used.has(key) && ![NAME_MAPPING, CONSULTATION].includes(nameOf(name))).map(([key]) => key);
  }

  /** The unused entry with this MD5; null when there is none. */
  async byMd5(md5: string): Promise<string | null> {
    for (const key of this.unused) if ((await this.content(key)).md5 === md5) return key;
    return null;
  }

  /** Names the students gave their files, by comparable path; lists that cannot be read name nothing. */
  async names(): Promise<(key: string) => string | null> {
    const names = new Map<string, string>();
    for (const { name, source } of [...this.#entries.values()].filter((entry) => nameOf(entry.name) === NAME_MAPPING)) {
      for (const [own, original] of Object.entries(await namesIn(source))) names.set(pathKey(`${folderOf(name)}${own}`), original);
    }
    return (key) => {
      const said = names.get(key);
      if (said !== undefined) return said;
      // Where the extension was taken from the first dot on, the list says only the stem right.
      const alike = [...names].filter(([listed]) => folderOf(listed) === folderOf(key) && stemOf(nameOf(listed)) === stemOf(nameOf(key)));
      return alike.length === 1 ? alike[0]![1] : null;
    };
  }
}

async function namesIn(open: ZipEntry['source']): Promise<Readonly<Record<string, string>>> {
  try {
    const names: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(await readAll(await open(), NAMES_LIMIT)));
    if (typeof names !== 'object' || names === null || Array.isArray(names)) return {};
    return Object.fromEntries(Object.entries(names).filter((pair): pair is [string, string] => typeof pair[1] === 'string' && pair[1] !== ''));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError || (error instanceof Error && error.name === 'ProblemError')) return {};
    throw error;
  }
}

/**
 * Resolves the links of a student. A link with the MD5 of no bytes means no file; one whose entry is missing or has other bytes
 * is mended by the one entry that has the digest, else the student is refused.
 *
 * @param file name of the package, for messages
 * @param acceptMissing take items whose file is not in the package, without it
 * @throws ProblemError of the `zip` area when an entry cannot be read
 */
export async function studentFiles(folder: StudentFolder, links: readonly SaidLink[], file: string, acceptMissing: boolean): Promise<StudentFiles> {
  const files: MovedFile[] = [];
  const problems: Problem[] = [];
  const nameAt = await folder.names();
  const say = (code: Parameters<typeof portfolioProblem>[0], { link }: SaidLink, params: Problem['params'] = {}): void => {
    problems.push(portfolioProblem(code, file, { entry: link, ...params }));
  };
  const mended: StudentFiles['mended'][number][] = [];
  const take = async ({ kind }: SaidLink, key: string, link: string): Promise<void> => {
    folder.use(key);
    const { sha256, md5, crc32, size, format } = await folder.content(key);
    if (!files.some((known) => known.kind === kind && known.link === link)) files.push({ link, kind, sha256, md5, crc32, size, format, fileName: nameAt(key) });
  };
  const mend = async (said: SaidLink): Promise<boolean> => {
    const found = said.md5 === null ? null : await folder.byMd5(said.md5);
    if (found === null) return false;
    const link = folder.pathOf(found);
    await take(said, found, link);
    mended.push({ record: said.record, field: said.field, link });
    say('moved-file/link-repaired', said);
    return true;
  };
  // Links whose entry is right take it first, so that what is left over can mend the others.
  const left: SaidLink[] = [];
  for (const said of links) {
    const key = folder.find(said.link);
    const content = key === null ? null : await folder.content(key);
    if (said.md5 === EMPTY_MD5) {
      if (content !== null && content.size > 0) say('moved-file/digest-mismatch', said);
      else if (key !== null) folder.use(key);
      continue;
    }
    if (key !== null && content!.size > 0 && (said.md5 === null || said.md5 === content!.md5)) {
      if (said.kind === 'media' && links.some((other) => other.record === said.record && other.kind === 'document' && other.link === said.link)) {
        say('moved-file/media-link-repeats', said);
        continue;
      }
      await take(said, key, said.link);
      if (said.md5 === null) say('moved-file/no-digest', said);
      continue;
    }
    left.push(said);
  }
  for (const said of left) {
    if (await mend(said)) continue;
    const key = folder.find(said.link);
    if (key !== null) folder.use(key);
    if (key !== null && (await folder.content(key)).size > 0) say('moved-file/digest-mismatch', said);
    else say(acceptMissing ? 'moved-file/lost' : 'moved-file/missing', said);
  }
  const unused = folder.unused;
  if (unused.length > 0) problems.push(portfolioProblem('moved-file/unreferenced', file, { count: unused.length, entry: nameOf(unused[0]!) }));
  return { files, mended, problems };
}
