/** What can be done with a school's 造字 table. */
import { coinedLookup } from '../../core/coined.ts';
import type { CoinedDraft } from '../../core/coined-draft.ts';
import { withoutCell } from '../../core/coined-merge.ts';
import { EXIT, Fault } from '../../core/fault.ts';
import { audit } from '../../flows/audit.ts';
import { keepGlyph } from '../../flows/coined/glyph.ts';
import { addToTable, importCoined } from '../../flows/coined/import-table.ts';
import { coinedInUse } from '../../flows/coined/in-use.ts';
import { publishFile } from '../../flows/publish-file.ts';
import type { Services } from '../../flows/services.ts';
import type { SchoolStore } from '../../store/port.ts';
import type { Context } from '../command.ts';
import { textOption } from '../options.ts';
import { sayProblems, shownProblem } from '../problem-text.ts';
import { count, words } from '../words.ts';
import { cnsOption } from './cns-files.ts';
import { entryLine } from './show.ts';

/** One action on one school's table; `argument` is the file or the cell it is about. */
export interface Action {
  readonly changes: boolean;
  run(context: Context, services: Services, store: SchoolStore, argument: string | undefined): Promise<number>;
}

function needed(argument: string | undefined, what: string): string {
  if (argument === undefined) throw new Fault('usage/bad-option', { command: 'codes', detail: what });
  return argument;
}

const importTable: Action = {
  changes: true,
  async run(context, services, store, argument) {
    const path = needed(argument, 'FILE');
    const { codes, tables } = await cnsOption(context);
    if (codes[0] !== undefined) throw new Fault('usage/bad-option', { command: 'codes', detail: `--cns ${codes[0]}` });
    const outcome = await importCoined(store, path, { today: services.today, cns: tables, replace: context.options['replace'] === true });
    const [rejected, remarks] = [outcome.rejected, outcome.remarks].map((problems) => problems.map((problem) => shownProblem(problem, context.lang)));
    audit(services, store.school, 'coined/import', { read: outcome.read, imported: outcome.imported.length, rejected: outcome.rejected.length, cns: tables?.versions ?? [] });
    const say = words(context);
    context.say(say(`讀取 ${count(outcome.read)} 列：登錄 ${count(outcome.imported.length)}，退回 ${count(outcome.rejected.length)}`, `Read ${count(outcome.read)} rows: imported ${count(outcome.imported.length)}, rejected ${count(outcome.rejected.length)}`));
    sayProblems(context, [...rejected!, ...remarks!]);
    context.result({ school: store.school, read: outcome.read, imported: outcome.imported.length, rejected, remarks });
    return rejected!.length > 0 ? EXIT.errorsFound : EXIT.done;
  },
};

const list: Action = {
  changes: false,
  async run(context, _services, store) {
    const { entries } = store.coined();
    const say = words(context);
    if (context.options['used'] !== true) {
      for (const entry of entries) context.say(entryLine(context, entry));
      context.say(say(`共 ${count(entries.length)} 個造字`, `${count(entries.length)} coined characters`));
      context.result({ school: store.school, entries });
      return EXIT.done;
    }
    const lookup = coinedLookup({ entries });
    const used = (await coinedInUse(store)).map(({ character, ...use }) => ({ ...use, mapped: lookup(character) }));
    for (const { cell, students, records, mapped } of used) {
      context.say(`${mapped ? entryLine(context, mapped) : `${cell} → ${say('未登錄', 'not in the table')}`}  ${say(`${count(students)} 位學生，${count(records)} 筆`, `${count(students)} students, ${count(records)} records`)}`);
    }
    const missing = used.filter(({ mapped }) => !mapped).length;
    context.say(say(`資料中有 ${count(used.length)} 個造字，${count(missing)} 個未登錄對照`, `${count(used.length)} coined characters in the data, ${count(missing)} not in the table`));
    context.result({ school: store.school, used });
    return EXIT.done;
  },
};

const map: Action = {
  changes: true,
  async run(context, services, store, argument) {
    const { codes, tables } = await cnsOption(context);
    if (codes.length > 1) throw new Fault('usage/bad-option', { command: 'codes', detail: `--cns ${codes.join(' ')}` });
    const { unicode, glyph, note } = context.options;
    const kept = typeof glyph === 'string' ? await keepGlyph(store.blobs, glyph) : undefined;
    const draft: CoinedDraft = {
      cell: needed(argument, 'CELL'), verifiedBy: textOption(context, 'codes', 'by'), date: services.today,
      ...(codes[0] === undefined ? {} : { cns: codes[0] }), ...(typeof unicode === 'string' ? { unicode } : {}),
      ...(kept ? { glyph: kept } : {}), ...(typeof note === 'string' ? { note } : {}),
    };
    const row = kept === null ? { code: 'coined/bad-glyph', params: {}, value: String(glyph) } : { ...draft, row: 1 };
    const outcome = addToTable(store, [{ row: { row: 1 }, draft: row }], { today: services.today, cns: tables, replace: context.options['replace'] === true });
    // There is no file, so a row says nothing.
    const [rejected, remarks] = [outcome.rejected, outcome.remarks].map((problems) => problems.map(({ row: _row, ...problem }) => shownProblem(problem, context.lang)));
    const entry = outcome.imported[0] ? store.coined().entries.find(({ cell }) => cell === outcome.imported[0]!.cell)! : null;
    if (entry) {
      audit(services, store.school, 'coined/map', { cell: entry.cell, cns: tables?.versions ?? [] });
      context.say(entryLine(context, entry));
    }
    sayProblems(context, [...rejected!, ...remarks!]);
    context.result({ school: store.school, entry, rejected, remarks });
    return entry ? EXIT.done : EXIT.errorsFound;
  },
};

const unmap: Action = {
  changes: true,
  async run(context, services, store, argument) {
    const cell = needed(argument, 'CELL').toUpperCase();
    const table = withoutCell(store.coined(), cell);
    if (!table) throw new Fault('record/not-found', { what: cell });
    store.saveCoined(table);
    audit(services, store.school, 'coined/unmap', { cell });
    context.say(words(context)(`已移除 ${cell} 的對照；資料中的造字維持原樣。`, `Removed the mapping of ${cell}; the data keeps the coined character.`));
    context.result({ school: store.school, unmapped: cell });
    return EXIT.done;
  },
};

const exportTable: Action = {
  changes: false,
  async run(context, services, store) {
    const out = textOption(context, 'codes', 'out');
    const { entries } = store.coined();
    publishFile(out, `${JSON.stringify({ school: store.school, entries }, null, 2)}\n`);
    audit(services, store.school, 'coined/export', { entries: entries.length });
    context.say(out);
    context.result({ school: store.school, file: out, entries: entries.length });
    return EXIT.done;
  },
};

export const COINED_ACTIONS: Readonly<Record<string, Action>> = { import: importTable, list, map, unmap, export: exportTable };
