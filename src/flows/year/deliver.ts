/** Divides a yearly submission into files, and makes them in the outbox. */
import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { BagFile } from '../../package/bag.ts';
import { groupBySize } from '../../package/year/groups.ts';
import { type PackedFile, preparePart } from '../../package/year/part.ts';
import { type PackedRoster, rowsIn } from '../../package/workbooks.ts';
import type { SchoolStore, SubmissionPart } from '../../store/port.ts';
import type { Services } from '../services.ts';
import { forgetGone, makePart } from './parts.ts';
import type { StudentFiles } from './plan.ts';

export interface Delivery {
  /** `114-0`. */
  readonly term: string;
  readonly edition: string;
  /** Of the package: part of the names. */
  readonly key: string;
  /** Bytes of files in one part. */
  readonly partBytes: number;
  readonly workbooks: readonly BagFile[];
  readonly rosters: readonly PackedRoster[];
  readonly students: readonly StudentFiles[];
  /** The school's own files the package is made from. */
  readonly inputs: readonly { readonly file: string; readonly sha256: string }[];
}

/** Files of some students, each content once. */
function filesOf(students: readonly StudentFiles[]): readonly PackedFile[] {
  return [...new Map(students.flatMap(({ files }) => files).map((file) => [file.name, file])).values()];
}

/** `014302_114-0_year-submission_3f2a…_02-of-17.zip`: a later package never overwrites an earlier one. */
function namer(store: SchoolStore, { term, edition, key }: Delivery, count: number): (number: number) => string {
  const base = `${store.school}_${term}_${edition}_${key.slice(0, 12)}`;
  return (number) => (count === 1 ? `${base}.zip` : `${base}_${String(number).padStart(String(count).length, '0')}-of-${count}.zip`);
}

/**
 * What fits one part is one file. Else the rosters are the first, with a list of the others, and the students' files follow,
 * divided between students. The first is published last: a package without it is none.
 *
 * @returns the files, the first with the rosters
 */
export async function deliver(services: Services, store: SchoolStore, delivery: Delivery): Promise<readonly SubmissionPart[]> {
  const { term, edition, partBytes, workbooks, rosters, inputs, students } = delivery;
  const groups = groupBySize(students, partBytes);
  const count = groups.length > 1 ? groups.length + 1 : 1;
  const nameOf = namer(store, delivery, count);
  const { outbox } = services.home.paths(store.school);
  mkdirSync(outbox, { recursive: true, mode: 0o700 });
  const common = { school: store.school, term, edition, version: services.version };

  const make = async (number: number, own: readonly StudentFiles[], books: readonly BagFile[], tags: readonly BagFile[]): Promise<SubmissionPart> => {
    const path = join(outbox, nameOf(number));
    services.progress.step(basename(path), number, count);
    const files = filesOf(own);
    const { sha256, size } = await makePart(store, path, await preparePart({ ...common, rosters: books, tags, files }));
    return { package: path, sha256, students: own.length, attachments: files.length, bytes: size };
  };
  const others: SubmissionPart[] = [];
  if (count > 1) for (const [index, group] of groups.entries()) others.push(await make(index + 2, group, [], []));
  const manifest = {
    ...common, rosters, inputs, rows: rowsIn(rosters),
    parts: others.map(({ package: path, ...part }) => ({ file: basename(path), ...part })),
  };
  const tag = { name: 'submission.json', bytes: new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`) };
  const first = await make(1, count > 1 ? [] : groups.flat(), workbooks, [tag]);
  forgetGone(store, outbox);
  return [first, ...others];
}
