/** The conversion itself: read, place, write, prove, count. */
import { join } from 'node:path';
import type { HeldRow } from '../../adapters/held-row.ts';
import { shapesOf } from '../../adapters/shapes.ts';
import type { CoinedTable } from '../../core/coined.ts';
import { ProblemError } from '../../core/problem.ts';
import type { CanonicalRecord } from '../../core/record.ts';
import type { MigrationReport } from '../../report/migration-model.ts';
import { ITEM_TYPES } from '../../core/items/links.ts';
import { inputId } from '../intake/input-id.ts';
import type { OfferedFile } from '../intake/offered.ts';
import { ownName } from '../intake/outcome.ts';
import { Account, type Place } from './account.ts';
import { SourceFiles } from './attachments/collect.ts';
import { asRead, type PreparedItem } from './attachments/prepare.ts';
import { proveFiles } from './attachments/prove.ts';
import type { LinkedItem } from './attachments/resolve.ts';
import { settleItems } from './attachments/settle.ts';
import { inTargetsTerms } from './cadence.ts';
import { type Found, openedFiles } from './opened.ts';
import type { MigrateOptions } from './options.ts';
import { readSource, type SourceRows } from './read-source.ts';
import { recognise } from './recognise.ts';
import { Sheets } from './sheets.ts';
import { writeSheets } from './write.ts';

/** The options with the school settled and its table read; `out` is where to write. */
export type Settled = Omit<MigrateOptions, 'coined'> & { readonly school: string; readonly coined: CoinedTable };

type WaitingItem = LinkedItem & { readonly place: Place };

/** A sheet of a source file, and the fields its mapping fills. */
interface SourceSheet {
  readonly sheet: string;
  readonly columns: ReadonlySet<string>;
}

const NO_SHEET: SourceSheet = { sheet: '', columns: new Set() };

class Conversion {
  readonly #options: Settled;
  readonly #account: Account;
  readonly #sheets: Sheets;
  readonly #seen = new Set<string>();
  /** Items whose links may name files wait until all files are known. */
  readonly #items: WaitingItem[] = [];
  readonly #files: SourceFiles;
  /** Ids students had before, by the present ones (RULE-116). */
  readonly #former = new Map<string, string[]>();

  constructor(options: Settled, account: Account) {
    this.#options = options;
    this.#account = account;
    this.#sheets = new Sheets(options.to, options.edition, options.school, options.coined);
    this.#files = new SourceFiles(join(options.out, 'attachments.part'));
  }

  async take(found: Found): Promise<void> {
    if ('problem' in found) return this.#account.refuse(found.name, found.problem);
    if ('source' in found) return this.#takeFile(found);
    const { name, sha256, file } = found;
    // The name counts because it may carry term and sheet.
    const input = inputId(ownName(name).split('/').at(-1) ?? name, sha256);
    if (this.#seen.has(input)) return this.#account.refuse(name, { code: 'migrate/twice', params: { file: name } });
    const known = recognise(name, file, this.#options);
    if ('problem' in known) return this.#account.refuse(name, known.problem);
    this.#options.progress.step(name);
    const rows = await readSource(known.detection, file.problems, { school: this.#options.school, term: known.term, input });
    if ('problem' in rows) return this.#account.refuse(name, rows.problem);
    this.#seen.add(input);
    this.#takeRows(name, known.detection.tables.map(({ table: { sheet }, mapping }) => ({ sheet, columns: new Set(mapping?.columns.map(({ to }) => to)) })), rows);
  }

  async #takeFile({ name, place, source }: Extract<Found, { source: unknown }>): Promise<void> {
    this.#options.progress.step(name);
    try {
      await this.#files.take(place, source);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      this.#account.refuse(name, error.problem);
    }
  }

  #takeRows(file: string, sheets: readonly SourceSheet[], { records, unread, remarks }: SourceRows): void {
    for (const [code, count] of remarks) this.#account.remark(code, count);
    for (const row of unread) this.#account.unread(file, row);
    const path = ownName(file);
    const unit = file.slice(0, Math.max(0, file.length - path.length - 1));
    for (const record of records) {
      this.#account.read(record);
      const { sheet, columns } = sheets[record.source.table] ?? NO_SHEET;
      const place = { file, sheet, row: record.source.row };
      const { idNumber, oldIdNumber } = record;
      if (idNumber !== undefined && typeof oldIdNumber === 'string') this.#former.set(idNumber, [...(this.#former.get(idNumber) ?? []), oldIdNumber.toUpperCase()]);
      if (ITEM_TYPES.includes(record.type)) this.#items.push({ record, columns, unit, path, place });
      else this.#place(record, place, this.#said(record));
    }
  }

  /** The record as the target's sheet has it. */
  #said(record: CanonicalRecord): PreparedItem {
    return inTargetsTerms(asRead(record), this.#sheets.writer(record));
  }

  #place(record: CanonicalRecord, place: Place, prepared: PreparedItem): HeldRow | null {
    return this.#account.placed(record, place, prepared, this.#sheets.place(prepared.record));
  }

  /** Places the items that waited and moves the files they name; returns how many files have a place, each looked at there. */
  async #settle(): Promise<number> {
    const { out, to } = this.#options;
    const { collected, moving, proved, missing, otherContent } = settleItems<WaitingItem>({
      items: this.#items, files: this.#files, former: this.#former, layout: to.manifest.transfer === undefined ? 'beside' : 'package',
      sheetFor: (record) => {
        const columns = this.#sheets.columnsFor(record);
        return columns && { columns, said: this.#said(record) };
      },
      place: ({ record, place }, prepared) => this.#place(record, place, prepared ?? this.#said(record)),
    });
    this.#account.remark('migrate/no-file', missing);
    this.#account.remark('migrate/other-content', otherContent);
    const { written, notHeld } = moving.move(collected, out, this.#account.tally);
    this.#account.files(collected.length, notHeld);
    await proveFiles(join(out, 'files'), moving.placed, proved, this.#former);
    return written;
  }

  async finish(): Promise<MigrationReport> {
    const { from, to, school, out, today, version, progress } = this.#options;
    const moved = await this.#settle();
    const { files, written } = await writeSheets(to, school, this.#sheets, join(out, 'files'), progress);
    return {
      school, today, version,
      from: { id: from.id, name: from.manifest.name },
      to: { id: to.id, name: to.manifest.name, editions: to.manifest.editions.map(({ id }) => id).filter((id) => this.#sheets.editions.has(id)) },
      files, ...this.#account.report(written, moved),
    };
  }
}

/**
 * Writes the target's files and the lists of what it cannot have into `out`, which is there already.
 *
 * @throws {Fault} `migrate/not-proved`
 */
export async function convert(files: readonly OfferedFile[], options: Settled): Promise<MigrationReport> {
  const { registry, password } = options;
  const account = new Account(options.out);
  const conversion = new Conversion(options, account);
  try {
    for await (const found of openedFiles(files, { ...shapesOf(registry), ...(password === undefined ? {} : { password }) })) await conversion.take(found);
    return await conversion.finish();
  } finally {
    account.close();
  }
}
