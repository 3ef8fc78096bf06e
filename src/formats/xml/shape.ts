/** Which elements of an XML file become which tables: the `xml` of an adapter's manifest. Anything it does not name is not read (RULE-812). */

export interface XmlColumn {
  readonly header: string;
  /**
   * Where the text may stand, names joined by `/` from the record's element down; `./` starts at the row's own element.
   * The first is the one written.
   */
  readonly paths: readonly string[];
}

export interface XmlTableShape {
  readonly sheet: string;
  /** Elements within a record that are rows each; a record is one row when left out. The first is the one written. */
  readonly each?: readonly string[];
  /**
   * True where a record that says no more than its key is no row when it has rows of other tables: it is there for their sake, as
   * the student is around a change of status.
   */
  readonly carrier?: boolean;
  readonly columns: readonly XmlColumn[];
}

export interface XmlShape {
  /** Name of the document's element. */
  readonly root: string;
  /** Names of the elements below it that are records. The first is the one written. */
  readonly records: readonly string[];
  /** Columns that say whose a row is: rows with equal texts are written into one record. */
  readonly key: readonly string[];
  /** Texts that mean "nothing" (RULE-810). */
  readonly empty: readonly string[];
  readonly tables: readonly XmlTableShape[];
}
