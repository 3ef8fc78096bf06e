/** Reading JSON from outside: bounded, strict, with the place of an error. */
import type { ByteSource } from '../../core/bytes.ts';
import { type Params, ProblemError } from '../../core/problem.ts';
import { type ScanError, scanJson } from './scan.ts';

export interface JsonLimits {
  /** Bytes; 64 MiB by default, more than the portfolios of a large school. */
  readonly maxBytes?: number;
  /** Levels of objects and arrays; 32 by default. */
  readonly maxDepth?: number;
}

const MAX_BYTES = 64 * 1024 * 1024;
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
  const before = text.slice(0, wrong.offset);
  const line = before.split('\n').length;
  const at = [...before.slice(before.lastIndexOf('\n') + 1)].length + 1;
  const detail: Record<ScanError['kind'], Params> = { syntax: { expected: wrong.detail }, 'too-deep': { limit }, 'bad-key': { key: wrong.detail } };
  throw new ProblemError({ code: `json/${wrong.kind}`, params: { line, at, ...detail[wrong.kind] }, file: name });
}

function decoded(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    throw new ProblemError({ code: 'json/not-utf8', params: {}, file: name });
  }
}
