/** The files of a migration one by one, archives as the files in them; what cannot be opened comes with its problem. */
import type { ByteSource } from '../../core/bytes.ts';
import { type Problem, ProblemError } from '../../core/problem.ts';
import { sha256Of } from '../../core/sha256.ts';
import type { OpenFile } from '../../core/table.ts';
import { type OpenedInput, openInput, type OpenOptions } from '../../formats/open.ts';
import type { ZipArchive } from '../../formats/zip/read.ts';
import { isNotData, type OfferedFile } from '../intake/offered.ts';
import { isAttachment } from '../intake/take-attachment.ts';
import type { FilePlace } from '../intake/take-file.ts';

/** A file that is open as long as its consumer works on it, one that holds no tables, or why there is none. */
export type Found =
  | { readonly name: string; readonly sha256: string; readonly file: OpenFile }
  | { readonly name: string; readonly place: FilePlace; readonly source: ByteSource }
  | { readonly name: string; readonly problem: Problem };

/** The file's name as people know it. */
const nameOf = ({ archive, path }: FilePlace): string => (archive === null ? path : `${archive}!${path}`);

/** What work throws because of the data, as a value. */
async function attempt<T>(name: string, work: () => Promise<T>): Promise<T | { readonly name: string; readonly problem: Problem }> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { name, problem: error.problem };
  }
}

type Opened = { readonly opened: OpenedInput; readonly sha256: string };

/** How the files of known systems are built, and the password of archives. */
type Shapes = Pick<OpenOptions, 'json' | 'documents' | 'xml' | 'password'>;

const open = (name: string, source: ByteSource, shapes: Shapes): Promise<Opened | Extract<Found, { problem: Problem }>> =>
  attempt(name, async () => ({ opened: await openInput(source, name, { encodings: ['utf-8', 'cp950'], ...shapes }), sha256: await sha256Of(source) }));

async function* inArchive(name: string, archive: ZipArchive, shapes: Shapes): AsyncGenerator<Found> {
  let found = 0;
  for (const entry of archive.entries.filter((one) => !isNotData(one.name))) {
    found += 1;
    const place = { archive: name, path: entry.name };
    const source = await attempt(nameOf(place), () => entry.source());
    if ('problem' in source) yield source;
    else yield* inFile(place, source, shapes);
  }
  for (const problem of archive.problems) {
    found += 1;
    yield { name: `${name}!${String(problem.params['entry'] ?? '')}`, problem };
  }
  if (found === 0) yield { name, problem: { code: 'intake/empty-archive', params: { file: name } } };
}

async function* inFile(place: FilePlace, source: ByteSource, shapes: Shapes): AsyncGenerator<Found> {
  const name = nameOf(place);
  if (await isAttachment(place.path, source)) {
    yield { name, place, source };
    return;
  }
  const result = await open(name, source, shapes);
  if ('problem' in result) {
    yield result;
    return;
  }
  const { opened, sha256 } = result;
  try {
    if (opened.kind === 'file') yield { name, sha256, file: opened.file };
    else if (place.archive !== null) yield { name, problem: { code: 'intake/nested-archive', params: { file: name } } };
    else yield* inArchive(name, opened.archive, shapes);
  } finally {
    await (opened.kind === 'archive' ? opened.archive : opened.file).close();
  }
}

/** Sorted by name, so that the order on the command line changes no byte of what is written. */
export async function* openedFiles(files: readonly OfferedFile[], shapes: Shapes): AsyncGenerator<Found> {
  for (const offered of files.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    await using source = await offered.open();
    yield* inFile({ archive: null, path: offered.name }, source, shapes);
  }
}
