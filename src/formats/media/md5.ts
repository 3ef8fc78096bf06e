/** MD5 beside another reading: packages carry it (RULE-804), so a file is hashed with it while it is kept. */
import { createHash } from 'node:crypto';
import type { ByteSource } from '../../core/bytes.ts';

/** The same source, and its MD5 in lower-case hex once somebody has streamed the whole of it; null before that. */
export function md5Beside(source: ByteSource): { readonly source: ByteSource; readonly md5: () => string | null } {
  let found: string | null = null;
  async function* hashed(lent?: boolean): AsyncGenerator<Uint8Array> {
    const hash = createHash('md5');
    for await (const chunk of source.stream(0, source.size, lent)) {
      hash.update(chunk);
      yield chunk;
    }
    found = hash.digest('hex');
  }
  return {
    source: {
      size: source.size,
      read: (start, length) => source.read(start, length),
      stream: (start = 0, end = source.size, lent) => (found === null && start === 0 && end >= source.size ? hashed(lent) : source.stream(start, end, lent)),
    },
    md5: () => found,
  };
}
