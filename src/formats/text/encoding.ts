/** The two encodings the exchange knows, and what a decoder says about bytes it cannot decode. */

/** `cp950` is Big5 as Windows in Taiwan writes it, with the user-defined areas (RULE-601). */
export type Encoding = 'utf-8' | 'cp950';

/** Bytes that stand for no character. They leave one U+FFFD in the decoded text, at {@link UndecodableText.at}. */
export interface Undecodable {
  /** Position of the first byte, counted from the start of the source. */
  readonly offset: number;
  /** The bytes as upper-case hexadecimal, `A3C0`. */
  readonly bytes: string;
}

export interface UndecodableText extends Undecodable {
  /** UTF-16 index of its U+FFFD, counted from the start of the decoded text, without what was skipped. */
  readonly at: number;
}

/**
 * Decodes a source chunk by chunk; a character may lie across any chunk border.
 * Bad bytes do not stop it: they are reported beside the text, by position, so that a genuine U+FFFD
 * (or U+FFFF, or U+FEFF) in the source is told apart from them and stays text.
 */
export interface ChunkDecoder {
  /** Text of the chunk, without a character that is still incomplete. */
  decode(chunk: Uint8Array): string;
  /** Call once after the last chunk: text of a truncated last character (a U+FFFD) or nothing. */
  end(): string;
  /** Passes over bytes between two characters that somebody else has decoded, so that positions stay right. */
  skip(bytes: number): void;
  /** Everything undecodable so far, in order; whoever has dealt with an entry may remove it. */
  readonly errors: UndecodableText[];
}

/** Bytes that `text`, decoded from `encoding` without an error, was made of. */
export function encodedLength(text: string, encoding: Encoding): number {
  if (encoding === 'utf-8') return Buffer.byteLength(text);
  let bytes = text.length;
  for (let i = 0; i < text.length; i += 1) if (text.charCodeAt(i) >= 0x80) bytes += 1;
  return bytes;
}

/** Upper-case hexadecimal of `bytes[start, end)`. */
export function hex(bytes: Uint8Array, start = 0, end = bytes.length): string {
  let text = '';
  for (let i = start; i < end; i += 1) text += bytes[i]!.toString(16).toUpperCase().padStart(2, '0');
  return text;
}
