/** What a row says beyond the fields: unknown columns, cells past the header, columns that are kept as they are. */
import type { Binding } from './bind.ts';
import type { CellReader } from './cell-reader.ts';
import { columnLetter } from './header.ts';
import type { RecordCheck } from './record-check.ts';

export type Extra = Readonly<Record<string, string>>;

/** What templates write beside their sample row, as `(範例請刪)`; not every text that happens to hold the word. */
const SAMPLE_MARK = /範例.{0,3}刪|刪.{0,3}範例|^[（(【]?範例[）)】]?$/;

export class ExtraBag {
  /** The bag of the last row, undefined when it has none; rows that say the same share it. */
  bag: Extra | undefined;
  fits = true;
  readonly #unknown: Binding['extras'];
  readonly #texts: string[];
  readonly #width: number;
  readonly #check: RecordCheck;
  #stale = false;

  constructor(binding: Binding, check: RecordCheck) {
    this.#unknown = binding.extras;
    this.#texts = binding.extras.map(() => '');
    this.#width = binding.header.length;
    this.#check = check;
  }

  /** Takes the cells of a row; returns the first that marks it as a sample, if any. */
  take(cells: readonly string[]): string | undefined {
    for (let at = 0; at < this.#unknown.length; at++) {
      const { index, named } = this.#unknown[at]!;
      const text = cells[index] ?? '';
      if (text === this.#texts[at]) continue;
      if (!named && SAMPLE_MARK.test(text)) return text;
      this.#texts[at] = text;
      this.#stale = true;
    }
    for (let index = this.#width; index < cells.length; index++) {
      const text = cells[index]!;
      if (text !== '' && SAMPLE_MARK.test(text)) return text;
    }
    return undefined;
  }

  /** Makes the bag of the row taken last; `changed` says that a cell of the `kept` columns is another than before. */
  fill(cells: readonly string[], kept: readonly { readonly key: string; readonly reader: CellReader }[], changed: boolean): void {
    // A row with cells past the header has a bag of its own, and so has the row after it.
    const wide = cells.length > this.#width;
    if (!this.#stale && !wide && !changed) return;
    this.#stale = wide;
    let bag: Record<string, string> | undefined;
    for (let at = 0; at < this.#unknown.length; at++) {
      const text = this.#texts[at]!;
      if (text !== '') (bag ??= {})[this.#unknown[at]!.key] = text;
    }
    for (let index = this.#width; index < cells.length; index++) {
      const text = cells[index]!;
      if (text !== '') (bag ??= {})[`(${columnLetter(index)})`] = text;
    }
    for (const { key, reader: { cell } } of kept) if (cell.value !== undefined) (bag ??= {})[key] = String(cell.value);
    this.bag = bag;
    this.fits = bag === undefined || this.#check.fits('extra', bag);
  }
}
