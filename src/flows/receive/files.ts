/** The files that submitted rows name: a link is called by its content, so that what was sent is known whatever became of the file since. */
import { digestInName } from '../../package/year/name.ts';
import type { FileDigests } from '../../receipts/compare/files.ts';
import type { SchoolStore } from '../../store/port.ts';
import { findContentByPrefix } from '../attachments/content.ts';

/** Null for a link that names no file of a package. */
export function sentFiles(store: SchoolStore): FileDigests {
  return (link) => {
    const digest = digestInName(link);
    return digest === null ? null : findContentByPrefix(store, digest) ?? { sha256: digest, md5: null };
  };
}
