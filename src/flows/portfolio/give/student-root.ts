/** One student's part of a root JSON while it fills: every row as the receiver's reader will read it, and what it cannot hold. */
import { filePlace } from '../../../adapters/file-place.ts';
import { type NotHeld, rowHolder } from '../../../adapters/held-row.ts';
import { writerFor } from '../../../adapters/print.ts';
import type { Adapter } from '../../../adapters/registry.ts';
import type { UnreadRow } from '../../../core/portfolio.ts';
import { Fault } from '../../../core/fault.ts';
import type { CanonicalRecord } from '../../../core/record.ts';
import { placeOf, writeJsonTables } from '../../../formats/json/table-write.ts';
import type { CompiledMapping } from '../../../mapping/compile.ts';
import { printedHeader } from '../../../mapping/invert.ts';
import type { LossReason } from '../../../report/migration-model.ts';
import { editionFor } from '../../migrate/edition.ts';
import { RecordBag } from '../../migrate/record-bag.ts';
import type { LossTally } from '../../migrate/tally.ts';
import { exchangeRows } from '../read/exchange-rows.ts';

interface Filling {
  readonly mapping: CompiledMapping;
  readonly rows: { readonly cells: readonly string[]; readonly extra: Readonly<Record<string, string>> }[];
}

type Hold = ReturnType<typeof rowHolder>;

export class RootJson {
  readonly #adapter: Adapter;
  readonly #school: string;
  readonly #tally: LossTally;
  readonly #sheets = new Map<string, Filling>();
  readonly #holders = new Map<string, Hold>();
  readonly #unread: UnreadRow[] = [];
  readonly #bag = new RecordBag();
  #rows = 0;

  /** @param school the one that hands over */
  constructor(adapter: Adapter, school: string, tally: LossTally) {
    this.#adapter = adapter;
    this.#school = school;
    this.#tally = tally;
  }

  /** @returns false for a record the format has no place for; the tally says why */
  add(record: CanonicalRecord): boolean {
    const edition = editionFor(this.#adapter, null, record.term);
    const mapping = edition === null ? null : writerFor(this.#adapter, edition, record);
    if (!mapping) return this.#refuse(record, edition === null ? 'no-edition' : 'no-sheet');
    const held = this.#holder(mapping, record.term)(record);
    if ('reason' in held) return this.#refuse(record, held.reason, held);
    const extra = this.#extraOf(mapping, record);
    this.#tally.values(record, held.lost.filter(({ field }) => !Object.hasOwn(extra, field.replace(/^extra\./, ''))));
    this.#tally.defaulted(record, held.defaulted);
    const sheet = this.#sheets.get(mapping.id) ?? { mapping, rows: [] };
    sheet.rows.push({ cells: held.cells, extra });
    this.#sheets.set(mapping.id, sheet);
    this.#bag.add({ ...held.back, ...(Object.keys(extra).length + Object.keys(held.back.extra ?? {}).length === 0 ? {} : { extra: { ...held.back.extra, ...extra } }) });
    this.#rows += 1;
    return true;
  }

  /** A row nobody could read is copied as it stood. @returns false where the format has no such list */
  copy(row: UnreadRow): boolean {
    const { shape } = this.#adapter.manifest;
    if (!shape || placeOf(row.sheet, shape) === null) return false;
    this.#unread.push(row);
    return true;
  }

  #refuse(record: CanonicalRecord, reason: LossReason, obstacle?: NotHeld): false {
    this.#tally.record(record, reason, obstacle);
    return false;
  }

  #holder(mapping: CompiledMapping, term: string): Hold {
    const key = `${mapping.id} ${term}`;
    let holder = this.#holders.get(key);
    if (!holder) this.#holders.set(key, (holder = rowHolder(mapping, { school: this.#school, term, format: 'json', encoding: 'utf-8', within: filePlace(mapping, 'json', this.#adapter.manifest), coined: null })));
    return holder;
  }

  /** Keys nobody knows are written back under their own names, unless the list has a column of the name (RULE-806). */
  #extraOf(mapping: CompiledMapping, record: CanonicalRecord): Readonly<Record<string, string>> {
    const own = new Set([...mapping.columns.flatMap((column) => column.definition.headers), ...mapping.columns.map(({ to }) => to.replace(/^extra\./, ''))]);
    return Object.fromEntries(Object.entries(record.extra ?? {}).filter(([key, text]) => !own.has(key) && text !== ''));
  }

  /**
   * A root JSON of this student alone, proved: read again it gives every row as it was promised.
   *
   * @throws Fault `migrate/not-proved`
   */
  async bytes(): Promise<Uint8Array> {
    const { shape } = this.#adapter.manifest;
    const order = this.#adapter.mappings.map(({ id }) => id);
    const sheets = [...this.#sheets.values()].sort((a, b) => order.indexOf(a.mapping.id) - order.indexOf(b.mapping.id));
    const tables = sheets.map(({ mapping, rows }) => {
      const extras = [...new Set(rows.flatMap(({ extra }) => Object.keys(extra)))].sort();
      return { sheet: mapping.definition.sheets[0]!, header: [...printedHeader(mapping), ...extras], rows: rows.map(({ cells, extra }) => [...cells, ...extras.map((key) => extra[key] ?? '')]) };
    });
    const copied = this.#unread.map(({ sheet, header, cells }) => ({ sheet, header, rows: [cells] }));
    const bytes = writeJsonTables([...tables, ...copied], shape!);
    const back = await exchangeRows(bytes, { adapter: this.#adapter, from: this.#school, input: '0'.repeat(32), file: 'root.json' });
    const bag = new RecordBag();
    for (const record of back.records) bag.add(record);
    if (back.records.length !== this.#rows || bag.digest !== this.#bag.digest) {
      throw new Fault('migrate/not-proved', { detail: `root JSON: ${this.#rows} rows written, ${back.records.length} read back${back.records.length === this.#rows ? ' differently' : ''}` });
    }
    return bytes;
  }
}

/** The root JSON of several students, from that of each alone. */
export function joinRoots(parts: readonly Uint8Array[]): Uint8Array {
  const items = parts.map((bytes) => new TextDecoder().decode(bytes).trim().slice(1, -1).replace(/^\n|\n$/g, ''));
  return new TextEncoder().encode(`[\n${items.join(',\n')}\n]\n`);
}
