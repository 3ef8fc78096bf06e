/** What moves with a student from one school to another, whatever the package it moves in. */
import type { CanonicalRecord, StudentKey } from './record.ts';

/** A file that an item's link names. */
export interface MovedFile {
  /** The link text as the item has it. */
  readonly link: string;
  readonly kind: 'document' | 'media';
  readonly sha256: string;
  readonly md5: string;
  readonly crc32: number;
  readonly size: number;
  /** By content: pdf, jpg, png, mp3, mp4; null when it is none of them (RULE-217). */
  readonly format: string | null;
  /** Name the student gave it; null when nobody knows. */
  readonly fileName: string | null;
}

/** What the sending school says of a work's certification and of the submissions it went into. */
export interface Evidence {
  /** Identity of the item, see `itemId`. */
  readonly item: string;
  readonly school: string;
  readonly status: string | null;
  readonly submittedAt: string | null;
  readonly certifiedAt: string | null;
  readonly teacher: string | null;
  readonly remark: string | null;
  /** SHA-256 of the files it was certified with. */
  readonly files: readonly string[];
  readonly submittedTerm: string | null;
  /** Accepted submissions of that school and year whose rosters may hold it: SHA-256 of each package. */
  readonly submissions: readonly { readonly term: string; readonly sha256: string }[];
}

/** A row that the first reader could not read, as it stood: it moves on, in case another can. */
export interface UnreadRow {
  /** Title of its sheet or list. */
  readonly sheet: string;
  readonly row: number;
  /** Code of the problem. */
  readonly code: string;
  readonly header: readonly string[];
  readonly cells: readonly string[];
}

export interface MovedStudent {
  readonly key: StudentKey;
  /** Keys the student had before corrections 405 and 407 (RULE-116). */
  readonly formerKeys: readonly StudentKey[];
  readonly name: string | null;
  /** As the school that made them has them: every record keeps its own school and code. */
  readonly records: readonly CanonicalRecord[];
  readonly files: readonly MovedFile[];
  readonly evidence: readonly Evidence[];
  readonly unread: readonly UnreadRow[];
}

/** Same id and birth date. */
export function sameKey(a: StudentKey, b: StudentKey): boolean {
  return a.idNumber === b.idNumber && a.birthDate === b.birthDate;
}
