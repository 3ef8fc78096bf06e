/** Strict checks that go through a source to its end, or to its first error, without making text of it. */
import { isUtf8 } from 'node:buffer';
import type { ByteSource } from '../../core/bytes.ts';
import { cp950Tables, NONE } from './cp950-tables.ts';
import type { Encoding } from './encoding.ts';
import { type LineFeeds, lineFeedCounter } from './line-feeds.ts';
import { cutTail, firstInvalid, widthOf } from './utf8-sequence.ts';

/** Looks at a source chunk by chunk; chunks are not kept. */
export interface Scan {
  /** False once an error was found: the rest need not be shown. */
  push(chunk: Uint8Array): boolean;
  /** Offset of the first byte that does not fit, or null; after the last chunk. */
  end(): number | null;
}

/** Finds the first byte that is not UTF-8. */
export function utf8Scan(): Scan {
  let offset = 0;
  let cut: Uint8Array = new Uint8Array(0);
  let error: number | null = null;
  /** Takes bytes that begin with a character; one that is cut at their end waits for the rest of it. */
  const take = (bytes: Uint8Array): boolean => {
    const whole = bytes.subarray(0, bytes.length - cutTail(bytes));
    if (!isUtf8(whole)) {
      error = offset + firstInvalid(whole);
      return false;
    }
    offset += whole.length;
    cut = Uint8Array.from(bytes.subarray(whole.length));
    return true;
  };
  return {
    push(chunk) {
      if (error !== null) return false;
      if (cut.length === 0) return take(chunk);
      // Only the character cut in two is put together: joining the chunks would copy all of a file.
      const rest = Math.min(widthOf(cut[0]!) - cut.length, chunk.length);
      return take(Buffer.concat([cut, chunk.subarray(0, rest)])) && (rest === chunk.length || take(chunk.subarray(rest)));
    },
    end: () => error ?? (cut.length === 0 ? null : offset),
  };
}

/** Finds the first byte that begins no CP950 character; user-defined cells are characters. */
export function cp950Scan(): Scan {
  const { codeOf } = cp950Tables();
  let offset = 0;
  let lead = 0;
  let error: number | null = null;
  return {
    push(chunk) {
      if (error !== null) return false;
      for (let i = 0; i < chunk.length; i += 1) {
        const byte = chunk[i]!;
        if (lead !== 0) {
          if (codeOf[(lead << 8) | byte] === NONE) {
            error = offset + i - 1;
            return false;
          }
          lead = 0;
        } else if (byte >= 0x80) {
          if (byte === 0x80 || byte === 0xff) {
            error = offset + i;
            return false;
          }
          lead = byte;
        }
      }
      offset += chunk.length;
      return true;
    },
    end: () => error ?? (lead === 0 ? null : offset - 1),
  };
}

const SCANS: { readonly [encoding in Encoding]: () => Scan } = { 'utf-8': utf8Scan, cp950: cp950Scan };

/** Offset of the first byte of `source` that does not fit the encoding, or null; reads no further than that. */
export async function firstError(source: ByteSource, encoding: Encoding): Promise<number | null> {
  const scan = SCANS[encoding]();
  for await (const chunk of source.stream(0, source.size, true)) if (!scan.push(chunk)) break;
  return scan.end();
}

/** First errors of a source in both encodings. */
export type FirstErrors = { readonly [encoding in Encoding]: number | null };

/** What is known of a source that was looked through. */
export interface Scanned {
  readonly firstErrors: FirstErrors;
  /** Null for a source too small for anybody to ask. */
  readonly lineFeeds: LineFeeds | null;
}

/** Parts a source must have for its line feeds to be worth counting: starting threads costs more than they save. */
const FEWEST_PARTS = 4;

/** True when a text of that size is worth reading with several threads. */
export function isShared(size: number, part: number): boolean {
  return size >= FEWEST_PARTS * part;
}

/**
 * The same source, and what is known of it once somebody has streamed the whole of it: whoever reads it for another
 * reason first, to hash or to keep it, saves others a reading. Null before that.
 *
 * @param part bytes of the parts that several threads would read; null where there is one
 */
export function scanned(source: ByteSource, part: number | null = null): { readonly source: ByteSource; readonly found: () => Scanned | null } {
  let found: Scanned | null = null;
  async function* watched(lent?: boolean): AsyncGenerator<Uint8Array> {
    const scans = { 'utf-8': utf8Scan(), cp950: cp950Scan() };
    const feeds = part === null || !isShared(source.size, part) ? null : lineFeedCounter(part);
    for await (const chunk of source.stream(0, source.size, lent)) {
      scans['utf-8'].push(chunk);
      scans.cp950.push(chunk);
      feeds?.push(chunk);
      yield chunk;
    }
    found = { firstErrors: { 'utf-8': scans['utf-8'].end(), cp950: scans.cp950.end() }, lineFeeds: feeds?.counts ?? null };
  }
  return {
    source: {
      size: source.size,
      read: (start, length) => source.read(start, length),
      stream: (start = 0, end = source.size, lent) => (found === null && start === 0 && end >= source.size ? watched(lent) : source.stream(start, end, lent)),
    },
    found: () => found,
  };
}
