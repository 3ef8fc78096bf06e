/** Packs students into the ZIP other systems take: root JSON, and a folder a student with the files (RULE-801 to RULE-806). */
import type { ByteSource } from '../../../core/bytes.ts';
import { memorySource } from '../../../formats/bytes.ts';
import { type Encryption, writeEncryptedZip } from '../../../formats/zip/encrypted.ts';
import type { ZipInput } from '../../../formats/zip/input.ts';
import { CONSULTATION, type FolderKind, nameMappingPath } from './layout.ts';

/** A file at the place its link names. */
export interface PlacedFile {
  /** Path in the package, see `placeFiles`. */
  readonly path: string;
  readonly folder: FolderKind;
  readonly fileName: string | null;
  /** Read once. */
  readonly source: Pick<ByteSource, 'stream'>;
}

export interface PackedStudent {
  /** 身分證號: the name of the folder. */
  readonly id: string;
  readonly files: readonly PlacedFile[];
  /** A 課程諮詢.json as it came with the student; null for none. */
  readonly consultation: Uint8Array | null;
}

export interface ExchangePlan {
  /** Base name of the package, see `packageName`. */
  readonly name: string;
  /** The root JSON. */
  readonly root: Uint8Array;
  readonly students: readonly PackedStudent[];
  readonly password: string;
  readonly encryption: Encryption;
}

const json = (value: unknown): Uint8Array => new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);

function mappingEntries({ id, files }: PackedStudent): ZipInput[] {
  return (['courseWork', 'performance'] as const).flatMap((folder) => {
    const placed = files.filter((file) => file.folder === folder);
    if (placed.length === 0) return [];
    const names = Object.fromEntries(placed.map(({ path, fileName }) => {
      const own = path.slice(path.lastIndexOf('/') + 1);
      return [own, fileName ?? own];
    }));
    return [{ name: nameMappingPath(id, folder), source: memorySource(json(names)) }];
  });
}

/** Entries in the order they are written. */
function entriesOf({ name, root, students }: ExchangePlan): ZipInput[] {
  return [
    { name: `${name}.json`, source: memorySource(root) },
    ...students.flatMap((student) => [
      ...student.files.map(({ path, source }) => ({ name: path, source, store: true })),
      ...mappingEntries(student),
      ...(student.consultation === null ? [] : [{ name: `${student.id}/${CONSULTATION}`, source: memorySource(student.consultation) }]),
    ]),
  ];
}

/**
 * The package, chunk by chunk, memory flat. It never leaves without a password, but names of folders stay readable, and
 * they are the students' ids: that is the layout other systems demand.
 *
 * @requirement RULE-801, RULE-802, RULE-803, RULE-805
 * @throws ProblemError of the `zip` area; whatever a source throws while it is read
 */
export function packExchange(plan: ExchangePlan): AsyncGenerator<Uint8Array> {
  return writeEncryptedZip(entriesOf(plan), plan.password, plan.encryption);
}
