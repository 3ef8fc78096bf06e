/** Where files stand in a transfer package: `{身分證號}/課程學習成果/C01.pdf`, `{身分證號}/多元表現/M01.mp4` (RULE-803). */

/** What a folder's files belong to. */
export type FolderKind = 'courseWork' | 'performance';

const FOLDERS: Readonly<Record<FolderKind, readonly [folder: string, letter: string]>> = {
  courseWork: ['課程學習成果', 'C'],
  performance: ['多元表現', 'M'],
};

/** Original names by name in the folder, one a folder. */
export const NAME_MAPPING = 'filename_mapping.json';
/** What a student was advised by the counselling teachers; optional. */
export const CONSULTATION = '課程諮詢.json';

/** Text after the last dot, as some write that after the first: `a.b.pdf` is a pdf. */
export function extensionOf(name: string): string {
  const at = name.lastIndexOf('.');
  const extension = at < 0 ? '' : name.slice(at + 1).toLowerCase();
  return /^[a-z0-9]{1,8}$/.test(extension) ? extension : '';
}

export interface FileToPlace {
  readonly kind: 'document' | 'media';
  /** Name the student gave the file; null when nobody knows. */
  readonly fileName: string | null;
  /** What its content is: pdf, jpg, png, mp3, mp4; null when it is none of them. */
  readonly format: string | null;
}

/**
 * Paths for one student's files of one folder, in the order given. Documents and media are numbered apart, each from
 * 1, so that no link can be taken for the other's; extensions keep two of one number from being twins.
 *
 * @param reserved paths that others of the student's files have already
 * @requirement RULE-803
 */
export function placeFiles(id: string, folder: FolderKind, files: readonly FileToPlace[], reserved: Iterable<string> = []): readonly string[] {
  const [, letter] = FOLDERS[folder];
  const next = { document: 1, media: 1 };
  const taken = new Set(reserved);
  return files.map(({ kind, fileName, format }) => {
    const extension = extensionOf(fileName ?? '') || (format ?? 'bin');
    for (;;) {
      const path = `${folderPath(id, folder)}/${letter}${String(next[kind]++).padStart(2, '0')}.${extension}`;
      if (taken.has(path)) continue;
      taken.add(path);
      return path;
    }
  });
}

/** Folder of one student's files of a kind. An id of any other form is no folder's name. */
export function folderPath(id: string, folder: FolderKind): string {
  return `${id.replace(/[^A-Za-z0-9]/g, '_')}/${FOLDERS[folder][0]}`;
}

/** Path of a folder's list of original names. */
export function nameMappingPath(id: string, folder: FolderKind): string {
  return `${folderPath(id, folder)}/${NAME_MAPPING}`;
}
