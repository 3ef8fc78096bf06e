/** Texts written one after another into one block of UTF-8. */
export class TextBlock {
  /** Bytes written. */
  length = 0;
  #bytes: Uint8Array<ArrayBuffer>;
  readonly #encoder = new TextEncoder();

  /** @param expected bytes it begins with; it grows as needed */
  constructor(expected: number) {
    this.#bytes = new Uint8Array(Math.max(1024, expected));
  }

  push(text: string): void {
    const needed = this.length + text.length * 3;
    if (needed > this.#bytes.length) this.#grow(needed);
    this.length += this.#encoder.encodeInto(text, this.#bytes.subarray(this.length)).written;
  }

  #grow(needed: number): void {
    const bytes = new Uint8Array(Math.max(needed, Math.ceil(this.#bytes.length * 1.5)));
    bytes.set(this.#bytes.subarray(0, this.length));
    this.#bytes = bytes;
  }

  /** A copy of at most `limit` bytes from `start`. */
  copy(start: number, limit: number): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(start, Math.min(this.length, start + limit));
  }

  /** What was written; the block must not be used after. */
  take(): Uint8Array<ArrayBuffer> {
    return this.#bytes.subarray(0, this.length);
  }
}
