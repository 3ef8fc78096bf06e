/** The target's sheets while they fill: each record goes to its sheet, or has none and says why. */
import { type FilePlace, filePlace } from '../../adapters/file-place.ts';
import { type HeldRow, type NotHeld, rowHolder } from '../../adapters/held-row.ts';
import { writerFor } from '../../adapters/print.ts';
import type { Adapter } from '../../adapters/registry.ts';
import { fileNameFor, type WriteFormat, writeFormat } from '../../adapters/write-files.ts';
import { coinedEncoder, type CoinedTable, NO_COINED } from '../../core/coined.ts';
import { Fault } from '../../core/fault.ts';
import type { CanonicalRecord } from '../../core/record.ts';
import { FORMAT_ROWS } from '../../formats/xlsx/limits.ts';
import type { CompiledMapping } from '../../mapping/compile.ts';
import { printedHeader } from '../../mapping/invert.ts';
import type { LossReason } from '../../report/migration-model.ts';
import { editionFor } from './edition.ts';
import { RecordBag } from './record-bag.ts';

/** One sheet of one file, with what its rows must read back as. */
export interface Sheet {
  readonly file: string;
  /** Of the cover, or of the first record where columns say the term. */
  readonly term: string;
  readonly mapping: CompiledMapping;
  readonly rows: (readonly string[])[];
  readonly bag: RecordBag;
  /** Keys of the rows where one can stand for each; null where any number can. */
  readonly taken: Set<string> | null;
}

/** How the records of one mapping and term get into their sheet. */
interface Holder {
  readonly within: FilePlace | null;
  readonly hold: ReturnType<typeof rowHolder>;
}

export type Placed =
  | { readonly held: HeldRow }
  | { readonly reason: LossReason; readonly obstacle?: NotHeld };

export class Sheets {
  readonly #to: Adapter;
  readonly #format: WriteFormat;
  readonly #edition: string | null;
  readonly #school: string;
  readonly #coined: ((character: string) => number | null) | null;
  readonly #sheets = new Map<string, Sheet>();
  readonly #columns = new Map<CompiledMapping, ReadonlySet<string>>();
  readonly #holders = new Map<string, Holder>();
  /** Editions written in. */
  readonly editions = new Set<string>();

  /**
   * @param edition the one asked for; null for the one in use in each school year
   * @param coined the school's own characters, for files in CP950
   */
  constructor(to: Adapter, edition: string | null, school: string, coined: CoinedTable = NO_COINED) {
    this.#to = to;
    this.#format = writeFormat(to) ?? 'xlsx';
    this.#edition = edition;
    this.#school = school;
    this.#coined = coined.entries.length === 0 ? null : coinedEncoder(coined);
  }

  /** The mapping of the sheet for such records in the record's school year; null where the target has none. */
  writer(record: CanonicalRecord): CompiledMapping | null {
    const edition = editionFor(this.#to, this.#edition, record.term);
    return edition === null ? null : writerFor(this.#to, edition, record);
  }

  /** Fields of that sheet; null where there is none. */
  columnsFor(record: CanonicalRecord): ReadonlySet<string> | null {
    const mapping = this.writer(record);
    if (mapping === null) return null;
    let columns = this.#columns.get(mapping);
    if (!columns) this.#columns.set(mapping, (columns = new Set(mapping.columns.map(({ to }) => to))));
    return columns;
  }

  /** Puts the record's row into its sheet; the row is then to be found in the target's file, and nothing else of the record. */
  place(record: CanonicalRecord): Placed {
    const edition = editionFor(this.#to, this.#edition, record.term);
    if (edition === null) return { reason: 'no-edition' };
    const mapping = writerFor(this.#to, edition, record);
    if (!mapping) return { reason: 'no-sheet' };
    const { within, hold } = this.#holder(mapping, record.term);
    const held = hold(record);
    if ('reason' in held) return { reason: held.reason, obstacle: held };
    const sheet = this.#sheet(mapping, record.term, within);
    // The header takes the first row.
    if (this.#format === 'xlsx' && sheet.rows.length + 1 >= FORMAT_ROWS) return { reason: 'sheet-full' };
    if (sheet.taken && within?.oneFor) {
      const header = printedHeader(mapping);
      const key = JSON.stringify(within.oneFor.map((name) => held.cells[header.indexOf(name)] ?? ''));
      if (sheet.taken.has(key)) return { reason: 'no-place' };
      sheet.taken.add(key);
    }
    sheet.rows.push(held.cells);
    sheet.bag.add(held.back);
    this.editions.add(edition);
    return { held };
  }

  #holder(mapping: CompiledMapping, term: string): Holder {
    const key = `${mapping.id} ${term}`;
    let holder = this.#holders.get(key);
    if (!holder) {
      const within = filePlace(mapping, this.#format, this.#to.manifest);
      holder = { within, hold: rowHolder(mapping, { school: this.#school, term, format: this.#format, encoding: this.#to.manifest.encodings[0] ?? 'utf-8', within, coined: this.#coined }) };
      this.#holders.set(key, holder);
    }
    return holder;
  }

  #sheet(mapping: CompiledMapping, term: string, within: FilePlace | null): Sheet {
    const file = fileNameFor(mapping, this.#format, this.#school, term);
    const key = `${file}\0${mapping.definition.sheets[0] ?? ''}`;
    const known = this.#sheets.get(key);
    if (known && known.mapping !== mapping) {
      throw new Fault('adapter/invalid', { adapter: this.#to.id, detail: `${known.mapping.id} and ${mapping.id} write the same sheet of ${file}`, file: `${mapping.id}.json` });
    }
    const sheet = known ?? { file, term, mapping, rows: [], bag: new RecordBag(), taken: within?.oneFor ? new Set() : null };
    this.#sheets.set(key, sheet);
    return sheet;
  }

  /** By file name; the sheets of a file in the order of the adapter's mappings. */
  files(): readonly (readonly [file: string, sheets: readonly Sheet[]])[] {
    const order = new Map(this.#to.mappings.map((mapping, index) => [mapping, index]));
    const sheets = [...this.#sheets.values()].sort((a, b) => (order.get(a.mapping) ?? 0) - (order.get(b.mapping) ?? 0));
    return [...Map.groupBy(sheets, (sheet) => sheet.file)].sort(([a], [b]) => (a < b ? -1 : 1));
  }
}
