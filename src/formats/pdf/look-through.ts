/** Looking through a PDF for what the checks want to know. Only the thread loads this: the library behind it is a megabyte. */
import { addressesIn } from './addresses.ts';
import { unpacksWithin } from './bounds.ts';
import { readPdf } from './document.ts';
import { type PdfFacts, unreadFacts } from './facts.ts';

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
