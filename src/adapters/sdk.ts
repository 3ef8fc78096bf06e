/** The types an adapter folder is made of. Data first: a manifest and mappings; code only where data cannot say it. */
import type { Bilingual } from '../core/problem.ts';
import type { DocumentShape, JsonShape } from '../formats/json/shape.ts';
import type { XmlShape } from '../formats/xml/shape.ts';
import type { SchoolCodeForm } from '../mapping/school-code-form.ts';

/** `manifest.json` of an adapter folder. */
export interface Manifest {
  readonly id: string;
  readonly name: Bilingual;
  /** How its JSON files are built, where they are no plain list of records; taken over where left out. */
  readonly shape?: JsonShape;
  /** JSON files of its own that are no exports of a school's data: 收訖明細, and replies to an upload. */
  readonly documents?: readonly DocumentShape[];
  /** Which elements of its XML files are read. */
  readonly xml?: XmlShape;
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
  /** Requirements its layouts meet: `RULE-808`. */
  readonly requirements?: readonly string[];
  readonly assumptions: readonly { readonly id: string; readonly certainty: 'C' | 'D'; readonly asOf: string; readonly text: Bilingual }[];
  /**
   * Adapter whose mappings it takes over under its own id, as far as they are of its editions; a mapping file of its own
   * replaces the one of the same name. Its own id where it lies over an adapter of an earlier folder.
   */
  readonly extends?: string;
  /** Editions in which files of the maker's own were seen; all of a verified adapter where left out. Others are inferred. */
  readonly seen?: readonly string[];
  /** What differs in the mappings taken over, applied in order. */
  readonly adjust?: readonly Adjustment[];
  /** How its covers and file names say what the roster's own say; taken over where left out. */
  readonly cover?: CoverDialect;
  /** Its part in portfolios that move between schools; taken over by what lies over it under its own id. */
  readonly transfer?: Transfer;
}

export interface Transfer {
  /** Its JSON is the root of transfer packages: they are read and written with its mappings. One adapter says so. */
  readonly root?: true;
  /** Forms of password its importer opens, best first; all where left out. */
  readonly encryption?: readonly ('aes-256' | 'zipcrypto')[];
}

/** One difference from the mappings taken over: which columns it is about, and what is added to them. */
export interface Adjustment {
  /** Where it was seen, or why it is assumed. */
  readonly why: string;
  /** Base names of the mappings; all when left out. */
  readonly mappings?: readonly string[];
  /** Fields of the columns; all when left out. */
  readonly columns?: readonly string[];
  /** Only columns with this transform. */
  readonly transform?: string;
  /** Header texts the columns may have as well. */
  readonly headers?: readonly string[];
  /** Options of the transform, over those it has. */
  readonly options?: Readonly<Record<string, unknown>>;
  /** Texts that stand for an empty cell. */
  readonly absent?: readonly string[];
  /** Titles the sheets may have as well. */
  readonly sheets?: readonly string[];
}

export interface CoverDialect {
  /** Cover headers of its own, by the roster's. */
  readonly headers?: Readonly<Record<string, readonly string[]>>;
  readonly schoolCode?: SchoolCodeForm;
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
