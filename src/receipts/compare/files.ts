/** Digests of attached files: what a row's link stands for on our side, and what a receipt says of it. */

/** A file as it was submitted, as far as it is known. */
export interface SentFile {
  /** Lower-case hex; where the file is gone the beginning, which its name in the package keeps. */
  readonly sha256: string;
  readonly md5: string | null;
}

/** The file a link of a submitted roster names; null where it names none, or none is known of. */
export type FileDigests = (link: string) => SentFile | null;

/** Keys of digests stand beside links: `文件檔案MD5`, `證明文件SHA256`; which link they are of is told by the first part. */
const DIGEST_KEY = /^(.*?)(?:檔案)?[_-]?(MD5|SHA(?:-?256)?)$/i;

/** Parts of names by the field whose link they go with. */
const PARTS: readonly (readonly [field: string, part: RegExp])[] = [
  ['mediaLink', /影音/], ['workLink', /作品成果/], ['documentLink', /文件|檔案|成果|^$/],
];

/** What a key of a receipt's row digests: the link's field and the kind of digest; null for a key that is no digest. */
export function digestKey(key: string): { readonly field: string; readonly digest: 'md5' | 'sha256' } | null {
  const match = DIGEST_KEY.exec(key.trim());
  if (!match) return null;
  const field = PARTS.find(([, part]) => part.test(match[1] ?? ''))?.[0];
  return field === undefined ? null : { field, digest: match[2]!.toUpperCase() === 'MD5' ? 'md5' : 'sha256' };
}

/** MD5 of nothing, by which other systems say that there is no file. */
const EMPTY_MD5 = 'd41d8cd98f00b204e9800998ecf8427e';

/** The digest a receipt gives, in lower case; empty where it says that there is no file. */
export function digestText(text: string): string {
  const digest = text.trim().toLowerCase();
  return digest === EMPTY_MD5 || digest === '-1' ? '' : digest;
}

/** True when a receipt's digest is that of the file, or nothing is known to say otherwise. */
export function isDigestOf(sent: SentFile, digest: 'md5' | 'sha256', received: string): boolean {
  const own = sent[digest];
  return own === null || (own === '' ? received === '' : received.startsWith(own));
}
