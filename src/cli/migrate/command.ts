import { join, resolve } from 'node:path';
import { loadRegistry } from '../../adapters/registry.ts';
import { EXIT, Fault } from '../../core/fault.ts';
import { ProblemError } from '../../core/problem.ts';
import { filesAt } from '../../flows/intake/offered.ts';
import { migrate } from '../../flows/migrate/migrate.ts';
import { sourceSystem, targetSystem } from '../../flows/migrate/systems.ts';
import { todayInTaipei } from '../../observe/clock.ts';
import { recordLabel } from '../../report/labels.ts';
import { isComplete, migrationResult } from '../../report/migration.ts';
import type { MigrationReport } from '../../report/migration-model.ts';
import { lossReasons } from '../../report/texts/migration.ts';
import { sayProblems, shownProblem } from '../problem-text.ts';
import { command, type Context } from '../command.ts';
import { optionalTerm, PASSWORD_FILE, passwordOption, SCHOOL, schoolOption, TERM, textOption } from '../options.ts';
import { adapterFolders } from '../services.ts';
import { programVersion } from '../version.ts';
import { count, words } from '../words.ts';

/** Says what is wrong with the table of coined characters: nothing was written. */
function refuseTable(context: Context, error: unknown): number {
  if (!(error instanceof ProblemError)) throw error;
  const problem = shownProblem(error.problem, context.lang);
  context.progress.end();
  sayProblems(context, [problem]);
  context.result({ file: error.problem.file ?? null, ...problem });
  return EXIT.errorsFound;
}

/** Lines of loss said on the terminal; the report has them all. */
const SAID = 12;

function sayReport(context: Context, report: MigrationReport, out: string): void {
  const say = words(context);
  const { lang } = context;
  for (const { file, message } of report.refused) context.say(`✗ ${message[lang] || file}`);
  for (const { type, read, written, notHeld, notRead } of report.types) {
    const name = type === 'unmapped' ? say('認不出的工作表', 'sheets not recognised') : recordLabel(type)[lang];
    context.say(`${name}: ${say('讀入', 'read')} ${count(read)} = ${say('寫出', 'written')} ${count(written)} + ${say('目標收不下', 'not held')} ${count(notHeld)} + ${say('來源讀不進', 'not readable')} ${count(notRead)}`);
  }
  for (const line of report.loss.slice(0, SAID)) {
    const what = [recordLabel(line.type)[lang], line.kind === null ? null : recordLabel(line.kind)[lang], line.field].filter((part) => part !== null).join(' · ');
    context.say(`  ✗ ${what}: ${count(line.count)} · ${lossReasons[line.reason][lang]}${line.example === null ? '' : ` (${line.example})`}`);
  }
  const more = report.loss.length - SAID;
  if (more > 0) context.say(say(`  … 另有 ${more} 種，見 loss.html`, `  … and ${more} more, see loss.html`));
  context.say(say(
    `${isComplete(report) ? '全部轉換完成' : '已轉換，有收不下的資料'}：${report.files.length} 個檔案在 ${join(out, 'files')}，報告在 ${join(out, 'loss.html')}`,
    `${isComplete(report) ? 'Everything was converted' : 'Converted with loss'}: ${report.files.length} files in ${join(out, 'files')}, report in ${join(out, 'loss.html')}`,
  ));
}

export default command({
  name: 'migrate',
  summary: { 'zh-TW': '把一校的資料由一個系統的格式轉為另一個系統的格式', en: "convert a school's data from one system's files to another's" },
  usage: ['migrate --from SYSTEM FILE… --to SYSTEM --out DIR [--edition E] [--school CODE] [--term 114-1] [--coined FILE] [--password-file F]'],
  takes: Infinity,
  options: {
    from: { type: 'string', value: 'SYSTEM', help: { 'zh-TW': '檔案來自哪個系統', en: 'the system the files come from' } },
    to: { type: 'string', value: 'SYSTEM', help: { 'zh-TW': '要轉成哪個系統', en: 'the system to write for' } },
    out: { type: 'string', value: 'DIR', help: { 'zh-TW': '輸出資料夾，須不存在或是空的', en: 'folder to write, which must not exist or be empty' } },
    edition: { type: 'string', value: 'E', help: { 'zh-TW': '目標的版本；不指定則依各學年度', en: "edition of the target; each school year's own when left out" } },
    coined: { type: 'string', value: 'FILE', help: { 'zh-TW': '該校造字對照表（codes coined export 的 JSON）：目標為 Big5 時，Big5 沒有的字寫入該校的造字內碼', en: "the school's coined characters (JSON of codes coined export): where the target is Big5, characters it lacks go to the school's cells" } },
    school: SCHOOL, term: TERM, 'password-file': PASSWORD_FILE,
  },
  examples: [
    { line: 'migrate --from SYSTEM exports/ --to national-roster --out converted/', says: { 'zh-TW': '整個資料夾（含附件），各學期一次轉完', en: 'a whole folder with its attachments, all terms at once' } },
    { line: 'migrate --from SYSTEM 學期成績.csv --to national-roster --school 014302 --out converted/ --json', says: { 'zh-TW': '檔案沒寫學校代碼時指定，輸出 JSON', en: 'with the school named, JSON out' } },
  ],
  async run(context) {
    const registry = await loadRegistry(adapterFolders(context.home));
    const edition = context.options['edition'] === undefined ? null : textOption(context, 'migrate', 'edition');
    const from = sourceSystem(registry, textOption(context, 'migrate', 'from'));
    const to = targetSystem(registry, textOption(context, 'migrate', 'to'), edition);
    const out = resolve(textOption(context, 'migrate', 'out'));
    const school = context.options['school'] === undefined ? null : schoolOption(context, 'migrate');
    const table = context.options['coined'] === undefined ? null : resolve(textOption(context, 'migrate', 'coined'));
    const term = optionalTerm(context, 'migrate');
    if (context.positionals.length === 0) throw new Fault('usage/bad-option', { command: 'migrate', detail: 'FILE…' });
    let report: MigrationReport;
    try {
      report = await migrate(filesAt(context.positionals), {
        registry, from, to, edition, school, term, out, coined: table, ...passwordOption(context),
        today: todayInTaipei(context.clock), version: programVersion(), lang: context.lang, progress: context.progress,
      });
    } catch (error) {
      return refuseTable(context, error);
    }
    context.progress.end();
    sayReport(context, report, out);
    const { files, loss, defaulted, changed, refused, remarks, terms, coined } = report;
    context.result({ ...migrationResult(report), files: files.map(({ file }) => join('files', file)), loss, defaulted, changed, refused, remarks, terms, coined, school: report.school, folder: out });
    return isComplete(report) ? EXIT.done : EXIT.errorsFound;
  },
});
