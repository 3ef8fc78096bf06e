import { EXIT, Fault } from '../../core/fault.ts';
import type { SchoolNight } from '../../flows/night/outcome.ts';
import type { NightRun } from '../../flows/night/run.ts';
import { comparisonSentence } from '../../report/duties.ts';
import { COMPARISON_OPEN, type ComparisonState } from '../../report/duties-model.ts';
import { command, type Context } from '../command.ts';
import { showFault } from '../fault-text.ts';
import { SCHOOL, schoolOption, TODAY } from '../options.ts';
import { openServices } from '../services.ts';
import { count, words } from '../words.ts';
import { nightOf } from './night.ts';

/** States of the comparison worth a line of their own in the morning. */
const COMPARISON_SAID: readonly ComparisonState[] = [...COMPARISON_OPEN, 'clean'];

/** The worst state decides: a fault before a school to be tried again before errors before a hold. */
export function nightExit(run: NightRun): number {
  const has = (status: SchoolNight['status']): boolean => run.schools.some((night) => night.status === status);
  if (has('fault')) return EXIT.fault;
  if (has('busy')) return EXIT.busy;
  if (run.run === null) return EXIT.nothingToDo;
  return has('shut') ? EXIT.errorsFound : has('held') ? EXIT.held : EXIT.done;
}

/** The night for people: a line a school, then where the report is. */
export function sayNight(context: Context, run: NightRun): void {
  const say = words(context);
  if (run.run === null) {
    if (!run.schools.some((night) => night.status === 'busy')) context.say(say('沒有要做的事。', 'Nothing to do.'));
    else for (const night of run.schools.filter(({ status }) => status === 'busy')) context.say(`${night.school}  ${say('其他程序處理中，稍後再試', 'in use by another process, try later')}`);
    return;
  }
  const state: Record<SchoolNight['status'], string> = {
    packed: say('已打包', 'packed'), shut: say('有錯誤待更正', 'errors to correct'), held: say('等待核可', 'held for approval'),
    imported: say('已讀入', 'imported'), unchanged: say('未變動', 'unchanged'),
    busy: say('其他程序處理中，稍後再試', 'in use by another process, try later'), fault: say('程式故障', 'fault'),
  };
  const move = { school: say('學校', 'school'), vendor: say('廠商', 'vendor'), 'data-centre': say('資訊中心', 'data centre'), operator: say('維運', 'operator'), none: '–' };
  for (const night of run.schools) {
    context.say(`${night.school}  ${state[night.status]} · ${say('讀入', 'imported')} ${count(night.imported)} · ${say('退回', 'rejected')} ${count(night.rejected)} · ${say('錯誤', 'errors')} ${count(night.findings.errors)} · ${say('提醒', 'warnings')} ${count(night.findings.warnings)} · ${say('輪到：', 'next move: ')}${move[night.whoseMove]}`);
    if (night.comparison && COMPARISON_SAID.includes(night.comparison.state)) context.say(`        ${comparisonSentence(night.comparison)[context.lang]}`);
    const fault = run.faults.get(night.school);
    if (fault) for (const line of showFault(fault, context.lang, false).text.split('\n')) context.say(`        ${line}`);
    for (const path of night.packages) context.say(`        ${path}`);
  }
  context.say(say(`區域報告：${run.report}`, `District report: ${run.report}`));
}

export default command({
  name: 'run',
  summary: { 'zh-TW': '跑一晚：各校收檔、檢查、打包', en: 'run one night: intake, check and pack for every school' },
  usage: ['run [--school CODE]'],
  options: { school: SCHOOL, today: TODAY },
  examples: [
    { line: 'run --home /srv/licheng', says: { 'zh-TW': '所有學校', en: 'all schools' } },
    { line: 'run --school 014302 --json', says: { 'zh-TW': '只跑一校，輸出 JSON', en: 'one school, JSON out' } },
  ],
  async run(context) {
    const only = context.options['school'] === undefined ? null : schoolOption(context, 'run');
    await using services = await openServices(context);
    const schools = services.home.schools();
    if (only !== null && !schools.includes(only)) throw new Fault('record/not-found', { what: only });
    const run = await nightOf(context, services, only === null ? schools : [only]);
    context.progress.end();
    sayNight(context, run);
    context.result({
      run: run.run,
      schools: run.schools.map(({ school, status, imported, rejected, findings, packages, whoseMove, comparison }) => ({
        school, status, imported, rejected, findings: findings.errors + findings.warnings + findings.infos, bySeverity: findings, packages, whoseMove, comparison,
      })),
    });
    return nightExit(run);
  },
});
