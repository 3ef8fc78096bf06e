/** The types an adapter folder is made of. Data first: a manifest and mappings; code only where data cannot say it. */
import type { Bilingual } from '../core/problem.ts';
import type { RecordType } from '../core/record.ts';

/** `manifest.json` of an adapter folder. */
export interface Manifest {
  readonly id: string;
  readonly name: Bilingual;
  /** `verified`: layouts taken from the maker's own files or code. `assumed`: built without seeing them. */
  readonly support: 'verified' | 'assumed';
  readonly formats: readonly ('csv' | 'xlsx')[];
  /** Encodings its text files may have, first choice first. */
  readonly encodings: readonly ('utf-8' | 'cp950')[];
  readonly editions: readonly {
    readonly id: string;
    readonly name: Bilingual;
    /** ROC school years it is in use, inclusive; null for open. */
    readonly from: number | null;
    readonly to: number | null;
  }[];
  readonly reads: boolean;
  readonly writes: boolean;
  /** Things that point to this system beyond its headers; each adds to the detection's confidence. */
  readonly clues: readonly Clue[];
  /** What is assumed, to be shown by `doctor`; empty for nothing. */
  readonly assumptions: readonly { readonly id: string; readonly certainty: 'C' | 'D'; readonly asOf: string; readonly text: Bilingual }[];
}

export interface Clue {
  readonly where: 'file-name' | 'sheet-title' | 'header';
  /** JavaScript regular expression, anchored by its author. */
  readonly pattern: string;
  /** Added to the confidence when it matches. */
  readonly weight: number;
  readonly why: Bilingual;
}

/** One `mapping/*.json`: how the rows of one sheet become records of one type, and back. */
export interface MappingDefinition {
  /** Sheet titles it reads, trimmed; the first is the one it writes. For CSV also the base name's last part. */
  readonly sheets: readonly string[];
  /** Roster names the sheet belongs to, as in file names; the first is the one it writes. */
  readonly rosters: readonly string[];
  /** 名冊別 values the cover may carry for this sheet. */
  readonly rosterTypes: readonly string[];
  readonly editions: readonly string[];
  readonly record: RecordType;
  /** Fields with the same value in every record: `kind`, `division` … */
  readonly constants: Readonly<Record<string, string>>;
  readonly columns: readonly ColumnDefinition[];
  /** Headers that are known and deliberately not kept, with the reason. */
  readonly dropped?: readonly { readonly header: string; readonly why: string }[];
  /** True for sheets whose rows are rejects by the maker's own convention, e.g. ischool's `(缺)` sheets. */
  readonly rejects?: boolean;
  /** False when it is for reading only. */
  readonly writes?: boolean;
  readonly certainty: 'A' | 'B' | 'C' | 'D';
  readonly source: string;
}

export interface ColumnDefinition {
  /** Canonical field. */
  readonly to: string;
  /** Header texts it may have; the first is the one written. */
  readonly headers: readonly string[];
  /** Name of a transform in `src/mapping/transforms`. */
  readonly transform: string;
  /** Options of the transform. */
  readonly options?: Readonly<Record<string, unknown>>;
  /** Code list a value must be in is a rule's business; this only names the list for documentation and `explain`. */
  readonly codes?: string;
  /** The column must be there. */
  readonly required?: boolean;
  /** A blank cell rejects the row. */
  readonly nonBlank?: boolean;
  /** Text used for a blank cell; recorded in `raw` as blank. */
  readonly default?: string;
  /** Which of several equal headers, from 1; 1 when left out. */
  readonly occurrence?: number;
}
