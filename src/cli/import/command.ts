import { existsSync, readdirSync } from 'node:fs';
import { EXIT, Fault } from '../../core/fault.ts';
import { textIn } from '../../core/text.ts';
import { takeDrop } from '../../flows/intake/drop.ts';
import { filesAt } from '../../flows/intake/offered.ts';
import type { FileOutcome } from '../../flows/intake/outcome.ts';
import { schoolSettings } from '../../flows/school-settings.ts';
import { PROBLEMS } from '../../core/problems/index.ts';
import { command, type Context } from '../command.ts';
import { initHome } from '../init/init-home.ts';
import { optionalTerm, PASSWORD_FILE, passwordOption, SCHOOL, schoolOption, SYSTEM, systemOption, TERM } from '../options.ts';
import { openServices, withSchool } from '../services.ts';
import { count, words } from '../words.ts';

/** A first import into an empty place makes the home, and says so. */
async function ensureHome(context: Context): Promise<void> {
  if (existsSync(context.home) && readdirSync(context.home).length > 0) return;
  await initHome(context);
  context.note(words(context)(`已建立工作資料夾 ${context.home}`, `Made the working folder ${context.home}`));
}

function sayOutcome(context: Context, outcome: FileOutcome): void {
  const say = words(context);
  const state = { imported: say('已讀入', 'imported'), unchanged: say('未變動', 'unchanged'), quarantined: say('已隔離', 'quarantined') }[outcome.status];
  const records = Object.values(outcome.records).reduce((sum, n) => sum + n, 0);
  context.say(`${outcome.file}: ${state} · ${outcome.system ?? '–'} ${outcome.edition ?? ''} · ${say('筆數', 'records')} ${count(records)} · ${say('退回', 'rejected')} ${count(outcome.rejected)}`);
  for (const finding of outcome.findings.filter((one) => one.severity !== 'info').slice(0, 20)) {
    const definition = PROBLEMS[finding.rule];
    if (!definition) continue;
    const place = [finding.sheet, finding.row === null ? null : say(`第 ${finding.row} 列`, `row ${finding.row}`), finding.column].filter(Boolean).join(' · ');
    context.say(`  ${finding.rule}${place ? ` (${place})` : ''}: ${textIn(context.lang, definition.message, { ...finding.params, value: finding.value ?? '' })}`);
    context.say(`    → ${textIn(context.lang, definition.fix, finding.params)}`);
  }
}

export default command({
  name: 'import',
  summary: { 'zh-TW': '讀入一校的匯出檔(檔案、資料夾或 ZIP)', en: "take in one school's exports (files, folders or ZIPs)" },
  usage: ['import FILE… --school CODE [--term 114-1] [--system ID] [--password-file F]'],
  takes: Infinity,
  options: {
    school: SCHOOL, term: TERM, system: SYSTEM,
    'password-file': PASSWORD_FILE,
  },
  examples: [
    { line: 'import 成績名冊.xlsx --school 014302', says: { 'zh-TW': '讀入一個工作簿', en: 'take in one workbook' } },
    { line: 'import 名冊.xlsx --school 014302 --system SYSTEM', says: { 'zh-TW': '指明是哪個系統匯出的', en: 'say which system exported it' } },
    { line: 'import exports/ --school 014302 --json', says: { 'zh-TW': '整個資料夾當作一批，輸出 JSON', en: 'a whole folder as one drop, JSON out' } },
  ],
  async run(context) {
    const school = schoolOption(context, 'import');
    const term = optionalTerm(context, 'import');
    if (context.positionals.length === 0) throw new Fault('usage/bad-option', { command: 'import', detail: 'FILE…' });
    const files = filesAt(context.positionals);
    await ensureHome(context);
    await using services = await openServices(context);
    const drop = await withSchool(services, school, (store) => {
      const settings = schoolSettings(services.home, school);
      const said = systemOption(context);
      const systems = said.length > 0 ? said : settings.systems;
      return takeDrop(services, store, files, { act: 'intake/import', term: term ?? settings.term ?? null, systems, ...settings.zipPassword, ...passwordOption(context) });
    }, { create: true });
    const changed = drop.files.some((file) => file.status !== 'unchanged');
    context.progress.end();
    for (const outcome of drop.files) sayOutcome(context, outcome);
    context.result({
      files: drop.files.map(({ file, sha256, system, edition, status, records, rejected, reasons }) => ({ file, sha256, system, edition, status, records, rejected, reasons })),
    });
    if (!changed) return EXIT.nothingToDo;
    return drop.files.some((file) => file.status === 'quarantined' || file.rejected > 0) ? EXIT.errorsFound : EXIT.done;
  },
});
