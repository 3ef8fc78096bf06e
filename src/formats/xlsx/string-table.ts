/** Collecting shared strings while sheets are written. */
import type { Place } from '../../core/problem.ts';
import { escapeText, firstForbidden } from '../xml/characters.ts';
import { encodeEscapes } from './escapes.ts';
import { FORMAT_CELL_LENGTH } from './limits.ts';
import { xlsxError } from './refuse.ts';

const NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** Strings joined before they are handed on as bytes. */
const BATCH = 4000;

export class StringTable {
  readonly #indexes = new Map<string, number>();
  readonly #limit: number;
  #used = 0;

  /** @param limit distinct texts it takes; all when left out */
  constructor(limit = Infinity) {
    this.#limit = limit;
  }

  /**
   * Index of a cell text; null for one that there is no room for.
   *
   * @param place where the cell is, computed only when the text is refused
   * @throws ProblemError `xlsx/bad-character`, `xlsx/cell-too-long`
   */
  index(text: string, place: () => Place & { column: string }): number | null {
    const known = this.#indexes.get(text);
    if (known !== undefined) {
      this.#used++;
      return known;
    }
    refuseText(text, place);
    if (this.#indexes.size >= this.#limit) return null;
    this.#used++;
    const index = this.#indexes.size;
    this.#indexes.set(text, index);
    return index;
  }

  /** The part, once every sheet has been written. */
  async *part(): AsyncGenerator<Uint8Array> {
    const encoder = new TextEncoder();
    let out = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns="${NAMESPACE}" count="${this.#used}" uniqueCount="${this.#indexes.size}">`;
    let pending = 0;
    for (const text of this.#indexes.keys()) {
      const space = /^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : '';
      out += `<si><t${space}>${escapeText(encodeEscapes(text))}</t></si>`;
      if (++pending === BATCH) {
        yield encoder.encode(out);
        out = '';
        pending = 0;
      }
    }
    yield encoder.encode(`${out}</sst>`);
  }
}

/** @throws ProblemError `xlsx/bad-character`, `xlsx/cell-too-long` */
export function refuseText(text: string, place: () => Place & { column: string }): void {
  const bad = firstForbidden(text);
  if (bad >= 0) {
    const character = `U+${text.charCodeAt(bad).toString(16).toUpperCase().padStart(4, '0')}`;
    throw xlsxError('xlsx/bad-character', place(), { column: place().column, character });
  }
  if (text.length > FORMAT_CELL_LENGTH) {
    throw xlsxError('xlsx/cell-too-long', place(), { column: place().column, length: text.length, limit: FORMAT_CELL_LENGTH });
  }
}
