/** What the checks want to know of a PDF (RULE-209, RULE-217). */
import type { LinkAction } from './actions.ts';
import { addressesIn } from './addresses.ts';
import { unpacksWithin } from './bounds.ts';
import { readPdf } from './document.ts';

/** Why the inside of a document is not known. */
export type Unread = 'locked' | 'damaged' | 'bomb' | 'stuck' | 'large';

export interface PdfFacts {
  readonly encrypted: boolean;
  /** Null for a document that was looked through. */
  readonly unread: Unread | null;
  /** Kinds of actions that lead out of it, sorted. */
  readonly linkActions: readonly LinkAction[];
  /** Pages with such an action, from 1, ascending. */
  readonly linkPages: readonly number[];
  /** Pages whose text shows a web address. */
  readonly addressPages: readonly number[];
}

/** All that is known of a document whose inside is not. */
export const unreadFacts = (unread: Unread, encrypted = false): PdfFacts => ({ encrypted, unread, linkActions: [], linkPages: [], addressPages: [] });

/** Never throws: what is odd about a document is one of its facts. */
export async function pdfFacts(bytes: Uint8Array): Promise<PdfFacts> {
  if (!unpacksWithin(bytes)) return unreadFacts('bomb');
  try {
    const { encrypted, opened, actions, pages } = await readPdf(bytes);
    if (!opened) return unreadFacts('locked', encrypted);
    return {
      encrypted, unread: pages.length === 0 || pages.includes(null) ? 'damaged' : null,
      linkActions: [...new Set(actions.map(({ action }) => action))].sort(),
      linkPages: [...new Set(actions.flatMap(({ page }) => page ?? []))].sort((a, b) => a - b),
      addressPages: pages.flatMap((text, index) => (text !== null && addressesIn(text).length > 0 ? [index + 1] : [])),
    };
  } catch {
    return unreadFacts('damaged');
  }
}
