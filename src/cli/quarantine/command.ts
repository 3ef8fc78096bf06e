import { EXIT, Fault } from '../../core/fault.ts';
import { audit } from '../../flows/audit.ts';
import { replayInput } from '../../flows/intake/replay.ts';
import { discard } from '../../flows/quarantine/discard.ts';
import { itemWords } from '../../flows/quarantine/rejected-tables.ts';
import { schoolSettings } from '../../flows/school-settings.ts';
import type { QuarantineItem } from '../../store/port.ts';
import { command, type Context } from '../command.ts';
import { SCHOOL, schoolOption, textOption } from '../options.ts';
import { openServices, withSchool } from '../services.ts';
import { count, words } from '../words.ts';
import { exportTables } from './export-tables.ts';

function shape(context: Context, item: QuarantineItem): Record<string, unknown> {
  const { id, file, sheet, row, problem } = item;
  return { id, file, sheet, row, column: problem.column ?? null, problem: problem.code, ...itemWords(item, context.lang) };
}

const ACTIONS: readonly string[] = ['list', 'export', 'replay', 'discard'];

export default command({
  name: 'quarantine',
  summary: { 'zh-TW': '看、匯出、重讀或捨棄被隔離的列與檔案', en: 'list, export, replay or discard rejected rows and files' },
  usage: ['quarantine list --school CODE', 'quarantine export --school CODE --out DIR', 'quarantine replay --school CODE', 'quarantine discard ID --school CODE --reason TEXT'],
  takes: 2,
  options: {
    school: SCHOOL,
    out: { type: 'string', value: 'DIR', help: { 'zh-TW': '匯出 CSV 的資料夾；內容未遮蔽，請妥善保管', en: 'folder for the CSV files; they are not masked, keep them safe' } },
    reason: { type: 'string', value: 'TEXT', help: { 'zh-TW': '捨棄的理由（記入稽核）', en: 'why it is discarded (kept in the audit log)' } },
  },
  examples: [
    { line: 'quarantine list --school 014302', says: { 'zh-TW': '列出隔離的列、原因與處理方式', en: 'rejected rows, why, and what to do' } },
    { line: 'quarantine export --school 014302 --out 退回', says: { 'zh-TW': '把退回的列連同原因存成 CSV，交給學校更正', en: 'rejected rows with their reasons as CSV, for the school to correct' } },
    { line: 'quarantine replay --school 014302', says: { 'zh-TW': '調整對照或程式升級後，重讀被隔離的原檔', en: 'read the kept originals again after a mapping was adjusted' } },
  ],
  async run(context) {
    const [action = 'list', id] = context.positionals;
    if (!ACTIONS.includes(action)) throw new Fault('usage/bad-option', { command: 'quarantine', detail: action });
    const school = schoolOption(context, 'quarantine');
    const say = words(context);
    await using services = await openServices(context);
    return withSchool(services, school, async (store) => {
      if (action === 'list') {
        const items = store.quarantine().map((item) => shape(context, item));
        for (const item of items) {
          context.say(`${String(item['id'])}  ${String(item['file'])} ${item['sheet'] === null ? '' : String(item['sheet'])} ${item['row'] === null ? '' : say(`第 ${String(item['row'])} 列`, `row ${String(item['row'])}`)}`);
          context.say(`    ${String(item['message'])}\n    → ${String(item['fix'])}`);
        }
        context.say(say(`共 ${count(items.length)} 筆`, `${count(items.length)} in all`));
        context.result({ school, items });
        return EXIT.done;
      }
      if (action === 'export') {
        const files = await exportTables(store, textOption(context, 'quarantine', 'out'), context.lang);
        audit(services, school, 'quarantine/export', { files: files.length });
        for (const file of files) context.say(file);
        context.result({ school, files });
        return files.length > 0 ? EXIT.done : EXIT.nothingToDo;
      }
      if (action === 'replay') {
        const settings = schoolSettings(services.home, school);
        const outcome = await replayInput(services, store, id ?? null, { term: settings.term ?? null, systems: settings.systems, ...settings.zipPassword });
        for (const file of outcome.files) context.say(`${file.file}: ${file.status} · ${say('退回', 'rejected')} ${count(file.rejected)}`);
        context.result({ school, files: outcome.files.map(({ file, status, records, rejected, reasons }) => ({ file, status, records, rejected, reasons })) });
        if (outcome.files.length === 0) return EXIT.nothingToDo;
        return outcome.files.some((file) => file.status === 'quarantined' || file.rejected > 0) ? EXIT.errorsFound : EXIT.done;
      }
      const reason = textOption(context, 'quarantine', 'reason');
      if (id === undefined || !discard(store, id)) throw new Fault('record/not-found', { what: id ?? 'ID' });
      audit(services, school, 'quarantine/discard', { id, reason });
      context.say(say(`已捨棄 ${id}`, `Discarded ${id}`));
      context.result({ school, discarded: id });
      return EXIT.done;
    });
  },
});
