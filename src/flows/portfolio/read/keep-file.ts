/** Two ways to treat a file of a package: into the school's blobs, or through the digests only. */
import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { ByteSource } from '../../../core/bytes.ts';
import { formatOf, HEAD_BYTES } from '../../../formats/media/format.ts';
import { md5Beside } from '../../../formats/media/md5.ts';
import type { SchoolStore } from '../../../store/port.ts';
import type { KeepFile } from './read-package.ts';

/** Keeps contents in the blobs of a school, encrypted. */
export function keepIn(store: SchoolStore): KeepFile {
  return async (content) => {
    const format = formatOf(await content.read(0, HEAD_BYTES));
    const watched = md5Beside(content);
    const kept = await store.blobs.put(watched.source);
    return { ...kept, md5: watched.md5() ?? createHash('md5').digest('hex'), format };
  };
}

/** Looks at contents and keeps nothing. */
export const lookAt: KeepFile = async (content: ByteSource) => {
  const [sha, md5] = [createHash('sha256'), createHash('md5')];
  let crc = 0;
  for await (const chunk of content.stream(0, content.size, true)) {
    sha.update(chunk);
    md5.update(chunk);
    crc = crc32(chunk, crc);
  }
  return { sha256: sha.digest('hex'), md5: md5.digest('hex'), crc32: crc, size: content.size, format: formatOf(await content.read(0, HEAD_BYTES)) };
};
