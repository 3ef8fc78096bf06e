/** How the workbook of a 預檢 came about: the letter asks for the school's own roster with nothing but its 名冊別 changed (RULE-309). */

/**
 * Why a workbook was written from the records instead: the rows come from several files, or from one that is no workbook;
 * it holds other rosters too, has other columns than the ministry's, or rows that no longer hold; or its cover could
 * not be changed by itself.
 */
export const WRITTEN_REASONS = [
  'several-files', 'not-a-workbook', 'other-rosters', 'other-layout', 'partly-replaced', 'unreadable', 'no-cover', 'cell', 'signed', 'archive',
] as const;

export type WrittenReason = (typeof WRITTEN_REASONS)[number];

export interface SchoolFileOrigin {
  readonly from: 'school-file';
  /** The school's file, and the hash of its bytes. */
  readonly file: string;
  readonly sha256: string;
  /** Cell of the cover, and what stood there. */
  readonly cell: string;
  readonly before: string;
  /** Parts of the workbook whose bytes changed; none where the file said so already. */
  readonly parts: readonly string[];
  /** Rows of the file that were not taken in, and are in it still. */
  readonly setAside: number;
}

export interface WrittenOrigin {
  readonly from: 'records';
  readonly reason: WrittenReason;
}

export type RosterOrigin = SchoolFileOrigin | WrittenOrigin;
