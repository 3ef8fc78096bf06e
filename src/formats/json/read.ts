/** Reading JSON from outside: bounded, strict, with the place of an error. */
import type { ByteSource } from '../../core/bytes.ts';
import { type Params, ProblemError } from '../../core/problem.ts';
import { type ScanError, scanJson } from './scan.ts';

export interface JsonLimits {
  /** Bytes; 128 MiB by default: the portfolios of 1,500 students and three years have 90 MB. */
  readonly maxBytes?: number;
  /** Levels of objects and arrays; 32 by default. */
  readonly maxDepth?: number;
}

const MAX_BYTES = 128 * 1024 * 1024;
const MAX_DEPTH = 32;

/**
 * The value of a UTF-8 JSON file, with or without a BOM (receipts have one).
 *
 * @param name File name for the problem.
 * @throws ProblemError `json/too-large`, `json/not-utf8`, `json/syntax`, `json/too-deep`, `json/bad-key`.
 */
export async function readJson(source: ByteSource, name: string, limits: JsonLimits = {}): Promise<unknown> {
  const limit = limits.maxBytes ?? MAX_BYTES;
  if (source.size > limit) throw new ProblemError({ code: 'json/too-large', params: { size: source.size, limit }, file: name });
  return parseJson(decoded(await source.read(0, source.size), name), name, limits);
}

/** The value of a JSON text; the same strictness and problems as {@link readJson}. */
export function parseJson(text: string, name: string, limits: JsonLimits = {}): unknown {
  const limit = limits.maxDepth ?? MAX_DEPTH;
  const wrong = scanJson(text, limit);
  if (wrong === null) return JSON.parse(text);
  const detail: Record<ScanError['kind'], Params> = { syntax: { expected: wrong.detail }, 'too-deep': { limit }, 'bad-key': { key: wrong.detail } };
  throw new ProblemError({ code: `json/${wrong.kind}`, params: { ...placeOf(text, wrong.offset), ...detail[wrong.kind] }, file: name });
}

/** Line and character of an offset, both from 1; counted without copying, as a hostile file may be one line of 128 MiB. */
function placeOf(text: string, offset: number): { line: number; at: number } {
  let line = 1;
  let at = 1;
  for (let index = 0; index < offset; index++) {
    const unit = text.charCodeAt(index);
    if (unit === 0x0a) {
      line++;
      at = 1;
    } else if ((unit & 0xfc00) !== 0xdc00) {
      at++;
    }
  }
  return { line, at };
}

const invalid = (cause: unknown): boolean => cause instanceof TypeError;

/** The text of bytes that end within a character, as a file does that was cut short; null where anything else is wrong with them. */
function cutShort(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch (cause) {
    if (!invalid(cause)) throw cause;
    return null;
  }
}

function decoded(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    if (!invalid(cause)) throw cause;
    const text = cutShort(bytes);
    if (text === null) throw new ProblemError({ code: 'json/not-utf8', params: {}, file: name });
    // No JSON ends so: it is refused for being cut short, at the place where it is.
    return `${text}\uFFFD`;
  }
}
