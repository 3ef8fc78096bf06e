/**
 * Remembers the texts of cells by their bytes. School data repeats itself: a name, a class, a course stand in many rows,
 * and making a string of bytes takes six times as long as finding the one made before. Who gets the same string again
 * can also see that it is the same without comparing characters, which is what the steps after this one live on.
 */

/** Places; a text that falls on a taken one takes its place, so memory is bounded whatever comes. */
const PLACES = 8192;
/** Longer cells, in bytes, are free texts that seldom come twice. */
const WIDTH = 128;

/** Text of `bytes[from, to)`, or null when they are no text in the encoding. */
export type TextOf = (bytes: Buffer, from: number, to: number) => string | null;

export class CellTexts {
  readonly #textOf: TextOf;
  readonly #bytes = new Uint8Array(PLACES * WIDTH);
  /** Bytes of the text at each place, plus one; 0 where nothing is. */
  readonly #lengths = new Uint8Array(PLACES);
  readonly #texts: string[] = new Array<string>(PLACES).fill('');

  constructor(textOf: TextOf) {
    this.#textOf = textOf;
  }

  /** Text of `bytes[from, to)`, or null when they are no text in the encoding. */
  of(bytes: Buffer, from: number, to: number): string | null {
    const length = to - from;
    if (length === 0) return '';
    if (length > WIDTH) return this.#textOf(bytes, from, to);
    let hash = length;
    for (let at = from; at < to; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
    const place = (hash ^ (hash >>> 15)) & (PLACES - 1);
    const start = place * WIDTH;
    if (this.#lengths[place] === length + 1) {
      let same = 0;
      while (same < length && this.#bytes[start + same] === bytes[from + same]) same++;
      if (same === length) return this.#texts[place]!;
    }
    const text = this.#textOf(bytes, from, to);
    if (text === null) return null;
    this.#lengths[place] = length + 1;
    for (let at = 0; at < length; at++) this.#bytes[start + at] = bytes[from + at]!;
    this.#texts[place] = text;
    return text;
  }
}
