/** `licheng portfolio import`. */
import { basename, resolve } from 'node:path';
import { EXIT, Fault } from '../../core/fault.ts';
import { fileSource } from '../../formats/bytes.ts';
import { writePeople } from '../../flows/portfolio/loss/write-people.ts';
import type { TakeOutcome } from '../../flows/portfolio/take/outcome.ts';
import { takePackage } from '../../flows/portfolio/take/take-package.ts';
import { passwordIn, schoolSettings } from '../../flows/school-settings.ts';
import { problemWords } from '../../flows/portfolio/problem-words.ts';
import type { Context } from '../command.ts';
import { schoolOption, textOption } from '../options.ts';
import { openServices, withSchool } from '../services.ts';
import { count, words } from '../words.ts';
import { sayLoss, sayPackageProblems, shownConflict, shownStudent } from './show.ts';

function sayOutcome(context: Context, outcome: TakeOutcome, dryRun: boolean): void {
  const say = words(context);
  const state = { imported: say('已匯入', 'imported'), unchanged: say('未變動', 'unchanged'), waiting: say('等待名冊', 'waiting for the roster'), refused: say('退回', 'refused') };
  sayPackageProblems(context, outcome.problems);
  for (const student of outcome.students) {
    context.say(`${shownStudent(student)}  ${state[student.status]} · ${say('紀錄', 'records')} ${count(student.items)} · ${say('附件', 'files')} ${count(student.attachments)}`);
    for (const { year, used, limits } of student.used) context.say(say(`    ${year} 學年度各校已提交：課程學習成果 ${used.courseWork}/${limits.courseWork}、多元表現 ${used.performance}/${limits.performance}`, `    ${year}: handed in by all schools: works ${used.courseWork}/${limits.courseWork}, performances ${used.performance}/${limits.performance}`));
    sayPackageProblems(context, student.problems, '    ');
    for (const conflict of student.conflicts) {
      const { id, fields, subject } = shownConflict(conflict, context.lang);
      context.say(`    ≠ ${id} ${subject ?? conflict.existing.record.type}: ${fields.join(say('、', ', '))}`);
    }
  }
  if (outcome.students.some(({ conflicts }) => conflicts.length > 0)) context.say(say('有內容不同的項目，先到的仍有效；核對後以 licheng portfolio resolve 裁定。', 'Some items differ; the earlier versions stand. Compare them, then decide with licheng portfolio resolve.'));
  if (outcome.loss.length > 0) context.say(say('本校系統收不下：', "The school's own system cannot hold:"));
  sayLoss(context, outcome.loss);
  if (outcome.acknowledgement !== null) context.say(say(`回條（請交給原校）：${outcome.acknowledgement}`, `Acknowledgement (give it to the sending school): ${outcome.acknowledgement}`));
  if (dryRun) context.say(say('這是試跑，沒有寫入任何資料。', 'This was a trial; nothing was written.'));
}

/** What needs somebody comes first; waiting needs nobody. */
function exitOf({ status, students, problems }: TakeOutcome): number {
  const wrong = status === 'refused' || students.some(({ status: one, problems: found }) => one === 'refused' || found.some(({ code }) => code === 'portfolio/row-not-read'));
  if (wrong) return EXIT.errorsFound;
  if (students.some(({ conflicts }) => conflicts.length > 0)) return EXIT.held;
  return status === 'unchanged' && problems.length === 0 ? EXIT.nothingToDo : EXIT.done;
}

function changeOption(context: Context): string | null {
  const change = context.options['change'];
  if (change === undefined) return null;
  if (typeof change !== 'string' || !/^\d{3}$/.test(change)) throw new Fault('usage/bad-option', { command: 'portfolio', detail: `--change ${String(change)}` });
  return change;
}

export default async function importPortfolio(context: Context, file?: string): Promise<number> {
  const school = schoolOption(context, 'portfolio');
  if (file === undefined) throw new Fault('usage/bad-option', { command: 'portfolio', detail: 'FILE' });
  const dryRun = context.options['dry-run'] === true;
  const acceptMissing = context.options['accept-missing'] === true ? textOption(context, 'portfolio', 'reason') : null;
  const change = changeOption(context);
  const out = context.options['out'] === undefined ? null : resolve(textOption(context, 'portfolio', 'out'));
  const passwordFile = context.options['password-file'];
  await using source = await fileSource(file);
  await using services = await openServices(context);
  const { outcome, files } = await withSchool(services, school, async (store) => {
    const password = typeof passwordFile === 'string' ? passwordIn(passwordFile) : schoolSettings(services.home, school).portfolioPassword;
    const taken = await takePackage(services, store, source, { file: basename(file), dryRun, acceptMissing, change, act: 'portfolio/import', ...(password === undefined ? {} : { password }) });
    return { outcome: taken, files: out === null || dryRun || taken.package === null ? [] : (await writePeople(services, store, { package: taken.package }, out)).files };
  }, { hold: true });
  context.progress.end();
  sayOutcome(context, outcome, dryRun);
  for (const name of files) context.say(`  ${name}`);
  context.result({
    status: outcome.status, format: outcome.format, package: outcome.package, from: outcome.from,
    students: outcome.students.map((student) => ({
      student: shownStudent(student), status: student.status, items: student.items, attachments: student.attachments, used: student.used,
      conflicts: student.conflicts.map((conflict) => shownConflict(conflict, context.lang)), reasons: student.problems.map((problem) => problemWords(problem, context.lang)),
    })),
    loss: outcome.loss, reasons: outcome.problems.map((problem) => problemWords(problem, context.lang)), acknowledgement: outcome.acknowledgement, dryRun, files,
  });
  return exitOf(outcome);
}
