/** The types an adapter folder is made of. Data first: a manifest and mappings; code only where data cannot say it. */
import type { Bilingual } from '../core/problem.ts';
import type { JsonShape } from '../formats/json/shape.ts';

/** `manifest.json` of an adapter folder. */
export interface Manifest {
  readonly id: string;
  readonly name: Bilingual;
  /** How its JSON files are built, where they are no plain list of records. */
  readonly shape?: JsonShape;
  /** `verified`: layouts taken from the maker's own files or code. `assumed`: built without seeing them. */
  readonly support: 'verified' | 'assumed';
  readonly formats: readonly ('csv' | 'xlsx' | 'json' | 'xml')[];
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

export type { ColumnDefinition, MappingDefinition } from '../mapping/definition.ts';
