/** The shape of one `mapping/*.json`: how the rows of one sheet become records of one type, and back. */
import type { RecordType } from '../core/record.ts';

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
  /** True for a sheet of a roster that is reported once a school year, its cover saying 學期 0. */
  readonly yearly?: boolean;
  readonly columns: readonly ColumnDefinition[];
  /** Headers that are known and deliberately not kept, with the reason. */
  readonly dropped?: readonly { readonly header: string; readonly why: string }[];
  /** Fields a record of this type needs that the sheet cannot fill, with the reason; read by the conformance kit. */
  readonly excuses?: readonly { readonly field: string; readonly why: string }[];
  /** True for sheets whose rows are rejects by the maker's own convention. */
  readonly rejects?: boolean;
  /** False when it is for reading only. */
  readonly writes?: boolean;
  readonly certainty: 'A' | 'B' | 'C' | 'D';
  readonly source: string;
}

export interface ColumnDefinition {
  /**
   * Canonical field. `term.year` and `term.part` together, or `term.stamp` alone, give the record's term where a file carries it in
   * columns instead of on a cover. `school` is compared with the school the file is read for: a row of another
   * school is rejected. `sheet` is what a transform compares with the sheet the file is read as; it is kept nowhere.
   */
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
  /** Texts the system writes where it has nothing; such a cell counts as blank, and its text is kept in `raw`. */
  readonly absent?: readonly string[];
  /** Which of several equal headers, from 1; 1 when left out. */
  readonly occurrence?: number;
  /**
   * True when a column before it reads the same header: the cell says two things, as a score whose star means failed.
   * Its text is kept with the other column. A mapping that has one cannot be written.
   */
  readonly shared?: boolean;
  /** Stands in columns a program proposed, always false: no adapter with such a column is loaded before a person has removed it. */
  readonly confirmed?: false;
}
