/** Identity of an input: the same bytes under the same name are the same input. */
import { createHash } from 'node:crypto';

/** First 32 hex characters of SHA-256(name, NUL, content SHA-256). The name counts because it may carry term and sheet. */
export function inputId(name: string, sha256: string): string {
  return createHash('sha256').update(name).update('\0').update(sha256).digest('hex').slice(0, 32);
}
