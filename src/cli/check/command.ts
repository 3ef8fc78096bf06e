import { existsSync } from 'node:fs';
import { textIn } from '../../core/text.ts';
import { gateExit } from '../../flows/check/check.ts';
import { readPolicy } from '../../flows/policy.ts';
import { reportAsked } from '../../flows/year/report-asked.ts';
import { precheckSentence } from '../../report/duties.ts';
import { jsonReport } from '../../report/json.ts';
import { fixOf } from '../../report/message.ts';
import { command } from '../command.ts';
import { history } from './history.ts';
import { BATCH, batchOption, SCHOOL, schoolOption, TERM, termOption, TODAY } from '../options.ts';
import { openServices, withSchool } from '../services.ts';
import { count, words } from '../words.ts';

export default command({
  name: 'check',
  summary: { 'zh-TW': '檢查一校一學期，產出報告', en: "check one school's term and write the report" },
  usage: ['check --school CODE --term 114-1 [--xlsx] [--today YYYY-MM-DD]', 'check --school CODE --term 114-0 [--batch 1|2]', 'check --school CODE --term 114-1 --history'],
  options: {
    school: SCHOOL, term: TERM, batch: BATCH, today: TODAY,
    xlsx: { type: 'boolean', help: { 'zh-TW': '另存 check.xlsx：學校自己的列，加上檢核發現與改法；內容未遮蔽', en: "also write check.xlsx: the school's own rows with findings and remedies; not masked" } },
    history: { type: 'boolean', help: { 'zh-TW': '不檢查，列出歷次檢查：每次消失與新增了哪些問題、何時無錯誤', en: 'check nothing; list every check so far, what went and what came, and when it was clean' } },
  },
  examples: [
    { line: 'check --school 014302 --term 114-1', says: { 'zh-TW': '先更正什麼、為什麼、怎麼改', en: 'what to fix first, why, and how' } },
    { line: 'check --school 014302 --term 114-0', says: { 'zh-TW': '學年的課程學習成果與多元表現（高三另加 --batch）', en: 'works and performances of the year (grade 3 with --batch)' } },
    { line: 'check --school 014302 --term 114-1 --xlsx', says: { 'zh-TW': '有問題的列存成活頁簿，可篩選，交給學校更正', en: 'the rows that need correcting as a workbook to filter and work in' } },
    { line: 'check --school 014302 --term 114-1 --history', says: { 'zh-TW': '歷次檢查，以及預檢與課程代碼比對何時無誤', en: 'every check so far, and when pre-check and comparison were clean' } },
    { line: 'check --school 014302 --term 114-1 --json', says: { 'zh-TW': '給程式讀的結果', en: 'the result for machines' } },
  ],
  async run(context) {
    const school = schoolOption(context, 'check');
    const term = termOption(context, 'check');
    const batch = batchOption(context, 'check');
    if (context.options['history'] === true) return history(context, school, term, batch);
    await using services = await openServices(context);
    const { report, files, faults } = await withSchool(services, school, async (store) => {
      const { check, files: written } = await reportAsked(services, store, term, batch, readPolicy(services), context.options['xlsx'] === true ? context.lang : null);
      return { ...check, files: written };
    }, { hold: true });
    for (const fault of faults) services.log.error(fault.code, fault.params);
    context.progress.end();
    const say = words(context);
    const { errors, warnings, infos } = report.summary;
    const gate = { open: say('可以提交', 'ready to submit'), shut: say('尚不能提交', 'not ready to submit'), held: say('等待核可', 'held for approval') }[report.gate];
    context.say(say(
      `${report.schoolName ?? ''} ${school} ${term}：${gate}。錯誤 ${count(errors)}、提醒 ${count(warnings)}、說明 ${count(infos)}。`,
      `${report.schoolName ?? ''} ${school} ${term}: ${gate}. ${count(errors)} errors, ${count(warnings)} warnings, ${count(infos)} remarks.`,
    ));
    if (report.changes) {
      const [came, went] = (['came', 'went'] as const).map((of) => report.changes!.rules.reduce((sum, change) => sum + change[of], 0));
      context.say(say(`  與 ${report.changes.since.today} 的檢查相比：消失 ${count(went!)}、新增 ${count(came!)}`, `  Since the check of ${report.changes.since.today}: ${count(went!)} went, ${count(came!)} came`));
    }
    if (report.duties) context.say(`  ${precheckSentence(report.duties.precheck)[context.lang]}`);
    for (const line of report.rules.slice(0, 10)) {
      const text = report.texts[line.rule];
      context.say(`  ${count(line.count).padStart(7)} × ${text ? textIn(context.lang, text.title) : line.rule} [${line.rule}]`);
      const sample = report.findings.find((finding) => finding.rule === line.rule);
      if (text && line.severity === 'error') context.say(`            → ${sample ? fixOf(sample, report.texts)[context.lang] : text.fix[context.lang]}`);
    }
    context.say(say(`報告：${files.html}`, `Report: ${files.html}`));
    if (existsSync(files.workbook)) context.say(say(`活頁簿：${files.workbook}（未遮蔽，僅供學校）`, `Workbook: ${files.workbook} (not masked, for the school only)`));
    context.result(jsonReport(report, context.lang));
    return gateExit(report.gate);
  },
});
