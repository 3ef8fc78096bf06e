/** `pack term --correction` and `pack year --correction`: what changed since a submission, and nothing else. */
import { Fault } from '../../core/fault.ts';
import { audit } from '../../flows/audit.ts';
import { readPolicy } from '../../flows/policy.ts';
import { lastAnswered } from '../../flows/receive/answered-to.ts';
import { markResubmitted } from '../../flows/receive/resubmitted.ts';
import { unreceived } from '../../flows/receive/unreceived.ts';
import { reportCheck, type ReportFiles, reportTerm } from '../../flows/reports.ts';
import type { Services } from '../../flows/services.ts';
import type { Resent } from '../../flows/submit/correction.ts';
import { packCorrection } from '../../flows/submit/pack-correction.ts';
import { checkYear } from '../../flows/year/check.ts';
import { acceptYear, packYear } from '../../flows/year/pack.ts';
import { yearPlan } from '../../flows/year/scope.ts';
import type { PastSubmission, SchoolStore, SubmissionInfo, SubmissionPart } from '../../store/port.ts';
import type { Context } from '../command.ts';
import { batchOption, schoolOption, termOption, yearOption } from '../options.ts';
import { openServices, withSchool } from '../services.ts';
import { count, words } from '../words.ts';
import { packExit, partLines, partValues, rosterLines } from './say.ts';

/** The submission that is named, else the newest the central database has answered to, else the last that was packed. */
function baseOf(context: Context, store: SchoolStore, term: string, edition: string): PastSubmission {
  const all = store.submissions({ term, edition });
  const asked = context.options['corrects'];
  const base = asked === undefined ? lastAnswered(store, term, edition) ?? all.at(-1) : all.find(({ number }) => String(number) === asked);
  if (!base) throw new Fault('record/not-found', { what: asked === undefined ? `${term} ${edition}` : `--corrects ${String(asked)} (${all.map(({ number }) => number).join(' ')})` });
  return base;
}

/** With `--resend`, what the newest receipts lack goes in too. */
function resentBy(context: Context, services: Services, store: SchoolStore, base: PastSubmission): Promise<Resent | undefined> {
  return context.options['resend'] === true ? unreceived(services, store, base) : Promise.resolve(undefined);
}

interface Corrected {
  readonly status: 'packed' | 'shut' | 'held' | 'unchanged';
  readonly corrects: number;
  readonly students: ReadonlySet<string>;
  readonly removed: number;
  readonly rosters: SubmissionInfo['rosters'];
  /** Null when nothing was packed. */
  readonly submission: SubmissionInfo | null;
}

interface Done {
  readonly corrected: Corrected;
  /** Students whose promised corrections wait for the next receipt. */
  readonly waiting: number;
  readonly report: ReportFiles;
}

function auditCorrection(services: Services, store: SchoolStore, term: string, { submission, corrects, students, removed }: Corrected): void {
  if (submission) audit(services, store.school, 'pack/correction', { term, corrects, sha256: submission.sha256, students: students.size, removed });
}

/** Marks what students were promised, once the correction is accepted: cut off between the two, the next run does the rest. */
async function waitingFor(services: Services, store: SchoolStore, { term, edition }: Pick<PastSubmission, 'term' | 'edition'>, sha256: string | undefined, students: ReadonlySet<string>): Promise<number> {
  const accepted = store.submissions({ term, edition }).findLast((one) => one.sha256 === sha256);
  return accepted === undefined ? 0 : markResubmitted(services, store, accepted, students);
}

/** Says what came of it; returns the exit code. */
function finish(context: Context, name: string, { corrected, waiting, report }: Done, packages: () => void, value: object): number {
  context.progress.end();
  const say = words(context);
  const { status, corrects, students, removed, rosters } = corrected;
  const state = {
    packed: say(`已打包對第 ${corrects} 次提交的更正：${count(students.size)} 名學生`, `packed a correction of submission ${corrects}: ${count(students.size)} students`),
    unchanged: say(`與第 ${corrects} 次提交相比沒有新的變動`, `nothing new since submission ${corrects}`),
    shut: say('有錯誤，沒有打包', 'errors found, nothing packed'), held: say('等待核可，沒有打包', 'held for approval, nothing packed'),
  }[status];
  context.say(say(`${name}：${state}`, `${name}: ${state}`));
  packages();
  rosterLines(context, rosters);
  if (removed > 0) context.say(say(`  另有 ${count(removed)} 名學生的分頁已無任何紀錄，列在 submission.json；請依國教署程序申請刪除。`, `  ${count(removed)} sheets of students have no row left; submission.json lists them, ask for their removal as the ministry prescribes.`));
  if (waiting > 0) context.say(say(`  ${count(waiting)} 名學生的更正等待新的收訖明細`, `  corrections of ${count(waiting)} students wait for the next receipt`));
  if (status === 'shut' || status === 'held') context.say(say(`報告：${report.html}`, `Report: ${report.html}`));
  context.result({
    status, ...value, corrects, students: students.size, removed, waiting,
    rosters: rosters.map(({ rosterType, file, sheets }) => ({ rosterType, file, sheets })),
  });
  return packExit(status);
}

/** Returns the exit code. */
export async function runTermCorrection(context: Context): Promise<number> {
  const school = schoolOption(context, 'pack');
  const term = termOption(context, 'pack');
  if (context.options['precheck'] === true) throw new Fault('usage/bad-option', { command: 'pack', detail: '--correction --precheck' });
  await using services = await openServices(context);
  const done = await withSchool(services, school, async (store) => {
    const base = baseOf(context, store, term, 'term-submission');
    const { check, files } = await reportTerm(services, store, term, readPolicy(services));
    const corrected = await packCorrection(services, store, term, base, check, await resentBy(context, services, store, base));
    auditCorrection(services, store, term, corrected);
    if (corrected.submission) store.accept(corrected.submission);
    return { corrected, waiting: await waitingFor(services, store, base, corrected.sha256 ?? undefined, corrected.students), report: files };
  }, { hold: true });
  const { package: path, sha256 } = done.corrected;
  return finish(context, `${school} ${term}`, done, () => {
    if (path) context.say(`  ${path}\n  SHA-256 ${sha256}`);
  }, { package: path, sha256 });
}

/** Returns the exit code. */
export async function runYearCorrection(context: Context): Promise<number> {
  const school = schoolOption(context, 'pack');
  const year = yearOption(context, 'pack');
  const batch = batchOption(context, 'pack');
  await using services = await openServices(context);
  const done = await withSchool(services, school, async (store) => {
    const policy = readPolicy(services);
    const plan = yearPlan(services, year, batch, policy);
    const term = `${year}-0`;
    const base = baseOf(context, store, term, plan.edition.edition);
    const { check, files } = await reportCheck(services, store, (notes) => checkYear(services, store, plan, policy, notes));
    const packed = await packYear(services, store, plan, check, base, await resentBy(context, services, store, base));
    const corrected = { ...packed, status: packed.status === 'empty' ? 'unchanged' as const : packed.status, corrects: base.number, students: packed.changed };
    auditCorrection(services, store, term, corrected);
    acceptYear(store, year, packed);
    return { corrected, waiting: await waitingFor(services, store, base, packed.parts[0]?.sha256, packed.changed), report: files };
  }, { hold: true });
  const parts: readonly SubmissionPart[] = done.corrected.parts;
  return finish(context, `${school} ${words(context)(`${year} 學年度`, `school year ${year}`)}`, done, () => partLines(context, parts), { parts: partValues(parts) });
}
