/** JSON of strings as bytes, remembered: names, codes and subjects come again in thousands of rows. */

/** Strings remembered, and room for their bytes; when either is used up it begins anew, so memory is bounded. */
const REMEMBERED = 16_384;
const ROOM = 1024 * 1024;
/** Longer strings, in UTF-16 units, are free texts that seldom come twice. */
const LONGEST = 64;
/** Bytes of JSON one UTF-16 unit can need (`\u0000`), and those of the quotes. */
const UNIT_BYTES = 6;
const QUOTES = 2;

export interface KnownText {
  readonly start: number;
  readonly length: number;
}

export class KnownTexts {
  /** Where the texts lie. */
  readonly bytes = new Uint8Array(ROOM);
  readonly #texts = new Map<string, KnownText>();
  readonly #encoder = new TextEncoder();
  #used = 0;

  /** Null for a string that is too long to be kept. */
  find(value: string): KnownText | null {
    return this.#texts.get(value) ?? (value.length > LONGEST ? null : this.#add(value));
  }

  #add(value: string): KnownText {
    if (this.#texts.size >= REMEMBERED || this.#used + value.length * UNIT_BYTES + QUOTES > ROOM) {
      this.#texts.clear();
      this.#used = 0;
    }
    const { written } = this.#encoder.encodeInto(JSON.stringify(value), this.bytes.subarray(this.#used));
    const text = { start: this.#used, length: written };
    this.#used += written;
    this.#texts.set(value, text);
    return text;
  }
}
