/** SHA-256 in lower-case hex: how everything that is kept, packed or compared is named. */
import { createHash, hash as hashed } from 'node:crypto';
import type { ByteSource } from './bytes.ts';

/** Of bytes in memory, or of a text as UTF-8. */
export function sha256(content: Uint8Array | string): string {
  return hashed('sha256', content);
}

/** Of a whole source, in one pass and flat memory. */
export async function sha256Of(source: ByteSource): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of source.stream(0, source.size, true)) hash.update(chunk);
  return hash.digest('hex');
}
