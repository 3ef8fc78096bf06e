/** JSON texts of values, remembered for strings: names, codes and subjects come again in thousands of rows. */

/** Strings remembered; then it begins anew, so memory is bounded whatever comes. */
const REMEMBERED = 16_384;
const REMEMBERED_LENGTH = 64;

export class JsonTexts {
  readonly #texts = new Map<string, string>();

  /** `JSON.stringify` of a value; numbers must be finite. */
  of(value: unknown): string {
    if (typeof value === 'string') return this.#ofString(value);
    return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
  }

  #ofString(value: string): string {
    if (value.length > REMEMBERED_LENGTH) return JSON.stringify(value);
    const known = this.#texts.get(value);
    if (known !== undefined) return known;
    const text = JSON.stringify(value);
    if (this.#texts.size >= REMEMBERED) this.#texts.clear();
    this.#texts.set(value, text);
    return text;
  }
}
