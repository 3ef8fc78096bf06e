/** PDF documents: the door to the library that parses them, compressed objects and damaged cross-references included. */
import { PDF, PdfArray, PdfDict, PdfName, type PdfObject, PdfRef } from '@libpdf/core';
import { isLinkAction, type LinkAction } from './actions.ts';

export interface FoundAction {
  readonly action: LinkAction;
  /** Counted from 1; null for one that belongs to no page, as a bookmark does. */
  readonly page: number | null;
}

export interface PdfDocument {
  readonly encrypted: boolean;
  /** False for one that opens with a password only: nothing of it could be looked at. */
  readonly opened: boolean;
  readonly actions: readonly FoundAction[];
  /** Text by page, as a reader sees it; null for a page whose text could not be made out. */
  readonly pages: readonly (string | null)[];
}

/** Values looked at in one document: a thesis has some ten thousand. */
const MOST_VALUES = 2_000_000;

/** Keys that lead back up, or to the neighbours: what belongs to a page is below it. */
const UPWARD = new Set(['Parent', 'P', 'Dest', 'D', 'Prev', 'Popup', 'IRT']);

/** Every action of a document, each object looked at once: those below pages first, which gives them a page. */
class ActionSearch {
  readonly #pdf: PDF;
  readonly #seen = new Set<PdfObject>();
  /** What pages lead to that is not theirs. */
  readonly #elsewhere: PdfObject[] = [];
  readonly found: FoundAction[] = [];
  #left = MOST_VALUES;

  constructor(pdf: PDF) {
    this.#pdf = pdf;
    for (const { index, dict } of pdf.getPages()) {
      for (const key of ['Annots', 'AA']) this.#look([dict.get(key)], index + 1);
    }
    this.#look([pdf.getCatalog(), ...this.#elsewhere], null);
  }

  #look(stack: (PdfObject | null | undefined)[], page: number | null): void {
    while (stack.length > 0) {
      if ((this.#left -= 1) < 0) throw new Error('too many objects');
      const next = stack.pop();
      const value = next instanceof PdfRef ? this.#pdf.getObject(next) : next;
      if (!(value instanceof PdfDict || value instanceof PdfArray) || this.#seen.has(value)) continue;
      this.#seen.add(value);
      if (value instanceof PdfDict) this.#open(value, page, stack);
      else for (const inner of value) stack.push(inner);
    }
  }

  #open(dict: PdfDict, page: number | null, stack: (PdfObject | null | undefined)[]): void {
    const action = dict.get('S');
    if (action instanceof PdfName && isLinkAction(action.value)) this.found.push({ action: action.value, page });
    for (const [key, inner] of dict) (page !== null && UPWARD.has(key.value) ? this.#elsewhere : stack).push(inner);
  }
}

function pagesOf(pdf: PDF): (string | null)[] {
  return pdf.getPages().map((page) => {
    try {
      return page.extractText().text;
    } catch {
      return null;
    }
  });
}

/**
 * The document, looked through from its catalogue: what nothing leads to, no reader shows.
 *
 * @param bytes checked with `unpacksWithin` before
 * @throws whatever the library throws at a document it cannot make sense of
 */
export async function readPdf(bytes: Uint8Array): Promise<PdfDocument> {
  const pdf = await PDF.load(bytes);
  const encrypted = pdf.isEncrypted;
  if (encrypted && !pdf.isAuthenticated) return { encrypted, opened: false, actions: [], pages: [] };
  return { encrypted, opened: true, actions: new ActionSearch(pdf).found, pages: pagesOf(pdf) };
}
