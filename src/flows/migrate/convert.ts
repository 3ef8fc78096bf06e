/** The conversion itself: read, place, write, prove, count. */
import { join } from 'node:path';
import { shapesOf } from '../../adapters/shapes.ts';
import type { CoinedTable } from '../../core/coined.ts';
import { Fault } from '../../core/fault.ts';
import { maskIdsIn } from '../../core/mask.ts';
import type { Bilingual, Problem } from '../../core/problem.ts';
import { PROBLEMS } from '../../core/problems/index.ts';
import type { CanonicalRecord } from '../../core/record.ts';
import { type Lang, textIn } from '../../core/text.ts';
import { byRecordType } from '../../report/labels.ts';
import type { MigrationReport, TypeLine } from '../../report/migration-model.ts';
import { inputId } from '../intake/input-id.ts';
import type { OfferedFile } from '../intake/offered.ts';
import { ownName } from '../intake/outcome.ts';
import { type Found, openedFiles } from './opened.ts';
import type { MigrateOptions } from './options.ts';
import { readSource, type SourceRows } from './read-source.ts';
import { recognise } from './recognise.ts';
import { Sheets } from './sheets.ts';
import { SideFile } from './side-file.ts';
import { LossTally } from './tally.ts';
import { writeSheets } from './write.ts';

/** The options with the school settled and its table read; `out` is where to write. */
export type Settled = Omit<MigrateOptions, 'coined'> & { readonly school: string; readonly coined: CoinedTable };

/** Rows by record type. */
class Counts {
  readonly #counts = new Map<string, number>();

  add(type: string): void {
    this.#counts.set(type, (this.#counts.get(type) ?? 0) + 1);
  }

  of(type: string): number {
    return this.#counts.get(type) ?? 0;
  }

  get types(): readonly string[] {
    return [...this.#counts.keys()];
  }
}

function messageOf({ code, params, value: _value, ...place }: Problem, file: string): Bilingual {
  const template = PROBLEMS[code]?.message;
  if (!template) return { 'zh-TW': code, en: code };
  const inLang = (lang: Lang): string => maskIdsIn(textIn(lang, template, { file, sheet: '', row: '', column: '', ...place, ...params, value: '…' }));
  return { 'zh-TW': inLang('zh-TW'), en: inLang('en') };
}

class Conversion {
  readonly #options: Settled;
  readonly #sheets: Sheets;
  readonly #tally = new LossTally();
  readonly #notHeld = new Map<string, SideFile>();
  readonly #notRead: SideFile;
  readonly #seen = new Set<string>();
  readonly #terms = new Set<string>();
  readonly #counts = { read: new Counts(), notHeld: new Counts(), notRead: new Counts() };
  readonly #refused: { file: string; code: string; message: Bilingual }[] = [];
  readonly #remarks = new Map<string, number>();
  #coined = 0;

  constructor(options: Settled) {
    this.#options = options;
    this.#sheets = new Sheets(options.to, options.edition, options.school, options.coined);
    this.#notRead = new SideFile(join(options.out, 'not-read.json'));
  }

  #refuse(file: string, problem: Problem): void {
    this.#refused.push({ file, code: problem.code, message: messageOf(problem, file) });
  }

  async take(found: Found): Promise<void> {
    if ('problem' in found) return this.#refuse(found.name, found.problem);
    const { name, sha256, file } = found;
    // The name counts because it may carry term and sheet.
    const input = inputId(ownName(name).split('/').at(-1) ?? name, sha256);
    if (this.#seen.has(input)) return this.#refuse(name, { code: 'migrate/twice', params: { file: name } });
    const known = recognise(name, file, this.#options);
    if ('problem' in known) return this.#refuse(name, known.problem);
    this.#options.progress.step(name);
    const rows = await readSource(known.detection, file.problems, { school: this.#options.school, term: known.term, input });
    if ('problem' in rows) return this.#refuse(name, rows.problem);
    this.#seen.add(input);
    this.#place(name, file.tables.map((table) => table.sheet), rows);
  }

  #place(file: string, titles: readonly string[], { records, unread, remarks }: SourceRows): void {
    for (const [code, count] of remarks) this.#remarks.set(code, (this.#remarks.get(code) ?? 0) + count);
    for (const { type, sheet, row, problem, header, cells } of unread) {
      this.#counts.read.add(type);
      this.#counts.notRead.add(type);
      this.#notRead.add({ file, sheet, row, code: problem.code, message: messageOf({ ...problem, sheet, row }, file), header, cells });
    }
    for (const record of records) {
      this.#counts.read.add(record.type);
      this.#terms.add(record.term);
      this.#placeRecord(record, { file, sheet: titles[record.source.table] ?? '', row: record.source.row });
    }
  }

  #placeRecord(record: CanonicalRecord, place: { readonly file: string; readonly sheet: string; readonly row: number }): void {
    const placed = this.#sheets.place(record);
    if ('held' in placed) {
      this.#tally.values(record, placed.held.lost);
      this.#tally.defaulted(record, placed.held.defaulted);
      if (placed.held.cells.some((text) => /\p{Co}/u.test(text))) this.#coined += 1;
      return;
    }
    this.#counts.notHeld.add(record.type);
    this.#tally.record(record, placed.reason, placed.obstacle);
    let side = this.#notHeld.get(record.type);
    if (!side) this.#notHeld.set(record.type, (side = new SideFile(join(this.#options.out, 'not-held', `${record.type}.json`))));
    side.add({ ...place, reason: placed.reason, field: placed.obstacle?.field ?? null, record });
  }

  /** Rows of each type, proved: what was read is written, not held or not read. */
  #types(written: ReadonlyMap<string, number>): TypeLine[] {
    return [...this.#counts.read.types].sort(byRecordType).map((type) => {
      const line = { type, read: this.#counts.read.of(type), written: written.get(type) ?? 0, notHeld: this.#counts.notHeld.of(type), notRead: this.#counts.notRead.of(type) };
      if (line.read !== line.written + line.notHeld + line.notRead) {
        throw new Fault('migrate/not-proved', { detail: `${type}: read ${line.read}, written ${line.written}, not held ${line.notHeld}, not read ${line.notRead}` });
      }
      return line;
    });
  }

  close(): void {
    for (const side of [this.#notRead, ...this.#notHeld.values()]) side.close();
  }

  async finish(): Promise<MigrationReport> {
    const { from, to, school, out, today, version, progress } = this.#options;
    const { files, written } = await writeSheets(to, school, this.#sheets, join(out, 'files'), progress);
    return {
      school, today, version,
      from: { id: from.id, name: from.manifest.name },
      to: { id: to.id, name: to.manifest.name, editions: to.manifest.editions.map(({ id }) => id).filter((id) => this.#sheets.editions.has(id)) },
      terms: [...this.#terms].sort(), types: this.#types(written),
      loss: this.#tally.lossLines, defaulted: this.#tally.defaultedLines,
      remarks: [...this.#remarks].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, count]) => ({ code, title: PROBLEMS[code]?.title ?? { 'zh-TW': code, en: code }, count })),
      files, refused: this.#refused, coined: this.#coined,
    };
  }
}

/**
 * Writes the target's files and the lists of what it cannot have into `out`, which is there already.
 *
 * @throws {Fault} `migrate/not-proved`
 */
export async function convert(files: readonly OfferedFile[], options: Settled): Promise<MigrationReport> {
  const conversion = new Conversion(options);
  try {
    for await (const found of openedFiles(files, shapesOf(options.registry))) await conversion.take(found);
    return await conversion.finish();
  } finally {
    conversion.close();
  }
}
