/** Rows of one table out of the events of an XML file; holds one record at a time. */
import type { XmlProblemCode } from '../../core/problems/xml.ts';
import type { Row } from '../../core/table.ts';
import { type TrieNode, trieOf } from './record-trie.ts';
import { type XmlEvents, XmlError } from './sax.ts';
import type { XmlShape, XmlTableShape } from './shape.ts';

/** Rows of one record; a student has a handful of terms. */
const MAX_ROWS = 10_000;

/** Characters kept of a text; whatever is longer is too long for any field, and rejected as such later. */
const MAX_TEXT = 33_000;

export class RecordRows implements XmlEvents {
  /** Rows finished since they were last taken. */
  readonly ready: Row[] = [];
  readonly #table: XmlTableShape;
  readonly #records: ReadonlySet<string>;
  readonly #empty: ReadonlySet<string>;
  readonly #trie: TrieNode;
  /** Wanted elements around the current one, the record's first; a wanted element has only wanted ones around it. */
  readonly #path: TrieNode[] = [];
  #at: TrieNode | null = null;
  /** Elements inside the current wanted one that nobody asked for, or above the records. */
  #outside = 0;
  #count = 0;
  #text = '';
  #record: string[] = [];
  #row: string[] | null = null;
  #rows: string[][] = [];
  #twice: number | null = null;
  /** True when the record has rows of other tables. */
  #others = false;
  /** Whether the column is no part of the key. */
  readonly #beside: readonly boolean[];

  constructor(shape: XmlShape, table: XmlTableShape) {
    this.#table = table;
    this.#records = new Set(shape.records);
    this.#empty = new Set(shape.empty);
    this.#trie = trieOf(table, table.carrier === true ? shape.tables.flatMap(({ each }) => each ?? []) : []);
    this.#beside = table.columns.map(({ header }) => !shape.key.includes(header));
  }

  open(name: string): void {
    if (this.#at === null) {
      if (this.#outside === 1 && this.#records.has(name)) this.#begin();
      else this.#outside += 1;
      return;
    }
    const next = this.#outside > 0 ? undefined : this.#at.children.get(name);
    if (next === undefined) {
      this.#outside += 1;
      return;
    }
    this.#path.push(this.#at);
    this.#at = next;
    this.#text = '';
    if (next.row) this.#row = [];
    if (next.other) this.#others = true;
  }

  text(text: string): void {
    if (this.#at !== null && this.#outside === 0 && this.#at.column >= 0 && this.#text.length < MAX_TEXT) this.#text += text;
  }

  close(): void {
    if (this.#at === null || this.#outside > 0) {
      this.#outside -= 1;
      return;
    }
    if (this.#at.column >= 0) this.#put(this.#at);
    if (this.#at.row && this.#row !== null) {
      if (this.#rows.push(this.#row) > MAX_ROWS) throw new XmlError('too-long');
      this.#row = null;
    }
    const above = this.#path.pop();
    if (above === undefined) this.#end();
    else this.#at = above;
  }

  #begin(): void {
    this.#at = this.#trie;
    this.#outside = 0;
    this.#record = [];
    this.#rows = [];
    this.#twice = null;
    this.#others = false;
  }

  #put({ column, own }: TrieNode): void {
    const text = this.#text.trim();
    this.#text = '';
    if (text === '' || this.#empty.has(text)) return;
    const cells = own ? this.#row! : this.#record;
    const before = cells[column];
    if (before !== undefined && before !== text) this.#twice = column;
    else cells[column] = text;
  }

  #end(): void {
    const { columns, each } = this.#table;
    for (const row of each === undefined ? [this.#record] : this.#rows) {
      const cells = columns.map((_, column) => row[column] ?? this.#record[column] ?? '');
      this.#count += 1;
      if (this.#others && cells.every((cell, column) => cell === '' || !this.#beside[column])) continue;
      if (row.length === 0 && cells.every((cell) => cell === '')) continue;
      const damaged = cells.findIndex((cell) => cell.includes('\ufffd'));
      const wrong = (code: XmlProblemCode, column: number): Row['problem'] => ({ code, column: columns[column]!.header, params: { column: columns[column]!.header } });
      const problem = this.#twice !== null ? wrong('xml/said-twice', this.#twice) : damaged >= 0 ? wrong('xml/lost-characters', damaged) : undefined;
      this.ready.push({ row: this.#count, cells, ...(problem === undefined ? {} : { problem }) });
    }
    this.#at = null;
    this.#outside = 1;
  }
}
