/** A package looked at without taking it in: what it holds, and whether it is whole. */
import type { Problem } from '../../core/problem.ts';
import type { StudentKey } from '../../core/record.ts';
import { ProblemError } from '../../core/problem.ts';
import type { ByteSource } from '../../core/bytes.ts';
import type { MovedStudent } from '../../core/portfolio.ts';
import { MOVING } from './gather.ts';
import type { PackageFormat } from './ledger/entry.ts';
import { refuses } from './read/exchange-student.ts';
import { openPackage, type OpenPackageOptions } from './read/open-package.ts';

export interface SeenStudent {
  readonly position: number;
  readonly key: StudentKey | null;
  /** Null for one who would be refused. */
  readonly moved: MovedStudent | null;
  readonly problems: readonly Problem[];
}

export interface Seen {
  /** Null for a file that could not be opened. */
  readonly format: PackageFormat | 'acknowledgement' | null;
  readonly package: string | null;
  readonly from: string | null;
  readonly at: string | null;
  readonly problems: readonly Problem[];
  readonly students: number;
  /** Of the students that would be taken. */
  readonly items: number;
  readonly attachments: number;
  /** True when nothing in it would be refused. */
  readonly ok: boolean;
}

/** How many records of a student move. */
export function itemCount({ records }: MovedStudent): number {
  return records.filter(({ type }) => MOVING.includes(type) || type === 'consultation').length;
}

/**
 * Reads the whole package, every digest checked, keeping nothing.
 *
 * @param each is given the students one by one
 */
export async function lookInto(source: ByteSource, file: string, options: OpenPackageOptions, each: (student: SeenStudent) => void): Promise<Seen> {
  try {
    const opened = await openPackage(source, file, options);
    if (opened.kind === 'acknowledgement') return { format: 'acknowledgement', package: null, from: null, at: null, problems: [], students: 0, items: 0, attachments: 0, ok: true };
    const { read } = opened;
    try {
      let [students, items, attachments] = [0, 0, 0];
      let ok = !read.problems.some(refuses);
      for await (const { position, key, moved, problems } of read.students()) {
        each({ position, key, moved, problems });
        students += 1;
        items += moved ? itemCount(moved) : 0;
        attachments += moved?.files.length ?? 0;
        if (!moved || problems.some(({ code }) => code === 'portfolio/row-not-read')) ok = false;
      }
      return { format: read.format, package: read.key, from: read.from, at: read.at, problems: read.problems, students, items, attachments, ok };
    } finally {
      await read.close();
    }
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { format: null, package: null, from: null, at: null, problems: [{ ...error.problem, file }], students: 0, items: 0, attachments: 0, ok: false };
  }
}
