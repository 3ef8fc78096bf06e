/** Which encoding a source is in: decided strictly and from the whole of it, never from a sample. */
import type { ByteSource } from '../../core/bytes.ts';
import { ProblemError } from '../../core/problem.ts';
import type { Encoding } from './encoding.ts';
import { firstError, type FirstErrors } from './scan.ts';

/**
 * `bom` the source says so itself · `only-one-allowed` by configuration, nothing was looked at · `valid` the source
 * has no error in it · `later-error` no allowed encoding fits, this one goes wrong later.
 */
export type ProbeReason = 'bom' | 'only-one-allowed' | 'valid' | 'later-error';

export interface Probe {
  readonly encoding: Encoding;
  /** Number of bytes of the byte order mark, to be skipped: 0 or 3. */
  readonly bom: number;
  readonly reason: ProbeReason;
  /** Offset of the first byte that does not fit, null for none, by encoding; absent where it was not looked for. */
  readonly firstErrors: { readonly [encoding in Encoding]?: number | null };
}

const UTF8_BOM = 3;

/**
 * Decides the encoding of `source` among `allowed`. With both allowed: UTF-8 if the whole source is valid UTF-8,
 * else CP950 if the whole source is valid CP950, else the one whose first error comes later. Bytes cannot tell CP950
 * with user-defined characters from HKSCS, UAO or Big5E (RULE-617), so that question is not asked here.
 * Reads the source at most twice, holding one chunk at a time; not at all where its first errors are `known`.
 *
 * @throws ProblemError `text/utf-16` when the source begins with a UTF-16 byte order mark
 * @requirement RULE-617
 */
export async function probeEncoding(source: ByteSource, allowed: readonly Encoding[], known: FirstErrors | null = null): Promise<Probe> {
  const start = await source.read(0, UTF8_BOM);
  if ((start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff)) {
    throw new ProblemError({ code: 'text/utf-16', params: {} });
  }
  if (start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf) {
    return { encoding: 'utf-8', bom: UTF8_BOM, reason: 'bom', firstErrors: {} };
  }
  const [only, ...others] = new Set(allowed);
  if (only === undefined) throw new TypeError('probeEncoding needs at least one allowed encoding');
  if (others.length === 0) return { encoding: only, bom: 0, reason: 'only-one-allowed', firstErrors: {} };

  const utf8 = known ? known['utf-8'] : await firstError(source, 'utf-8');
  if (utf8 === null) return { encoding: 'utf-8', bom: 0, reason: 'valid', firstErrors: { 'utf-8': null } };
  const cp950 = known ? known.cp950 : await firstError(source, 'cp950');
  const firstErrors = { 'utf-8': utf8, cp950 };
  if (cp950 === null) return { encoding: 'cp950', bom: 0, reason: 'valid', firstErrors };
  return { encoding: cp950 > utf8 ? 'cp950' : 'utf-8', bom: 0, reason: 'later-error', firstErrors };
}
