/** What a student's file is called in a submission: by its content, so that the name is unique, says nothing of anybody, and changes only with a byte. */

/** Extension of a format that the rules let through. */
const EXTENSIONS: ReadonlySet<string> = new Set(['pdf', 'jpg', 'png', 'mp3', 'mp4']);

/** @param format by content; a file of another format keeps the extension it came with */
export function packedName({ sha256, format, fileName }: { readonly sha256: string; readonly format: string; readonly fileName: string }): string {
  const own = /\.([A-Za-z0-9]{1,8})$/.exec(fileName)?.[1]?.toLowerCase();
  const extension = EXTENSIONS.has(format) ? format : own;
  return `${sha256.slice(0, 32)}${extension === undefined ? '' : `.${extension}`}`;
}

/** The beginning of the content's SHA-256 that a packed name keeps; null for a name that is none. */
export function digestInName(name: string): string | null {
  return /^([0-9a-f]{32})(?:\.[a-z0-9]{1,8})?$/.exec(name)?.[1] ?? null;
}
