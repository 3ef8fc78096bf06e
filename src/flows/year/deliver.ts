/** Divides a yearly submission into files, and makes them in the outbox. */
import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { BagFile } from '../../package/bag.ts';
import { groupBySize } from '../../package/year/groups.ts';
import type { CorrectedSubmission } from '../../package/submission.ts';
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
  /** `014302_114-0_year-submission_3f2a…`: what its files are called. A later package never overwrites an earlier one. */
  readonly name: string;
  /** Bytes of files in one part. */
  readonly partBytes: number;
  readonly workbooks: readonly BagFile[];
  readonly rosters: readonly PackedRoster[];
  readonly students: readonly StudentFiles[];
  /** The school's own files the package is made from. */
  readonly inputs: readonly { readonly file: string; readonly sha256: string }[];
  /** Of a correction. */
  readonly corrects?: CorrectedSubmission;
}

/** Files of some students, each content once. */
function filesOf(students: readonly StudentFiles[]): readonly PackedFile[] {
  return [...new Map(students.flatMap(({ files }) => files).map((file) => [file.name, file])).values()];
}

/** `…_02-of-17.zip` */
function fileName(name: string, number: number, count: number): string {
  return count === 1 ? `${name}.zip` : `${name}_${String(number).padStart(String(count).length, '0')}-of-${count}.zip`;
}

/**
 * What fits one part is one file. Else the rosters are the first, with a list of the others, and the students' files follow,
 * divided between students. The first is published last: a package without it is none.
 *
 * @returns the files, the first with the rosters
 */
export async function deliver(services: Services, store: SchoolStore, delivery: Delivery): Promise<readonly SubmissionPart[]> {
  const { term, edition, name, partBytes, workbooks, rosters, inputs, students, corrects } = delivery;
  const groups = groupBySize(students, partBytes);
  const count = groups.length > 1 ? groups.length + 1 : 1;
  const { outbox } = services.home.paths(store.school);
  mkdirSync(outbox, { recursive: true, mode: 0o700 });
  const common = { school: store.school, term, edition, version: services.version };

  const make = async (number: number, own: readonly StudentFiles[], books: readonly BagFile[], tags: readonly BagFile[]): Promise<SubmissionPart> => {
    const path = join(outbox, fileName(name, number, count));
    services.progress.step(basename(path), number, count);
    const files = filesOf(own);
    const { sha256, size } = await makePart(store, path, await preparePart({ ...common, rosters: books, tags, files }));
    return { package: path, sha256, students: own.length, attachments: files.length, bytes: size };
  };
  const others: SubmissionPart[] = [];
  if (count > 1) for (const [index, group] of groups.entries()) others.push(await make(index + 2, group, [], []));
  const manifest = {
    ...common, rosters, inputs, rows: rowsIn(rosters), ...(corrects === undefined ? {} : { corrects }),
    parts: others.map(({ package: path, ...part }) => ({ file: basename(path), ...part })),
  };
  const tag = { name: 'submission.json', bytes: new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`) };
  const first = await make(1, count > 1 ? [] : groups.flat(), workbooks, [tag]);
  forgetGone(store, outbox);
  return [first, ...others];
}
