/** `pack term --correction`: what changed since a submission, and nothing else. */
import { EXIT, Fault } from '../../core/fault.ts';
import { audit } from '../../flows/audit.ts';
import { gateExit } from '../../flows/check/check.ts';
import { readPolicy } from '../../flows/policy.ts';
import { lastAnswered } from '../../flows/receive/answered-to.ts';
import { markResubmitted } from '../../flows/receive/resubmitted.ts';
import { reportTerm } from '../../flows/reports.ts';
import type { Services } from '../../flows/services.ts';
import { type CorrectionOutcome, packCorrection } from '../../flows/submit/pack-correction.ts';
import type { PastSubmission, SchoolStore } from '../../store/port.ts';
import type { Context } from '../command.ts';
import { schoolOption, termOption } from '../options.ts';
import { openServices, withSchool } from '../services.ts';
import { count, words } from '../words.ts';

/** The submission that is named, else the newest the central database has answered to, else the last that was packed. */
function baseOf(context: Context, store: SchoolStore, term: string): PastSubmission {
  const all = store.submissions({ term, edition: 'term-submission' });
  const asked = context.options['corrects'];
  const base = asked === undefined ? lastAnswered(store, term, 'term-submission') ?? all.at(-1) : all.find(({ number }) => String(number) === asked);
  if (!base) throw new Fault('record/not-found', { what: asked === undefined ? `${term} term-submission` : `--corrects ${String(asked)} (${all.map(({ number }) => number).join(' ')})` });
  return base;
}

/** Accepts the correction, then marks what students were promised: cut off between the two, the next run does the rest. */
async function accept(services: Services, store: SchoolStore, term: string, outcome: CorrectionOutcome): Promise<number> {
  if (outcome.submission) {
    audit(services, store.school, 'pack/correction', { term, corrects: outcome.corrects, sha256: outcome.sha256, students: outcome.students.size, removed: outcome.removed });
    store.accept(outcome.submission);
  }
  const number = store.submissions({ term, edition: 'term-submission' }).findLast(({ sha256 }) => sha256 === outcome.sha256)?.number;
  return number === undefined ? 0 : markResubmitted(store, term, number, outcome.students);
}

/** Returns the exit code. */
export async function runPackCorrection(context: Context): Promise<number> {
  const school = schoolOption(context, 'pack');
  const term = termOption(context, 'pack');
  if (context.options['precheck'] === true) throw new Fault('usage/bad-option', { command: 'pack', detail: '--correction --precheck' });
  await using services = await openServices(context);
  const { outcome, waiting, report } = await withSchool(services, school, async (store) => {
    const base = baseOf(context, store, term);
    const { check, files } = await reportTerm(services, store, term, readPolicy(services));
    const packed = await packCorrection(services, store, term, base, check);
    return { outcome: packed, waiting: await accept(services, store, term, packed), report: files };
  }, { hold: true });
  context.progress.end();
  const say = words(context);
  const { status, corrects, students, removed } = outcome;
  const state = {
    packed: say(`已打包對第 ${corrects} 次提交的更正：${count(students.size)} 名學生`, `packed a correction of submission ${corrects}: ${count(students.size)} students`),
    unchanged: say(`與第 ${corrects} 次提交相比沒有新的變動`, `nothing new since submission ${corrects}`),
    shut: say('有錯誤，沒有打包', 'errors found, nothing packed'), held: say('等待核可，沒有打包', 'held for approval, nothing packed'),
  }[status];
  context.say(`${school} ${term}: ${state}`);
  if (outcome.package) context.say(`  ${outcome.package}\n  SHA-256 ${outcome.sha256}`);
  for (const { rosterType, file, sheets } of outcome.rosters) context.say(`  [${rosterType}] ${file}: ${Object.entries(sheets).map(([sheet, rows]) => `${sheet} ${count(rows)}`).join('、')}`);
  if (removed > 0) context.say(say(`  另有 ${count(removed)} 名學生的分頁已無任何紀錄，列在 submission.json；請依國教署程序申請刪除。`, `  ${count(removed)} sheets of students have no row left; submission.json lists them, ask for their removal as the ministry prescribes.`));
  if (waiting > 0) context.say(say(`  ${count(waiting)} 名學生的更正等待新的收訖明細`, `  corrections of ${count(waiting)} students wait for the next receipt`));
  if (status === 'shut' || status === 'held') context.say(say(`報告：${report.html}`, `Report: ${report.html}`));
  context.result({
    status, package: outcome.package, sha256: outcome.sha256, corrects, students: students.size, removed, waiting,
    rosters: outcome.rosters.map(({ rosterType, file, sheets }) => ({ rosterType, file, sheets })),
  });
  if (status === 'unchanged') return EXIT.nothingToDo;
  return status === 'packed' ? EXIT.done : gateExit(status);
}
