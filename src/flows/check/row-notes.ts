/** What a check found, row by row of the school's own files: for the workbook that hands the rows back with it. */
import type { Finding } from '../../core/finding.ts';
import { PROBLEMS } from '../../core/problems/index.ts';
import { SAMPLE_CAPS } from '../../core/sample-caps.ts';
import type { Lang } from '../../core/text.ts';
import type { NotedRow, NotedTable, RowNote } from '../../report/check-workbook.ts';
import { wordsIn } from '../../report/message.ts';
import type { CheckReport, RuleText } from '../../report/model.ts';
import type { InputInfo, SchoolStore } from '../../store/port.ts';
import { openKept } from '../kept-file.ts';
import { itemWords } from '../quarantine/rejected-tables.ts';
import type { Services } from '../services.ts';
import { ruleTexts } from './rule-texts.ts';

/** `<input>:<table>` → row → what was found there. */
type Notes = Map<string, Map<number, RowNote[]>>;

export class RowNotes {
  readonly lang: Lang;
  /** Findings there was no room for. */
  beyond = 0;
  readonly #services: Services;
  readonly #words: Record<string, RuleText>;
  readonly #notes: Notes = new Map();
  /** Rows that became no records, as `<input>:<table>:<row>`. */
  readonly #rejected = new Set<string>();
  /** The same sentences stand in thousands of rows. */
  readonly #texts = new Map<string, string>();
  #kept = 0;

  constructor(services: Services, lang: Lang) {
    this.lang = lang;
    this.#services = services;
    this.#words = ruleTexts(services, [...services.rules.keys(), ...Object.keys(PROBLEMS)]);
  }

  /** Takes every finding about a record as the rules make it. */
  readonly take = (finding: Finding): void => {
    const { severity, column, record } = finding;
    if (record !== null) this.#add(record, { severity, column, ...wordsIn(this.lang, finding, this.#words) });
  };

  /** Then what was found when the files were read: rejected rows, and remarks about rows as far as they were kept. */
  takeStanding(store: SchoolStore, terms: readonly string[], { findings }: CheckReport): void {
    for (const input of this.#inputs(store, terms)) {
      for (const item of store.quarantine({ input: input.id })) {
        if (item.row === null) continue;
        this.#rejected.add(item.id);
        this.#add(item.id, { severity: PROBLEMS[item.problem.code]?.severity ?? 'error', column: item.problem.column ?? null, ...itemWords(item, this.lang) });
      }
    }
    for (const finding of findings) if (PROBLEMS[finding.rule]?.effect === 'none') this.take(finding);
  }

  /** One table for each of the school's sheets that has something, in the order of its files. */
  tables(store: SchoolStore, terms: readonly string[]): NotedTable[] {
    return this.#inputs(store, terms).flatMap((input) => input.tables.flatMap(({ file, sheet, header }, table) => {
      const notes = this.#notes.get(`${input.id}:${table}`);
      return notes ? [{ reference: `${input.id}:${table}`, file, sheet, header, rows: this.#rows(store, input, table, notes) }] : [];
    }));
  }

  async *#rows(store: SchoolStore, input: InputInfo, table: number, notes: ReadonlyMap<number, readonly RowNote[]>): AsyncGenerator<NotedRow> {
    const file = await openKept(this.#services, store, input);
    try {
      for await (const batch of file?.tables[table]?.rows() ?? []) {
        for (const { row, cells } of batch) {
          const own = notes.get(row);
          if (own) yield { row, cells, notes: own, imported: !this.#rejected.has(`${input.id}:${table}:${row}`) };
        }
      }
    } finally {
      await file?.close();
    }
  }

  #inputs(store: SchoolStore, terms: readonly string[]): InputInfo[] {
    return store.inputs({ active: true }).filter((input) => input.terms.length === 0 || input.terms.some((term) => terms.includes(term))).sort((a, b) => (a.file < b.file ? -1 : 1));
  }

  #add(record: string, note: RowNote): void {
    const at = record.lastIndexOf(':');
    // What is about a file as a whole stands in no row.
    if (at < 0) return;
    if (this.#kept === SAMPLE_CAPS.workbook) {
      this.beyond += 1;
      return;
    }
    this.#kept += 1;
    const table = record.slice(0, at);
    const row = Number(record.slice(at + 1));
    let rows = this.#notes.get(table);
    if (!rows) this.#notes.set(table, (rows = new Map()));
    const kept = { ...note, message: this.#text(note.message), fix: this.#text(note.fix) };
    const known = rows.get(row);
    if (known) known.push(kept);
    else rows.set(row, [kept]);
  }

  #text(text: string): string {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    this.#texts.set(text, text);
    return text;
  }
}
