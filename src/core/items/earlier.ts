/** What was known of a student's items before: what a pure look at today's records cannot see. */

import type { ItemType } from './states.ts';

/** A certification that was met, and the content it was met with. */
export interface CertifiedBefore {
  /** See `contentOf`; null when the files were not to be had. */
  readonly content: string | null;
  /** When the teacher certified it, as the source says; null where it says nothing. */
  readonly at: string | null;
}

/** A submission of ours that was accepted with the item in it. */
export interface SubmittedBefore {
  /** `year-submission`, or with its batch. */
  readonly edition: string;
  readonly content: string | null;
}

/** An item that another school submitted this year, as its portfolio package says (RULE-109). */
export interface SubmittedElsewhere {
  readonly type: ItemType;
  /** See `itemName`. */
  readonly name: string;
}

/** By item, see `itemId`. */
export interface EarlierItems {
  readonly certified: Readonly<Record<string, CertifiedBefore>>;
  readonly submitted: Readonly<Record<string, SubmittedBefore>>;
  readonly elsewhere: readonly SubmittedElsewhere[];
}

export const NOTHING_EARLIER: EarlierItems = { certified: {}, submitted: {}, elsewhere: [] };
