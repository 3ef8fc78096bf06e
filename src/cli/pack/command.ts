import { EXIT, Fault } from '../../core/fault.ts';
import { audit } from '../../flows/audit.ts';
import { gateExit } from '../../flows/check/check.ts';
import { readPolicy } from '../../flows/policy.ts';
import { reportTerm } from '../../flows/reports.ts';
import { originWords } from '../../flows/submit/origin-words.ts';
import { packTerm } from '../../flows/submit/pack-term.ts';
import { command } from '../command.ts';
import { SCHOOL, schoolOption, TERM, termOption, TODAY } from '../options.ts';
import { openServices, withSchool } from '../services.ts';
import { count, words } from '../words.ts';
import { runPackCorrection } from './correction.ts';

export default command({
  name: 'pack',
  summary: { 'zh-TW': '通過檢查後，打包學期提交名冊', en: 'pack a term submission once the gate is open' },
  usage: ['pack term --school CODE --term 114-1 [--precheck]', 'pack term --school CODE --term 114-1 --correction [--corrects N]'],
  takes: 1,
  options: {
    school: SCHOOL, term: TERM, today: TODAY,
    correction: { type: 'boolean', help: { 'zh-TW': '只產出與先前提交不同的部分', en: 'pack only what changed since a submission' } },
    corrects: { type: 'string', value: 'N', help: { 'zh-TW': '更正第幾次提交；預設為收訖明細最後回覆的那一次', en: 'number of the submission it corrects; the last one a receipt answered to by default' } },
    precheck: { type: 'boolean', help: { 'zh-TW': '產出預檢名冊(名冊別 41、42)', en: 'pack the pre-check edition (名冊別 41, 42)' } },
  },
  examples: [
    { line: 'pack term --school 014302 --term 114-1', says: { 'zh-TW': '產出提交檔到 outbox', en: 'write the submission into the outbox' } },
    { line: 'pack term --school 014302 --term 114-1 --correction', says: { 'zh-TW': '更正後只提交變動的學生', en: 'after corrections, the students whose rows changed' } },
    { line: 'pack term --school 014302 --term 114-1 --precheck', says: { 'zh-TW': '產出預檢檔', en: 'write the pre-check edition' } },
  ],
  async run(context) {
    if (context.positionals[0] !== 'term') throw new Fault('usage/bad-option', { command: 'pack', detail: `pack ${context.positionals[0] ?? ''} (term)` });
    if (context.options['correction'] === true) return runPackCorrection(context);
    const school = schoolOption(context, 'pack');
    const term = termOption(context, 'pack');
    const edition = context.options['precheck'] === true ? 'precheck' : 'term-submission';
    await using services = await openServices(context);
    const { packed, report } = await withSchool(services, school, async (store) => {
      const { check, files } = await reportTerm(services, store, term, readPolicy(services));
      const outcome = await packTerm(services, store, term, edition, check);
      if (outcome.submission) {
        audit(services, school, `pack/${edition}`, { term, sha256: outcome.sha256 });
        store.accept(outcome.submission);
      }
      return { packed: outcome, report: files };
    }, { hold: true });
    context.progress.end();
    const say = words(context);
    const state = {
      packed: say('已打包', 'packed'), unchanged: say('內容未變，沿用原檔', 'unchanged, the package stands'),
      shut: say('有錯誤，沒有打包', 'errors found, nothing packed'), held: say('等待核可，沒有打包', 'held for approval, nothing packed'),
    }[packed.status];
    context.say(`${school} ${term}: ${state}`);
    if (packed.package) context.say(`  ${packed.package}\n  SHA-256 ${packed.sha256}`);
    for (const roster of packed.rosters) {
      context.say(`  [${roster.rosterType}] ${roster.file}: ${Object.entries(roster.sheets).map(([sheet, rows]) => `${sheet} ${count(rows)}`).join('、')}`);
      if (roster.origin) context.say(`       ${originWords(roster.origin)[context.lang]}`);
    }
    if (!packed.package) context.say(say(`報告：${report.html}`, `Report: ${report.html}`));
    context.result({ status: packed.status, package: packed.package, sha256: packed.sha256, rosters: packed.rosters.map(({ rosterType, file, sheets, origin }) => ({ rosterType, file, sheets, ...(origin ? { origin } : {}) })) });
    if (packed.status === 'unchanged') return EXIT.nothingToDo;
    return packed.status === 'packed' ? EXIT.done : gateExit(packed.status);
  },
});
