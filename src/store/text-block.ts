/** Texts written one after another into one block of UTF-8. */

const FIRST_BYTES = 64 * 1024;
/** Bytes one UTF-16 unit can need. */
const UNIT_BYTES = 3;

export class TextBlock {
  /** Bytes written. */
  length = 0;
  #bytes = new Uint8Array(FIRST_BYTES);
  readonly #encoder = new TextEncoder();

  push(text: string): void {
    const needed = this.length + text.length * UNIT_BYTES;
    if (needed > this.#bytes.length) this.#grow(needed);
    this.length += this.#encoder.encodeInto(text, this.#bytes.subarray(this.length)).written;
  }

  #grow(needed: number): void {
    const bytes = new Uint8Array(Math.max(needed, this.#bytes.length * 2));
    bytes.set(this.#bytes.subarray(0, this.length));
    this.#bytes = bytes;
  }

  /** What was written, in a buffer of its own; the block is empty after. */
  take(): Uint8Array<ArrayBuffer> {
    const bytes = this.#bytes.slice(0, this.length);
    this.length = 0;
    return bytes;
  }
}
