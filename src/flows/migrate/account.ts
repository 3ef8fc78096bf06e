/** The books of a migration: what was read, what became of it, and the lists of what the target cannot have, in full. */
import { join } from 'node:path';
import type { HeldRow } from '../../adapters/held-row.ts';
import { Fault } from '../../core/fault.ts';
import { maskIdsIn } from '../../core/mask.ts';
import type { Bilingual, Problem } from '../../core/problem.ts';
import { PROBLEMS } from '../../core/problems/index.ts';
import type { CanonicalRecord } from '../../core/record.ts';
import { type Lang, textIn } from '../../core/text.ts';
import { byRecordType } from '../../report/labels.ts';
import type { MigrationReport, TypeLine } from '../../report/migration-model.ts';
import { accountFor, type PreparedItem } from './attachments/prepare.ts';
import { Counts } from './counts.ts';
import type { UnreadRow } from './read-source.ts';
import type { Placed } from './sheets.ts';
import { SideFile } from './side-file.ts';
import { LossTally } from './tally.ts';

/** Where a record stood in the source. */
export interface Place {
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
}

/** How the files beside the tables are counted. */
const FILES = 'attachment';

function messageOf({ code, params, value: _value, ...place }: Problem, file: string): Bilingual {
  const template = PROBLEMS[code]?.message;
  if (!template) return { 'zh-TW': code, en: code };
  const inLang = (lang: Lang): string => maskIdsIn(textIn(lang, template, { file, sheet: '', row: '', column: '', ...place, ...params, value: '…' }));
  return { 'zh-TW': inLang('zh-TW'), en: inLang('en') };
}

export class Account {
  readonly tally = new LossTally();
  readonly #out: string;
  readonly #notHeld = new Map<string, SideFile>();
  readonly #notRead: SideFile;
  readonly #terms = new Set<string>();
  readonly #counts = { read: new Counts(), notHeld: new Counts(), notRead: new Counts() };
  readonly #refused: { file: string; code: string; message: Bilingual }[] = [];
  readonly #remarks = new Map<string, number>();
  #coined = 0;

  /** @param out folder of the migration, for the lists */
  constructor(out: string) {
    this.#out = out;
    this.#notRead = new SideFile(join(out, 'not-read.json'));
  }

  /** A source file of which nothing was read. */
  refuse(file: string, problem: Problem): void {
    this.#refused.push({ file, code: problem.code, message: messageOf(problem, file) });
  }

  /** Something odd about what was read, so many times. */
  remark(code: string, count: number): void {
    if (count > 0) this.#remarks.set(code, (this.#remarks.get(code) ?? 0) + count);
  }

  unread(file: string, { type, sheet, row, problem, header, cells }: UnreadRow): void {
    this.#counts.read.add(type);
    this.#counts.notRead.add(type);
    this.#notRead.add({ file, sheet, row, code: problem.code, message: messageOf({ ...problem, sheet, row }, file), header, cells });
  }

  read(record: CanonicalRecord): void {
    this.#counts.read.add(record.type);
    this.#terms.add(record.term);
  }

  /** What became of a record that was read. */
  placed(record: CanonicalRecord, place: Place, prepared: PreparedItem, placed: Placed): HeldRow | null {
    if ('held' in placed) {
      const { lost, defaulted, changed } = accountFor(prepared, placed.held);
      this.tally.values(record, lost);
      this.tally.defaulted(record, defaulted);
      for (const field of changed) this.tally.changed(record, field);
      if (placed.held.cells.some((text) => /\p{Co}/u.test(text))) this.#coined += 1;
      return placed.held;
    }
    this.#counts.notHeld.add(record.type);
    this.tally.record(record, placed.reason, placed.obstacle);
    let side = this.#notHeld.get(record.type);
    if (!side) this.#notHeld.set(record.type, (side = new SideFile(join(this.#out, 'not-held', `${record.type}.json`))));
    side.add({ ...place, reason: placed.reason, field: placed.obstacle?.field ?? null, record });
    return null;
  }

  /** The files beside the tables. */
  files(read: number, notHeld: number): void {
    this.#counts.read.add(FILES, read);
    this.#counts.notHeld.add(FILES, notHeld);
  }

  /** Rows of each type, proved: what was read is written, not held or not read. */
  #types(written: ReadonlyMap<string, number>): TypeLine[] {
    const { read, notHeld, notRead } = this.#counts;
    return read.types.filter((type) => read.of(type) > 0).sort(byRecordType).map((type) => {
      const line = { type, read: read.of(type), written: written.get(type) ?? 0, notHeld: notHeld.of(type), notRead: notRead.of(type) };
      if (line.read !== line.written + line.notHeld + line.notRead) {
        throw new Fault('migrate/not-proved', { detail: `${type}: read ${line.read}, written ${line.written}, not held ${line.notHeld}, not read ${line.notRead}` });
      }
      return line;
    });
  }

  /**
   * @param written records of each type, and files
   * @throws {Fault} `migrate/not-proved` when they do not add up
   */
  report(written: ReadonlyMap<string, number>, files: number): Pick<MigrationReport, 'terms' | 'types' | 'loss' | 'defaulted' | 'changed' | 'remarks' | 'refused' | 'coined'> {
    return {
      terms: [...this.#terms].sort(), types: this.#types(new Map([...written, [FILES, files]])),
      loss: this.tally.lossLines, defaulted: this.tally.defaultedLines, changed: this.tally.changedLines,
      remarks: [...this.#remarks].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, count]) => ({ code, title: PROBLEMS[code]?.title ?? { 'zh-TW': code, en: code }, count })),
      refused: this.#refused, coined: this.#coined,
    };
  }

  close(): void {
    for (const side of [this.#notRead, ...this.#notHeld.values()]) side.close();
  }
}
