/**
 * What a PDF unpacks to, before it is given to anything that unpacks all of it: four megabytes can say "four gigabytes of
 * blanks". Every place that looks like the start of packed data is unpacked up to a bound and thrown away.
 */
import { inflateSync } from 'node:zlib';

/** Bytes that all streams of a document may unpack to together. */
export const UNPACKED_LIMIT = 256 * 1024 * 1024;

/** Packings inside packings that are followed: a filter may be named twice. */
const DEPTH = 4;

const START = Buffer.from('stream');

/** The two bytes that begin every zlib stream (RFC 1950): deflate, and divisible by 31. */
function isPacked(bytes: Uint8Array): boolean {
  const [first = 0, second = 0] = bytes;
  return (first & 0x0f) === 8 && (first >> 4) <= 7 && ((first << 8) | second) % 31 === 0;
}

/** Bytes that come out; infinite when they are more than `limit`. Data that is damaged or no packed data at all gives none. */
function unpackedSize(bytes: Uint8Array, limit: number, depth: number): number {
  if (depth === 0 || !isPacked(bytes)) return 0;
  try {
    const unpacked = inflateSync(bytes, { maxOutputLength: Math.max(1, limit) });
    return unpacked.length + unpackedSize(unpacked, limit - unpacked.length, depth - 1);
  } catch (error) {
    return error instanceof RangeError ? Number.POSITIVE_INFINITY : 0;
  }
}

/** Where the data begins after the word `stream`: behind its line end (ISO 32000-2, 7.3.8.1). */
function dataStart(bytes: Uint8Array, at: number): number {
  const after = at + START.length;
  return after + (bytes[after] === 0x0d ? 1 : 0) + (bytes[after + (bytes[after] === 0x0d ? 1 : 0)] === 0x0a ? 1 : 0);
}

/** False for a document whose streams unpack to more than `limit` bytes. The same answer on every machine. */
export function unpacksWithin(bytes: Uint8Array, limit = UNPACKED_LIMIT): boolean {
  const document = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let left = limit;
  for (let at = document.indexOf(START); at >= 0; at = document.indexOf(START, at + START.length)) {
    left -= unpackedSize(document.subarray(dataStart(document, at)), left, DEPTH);
    if (left < 0) return false;
  }
  return true;
}
