/** What the checks want to know of a PDF (RULE-209, RULE-217). */
import type { LinkAction } from './actions.ts';

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
