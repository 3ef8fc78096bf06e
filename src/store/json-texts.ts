/** JSON texts of values, remembered for strings: names, codes and subjects come again in thousands of rows. */

/** Strings remembered; then it begins anew, so memory is bounded whatever comes. */
const REMEMBERED = 16_384;
const REMEMBERED_LENGTH = 64;

export class JsonTexts {
  readonly #texts = new Map<string, string>();

  /** @throws TypeError for a number JSON cannot hold; `field` is for the message only */
  of(value: unknown, field: string): string {
    if (typeof value === 'string') return this.#ofString(value);
    if (typeof value === 'number') {
      if (!Number.isFinite(value)) throw new TypeError(`the field ${field} holds a number that cannot be kept`);
      return String(value);
    }
    return JSON.stringify(value);
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
