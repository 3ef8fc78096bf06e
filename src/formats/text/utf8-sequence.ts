/** Looking at UTF-8 byte by byte, where the fast built-ins only say that something is wrong. */

/**
 * The sequence at `bytes[at]`: `width` bytes, `valid` or not. A bad one is as wide as the longest start of a valid
 * sequence (at least 1), as the Unicode standard recommends; `cut` tells that only the end of `bytes` makes it bad.
 */
export function sequenceAt(bytes: Uint8Array, at: number): { width: number; valid: boolean; cut: boolean } {
  const lead = bytes[at]!;
  if (lead < 0x80) return { width: 1, valid: true, cut: false };
  const need = lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 1;
  if (need === 1) return { width: 1, valid: false, cut: false };
  // Overlong forms, surrogates and codes past 10FFFF show in the second byte.
  const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  for (let i = 1; i < need; i += 1) {
    const byte = bytes[at + i];
    if (byte === undefined) return { width: i, valid: false, cut: true };
    if (byte < (i === 1 ? low : 0x80) || byte > (i === 1 ? high : 0xbf)) return { width: i, valid: false, cut: false };
  }
  return { width: need, valid: true, cut: false };
}

/** Bytes of the character that a byte begins; the byte must begin one of several. */
export function widthOf(lead: number): 2 | 3 | 4 {
  return lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
}

/** Number of bytes at the end of `bytes` that begin a sequence which goes on after them: 0 to 3. */
export function cutTail(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return sequenceAt(bytes, bytes.length - back).cut ? back : 0;
  }
  return 0;
}

/** Index of the first byte that is not part of valid UTF-8, or -1. */
export function firstInvalid(bytes: Uint8Array): number {
  let i = 0;
  while (i < bytes.length) {
    const { width, valid } = sequenceAt(bytes, i);
    if (!valid) return i;
    i += width;
  }
  return -1;
}
