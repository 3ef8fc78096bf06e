/** Names inside archives: from bytes to text, and whether the text may be used at all. */
import { decodeCp950 } from '../text/decode-cp950.ts';

/** General purpose bit 11: the name is UTF-8 (APPNOTE.TXT 4.4.4). */
const UTF8_FLAG = 0x800;

/** Longest part of a path that common file systems take, in bytes. */
const LONGEST_PART = 255;

/**
 * The name as text, or null when its bytes are in no encoding that is expected: UTF-8 where the flag says so,
 * else UTF-8 if it is valid, else CP950, which is what Taiwanese Windows writes without any flag.
 */
export function decodeName(bytes: Uint8Array, flags: number): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    if (flags & UTF8_FLAG) return null;
  }
  const { text, errors } = decodeCp950(bytes);
  return errors.length === 0 ? text : null;
}

/**
 * Why a name must not be used, in a few words, or null when it may. A trailing `/` marks a folder and is allowed.
 *
 * @param limit longest whole name, in UTF-8 bytes
 */
export function nameFlaw(name: string, limit: number): string | null {
  const path = name.endsWith('/') ? name.slice(0, -1) : name;
  if (path === '') return '空白 / empty';
  if (/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffd]/u.test(path) || !path.isWellFormed()) return '控制字元 / control characters';
  if (path.includes('\\')) return '反斜線 / backslash';
  if (path.startsWith('/')) return '絕對路徑 / absolute path';
  if (/^[A-Za-z]:/.test(path)) return '磁碟代號 / drive letter';
  const parts = path.split('/');
  if (parts.includes('..') || parts.includes('.')) return '.. / dot segment';
  if (parts.includes('')) return '連續的斜線 / empty segment';
  if (Buffer.byteLength(path) > limit || parts.some((part) => Buffer.byteLength(part) > LONGEST_PART)) return '過長 / too long';
  return null;
}

/** The name as it can be shown in a message: control characters escaped, cut to a readable length. */
export function showName(name: string): string {
  const shown = name.toWellFormed().replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return shown.length > 120 ? `${shown.slice(0, 119)}…` : shown;
}

/** Two names with the same key are one file on some file system: case and composition are ignored. */
export function nameKey(name: string): string {
  return (name.endsWith('/') ? name.slice(0, -1) : name).normalize('NFC').toLowerCase().normalize('NFC');
}
