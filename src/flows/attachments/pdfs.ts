/** Looks through the PDFs of a school, each content once: what is found is kept beside the blob, whatever items name it. */
import type { PdfFacts } from '../../formats/pdf/facts.ts';
import { PdfReader } from '../../formats/pdf/reader.ts';
import type { SchoolStore, ShelfChange } from '../../store/port.ts';
import type { Services } from '../services.ts';

/** Part of what is kept: another way of looking looks at them anew. */
export const PDF_VERSION = 1;

/** Keys are SHA-256, values {@link Kept}. */
const SHELF = 'attachments/pdf';

interface Kept {
  readonly version: number;
  readonly facts: PdfFacts;
}

/** Documents after which what was found is put down: a run that is cut off loses no more. */
const EVERY = 25;

/** Pages named of a document. */
const PAGES = 10;

function found(store: SchoolStore, sha256: string): PdfFacts | null {
  const kept = store.shelf(SHELF).get(sha256) as Kept | null;
  return kept?.version === PDF_VERSION ? kept.facts : null;
}

const isOpen = (facts: PdfFacts | null): boolean => facts === null || facts.unread === 'stuck';

/**
 * Looks through those that were not looked through yet; one whose reading did not end is given another chance.
 *
 * @param digests SHA-256 of PDFs among the school's blobs
 */
export async function lookThrough({ progress }: Pick<Services, 'progress'>, store: SchoolStore, digests: Iterable<string>): Promise<void> {
  const fresh = [...new Set(digests)].filter((sha256) => isOpen(found(store, sha256))).sort();
  await using reader = new PdfReader();
  for (let done = 0; done < fresh.length;) {
    const changes: ShelfChange[] = [];
    for (const sha256 of fresh.slice(done, done + EVERY)) {
      progress.step('PDF', done += 1, fresh.length);
      const facts = await reader.facts(await store.blobs.open(sha256));
      changes.push({ shelf: SHELF, key: sha256, value: { version: PDF_VERSION, facts } satisfies Kept });
    }
    store.shelve(changes);
  }
}

/** What an attachment record says of a PDF; nothing of any other file. */
export function pdfFields(store: SchoolStore, sha256: string): Readonly<Record<string, unknown>> {
  const facts = found(store, sha256);
  if (facts === null) return {};
  const { encrypted, unread, linkActions, linkPages, addressPages } = facts;
  const joined = (values: readonly unknown[]): string => values.slice(0, PAGES).join(',');
  return {
    ...(encrypted ? { encrypted } : {}), ...(unread === null ? {} : { unread }),
    ...(linkActions.length > 0 ? { linkActions: joined(linkActions) } : {}), ...(linkPages.length > 0 ? { linkPages: joined(linkPages) } : {}),
    ...(addressPages.length > 0 ? { addressPages: joined(addressPages) } : {}),
  };
}
