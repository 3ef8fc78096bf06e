/**
 * JSON written as UTF-8 into one block of bytes, without making strings on the way: the bytes of values seen before are
 * copied. Joining strings and encoding them took a tenth longer and gave the collector twice the work.
 */
import { KnownTexts } from './known-texts.ts';

const FIRST_BYTES = 64 * 1024;
/** UTF-8 bytes one UTF-16 unit can need. */
const UNIT_BYTES = 3;
/** Bytes a number can need. */
const NUMBER_BYTES = 32;
/** Whole numbers below this are counted out with 32-bit arithmetic. */
const PLAIN_BELOW = 2 ** 31;
const DIGIT_0 = 0x30;

export class JsonBlock {
  /** Bytes written. */
  length = 0;
  #bytes = new Uint8Array(FIRST_BYTES);
  readonly #encoder = new TextEncoder();
  readonly #known = new KnownTexts();

  /** One ASCII character. */
  sign(code: number): void {
    if (this.length === this.#bytes.length) this.#grow(1);
    this.#bytes[this.length++] = code;
  }

  /** Text as it is. */
  text(text: string): void {
    const needed = text.length * UNIT_BYTES;
    if (this.length + needed > this.#bytes.length) this.#grow(needed);
    this.length += this.#encoder.encodeInto(text, this.#bytes.subarray(this.length)).written;
  }

  /** A finite number. */
  number(value: number): void {
    if (this.length + NUMBER_BYTES > this.#bytes.length) this.#grow(NUMBER_BYTES);
    if (Number.isInteger(value) && value >= 0 && value < PLAIN_BELOW) {
      this.#digits(value);
      return;
    }
    const text = String(value);
    for (let at = 0; at < text.length; at++) this.#bytes[this.length++] = text.charCodeAt(at);
  }

  /** A small whole number, without making a string of it. */
  #digits(value: number): void {
    let rest = value | 0;
    let end = this.length + 1;
    for (let high = rest; high >= 10; high = (high / 10) | 0) end++;
    this.length = end;
    do {
      const next = (rest / 10) | 0;
      this.#bytes[--end] = DIGIT_0 + (rest - next * 10);
      rest = next;
    } while (rest > 0);
  }

  /** A value as `JSON.stringify` has it; numbers must be finite. */
  value(value: unknown): void {
    if (typeof value === 'string') this.#string(value);
    else if (typeof value === 'number') this.number(value);
    else this.text(typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value));
  }

  #string(value: string): void {
    const known = this.#known.find(value);
    if (known === null) {
      this.text(JSON.stringify(value));
      return;
    }
    const { bytes } = this.#known;
    if (this.length + known.length > this.#bytes.length) this.#grow(known.length);
    const target = this.#bytes;
    const { start, length } = known;
    const at = this.length;
    for (let offset = 0; offset < length; offset++) target[at + offset] = bytes[start + offset]!;
    this.length = at + length;
  }

  #grow(by: number): void {
    const bytes = new Uint8Array(Math.max(this.length + by, this.#bytes.length * 2));
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
