/** `receipt confirm`: one student's agreement, or a file with the answers of many. */
import { EXIT, Fault } from '../../core/fault.ts';
import { isProblem, type Problem } from '../../core/problem.ts';
import { answered, keepAct, type Said } from '../../flows/receive/act.ts';
import { receiptKinds } from '../../flows/receive/kinds.ts';
import { lineCalled, linesOf, titleOf } from '../../flows/receive/lines.ts';
import { writeReceiptReport } from '../../flows/receive/report.ts';
import type { Services } from '../../flows/services.ts';
import type { LineRecord } from '../../flows/receive/shelves.ts';
import { studentByCode } from '../../flows/receive/students.ts';
import { takeAnswers } from '../../flows/receive/take-answers.ts';
import type { SchoolStore } from '../../store/port.ts';
import type { Context } from '../command.ts';
import { termOption, textOption } from '../options.ts';
import { sayProblems, shownProblem } from '../problem-text.ts';
import { count, words } from '../words.ts';
import type { Action } from './action.ts';
import { dateOption } from './options.ts';
import { refuse } from './refuse.ts';
import { showStatus } from './status.ts';

/** Lines the student has, or the one that is named. */
function linesAsked(context: Context, services: Services, store: SchoolStore, term: string, code: string): readonly LineRecord[] | Problem {
  const kinds = receiptKinds(services.home.path);
  const { kind } = context.options;
  if (typeof kind !== 'string') return linesOf(store, kinds, term).filter((line) => studentByCode(store, line, code) !== null);
  const line = lineCalled(store, kinds, term, kind);
  return isProblem(line) ? line : [line];
}

/** Takes one student's answer on each line asked: all of them or none. */
export function oneStudent(context: Context, services: Services, store: SchoolStore, act: string, said: Said): number {
  const term = termOption(context, 'receipt');
  const code = textOption(context, 'receipt', 'student');
  const on = dateOption(context, 'on', services.today);
  const asked = linesAsked(context, services, store, term, code);
  if (isProblem(asked)) return refuse(context, [asked]);
  const outcomes = asked.map((line) => {
    const found = studentByCode(store, line, code);
    const kind = titleOf(receiptKinds(services.home.path), line)['zh-TW'];
    return { line, found, acted: found ? answered(services, line, found, said, on, true) : { code: 'confirmation/no-student', params: { kind, student: code } } };
  });
  const problems = outcomes.map(({ acted }) => acted).filter(isProblem);
  if (outcomes.length === 0) problems.push({ code: 'confirmation/no-student', params: { kind: term, student: code } });
  if (problems.length > 0) return refuse(context, problems);
  let changed = 0;
  for (const { line, found, acted } of outcomes) {
    if (isProblem(acted) || !found) continue;
    keepAct(services, store, act, line, found.ref, acted);
    changed += acted.changed;
  }
  const exit = showStatus(context, services, store, term, { status: changed > 0 ? 'kept' : 'unchanged' });
  return changed > 0 ? exit : EXIT.nothingToDo;
}

async function manyStudents(context: Context, services: Services, store: SchoolStore, file: string): Promise<number> {
  const { kind } = context.options;
  const taken = await takeAnswers(services, store, file, { term: termOption(context, 'receipt'), kind: typeof kind === 'string' ? kind : null, on: dateOption(context, 'on', services.today) });
  const { rejected, ...counts } = taken;
  if (counts.confirmed + counts.objected > 0) await writeReceiptReport(services, store, termOption(context, 'receipt'));
  const say = words(context);
  context.say(say(
    `讀取 ${count(counts.read)} 列：確認 ${count(counts.confirmed)} · 疑義 ${count(counts.objected)} · 已登記過 ${count(counts.unchanged)} · 未填 ${count(counts.blank)} · 退回 ${count(rejected.length)}`,
    `Read ${count(counts.read)} rows: confirmed ${count(counts.confirmed)} · objected ${count(counts.objected)} · there before ${count(counts.unchanged)} · blank ${count(counts.blank)} · rejected ${count(rejected.length)}`,
  ));
  const shown = rejected.map((problem) => shownProblem(problem, context.lang));
  sayProblems(context, shown);
  context.result({ status: 'taken', ...counts, rejected: shown });
  if (rejected.length > 0) return EXIT.errorsFound;
  return counts.confirmed + counts.objected > 0 ? EXIT.done : EXIT.nothingToDo;
}

export const confirm: Action = {
  changes: true,
  async run(context, services, store) {
    const { file, student } = context.options;
    if (typeof file === 'string' && student === undefined) return manyStudents(context, services, store, file);
    if (file !== undefined) throw new Fault('usage/bad-option', { command: 'receipt', detail: '--file --student' });
    return oneStudent(context, services, store, 'receipt/confirm', { right: true });
  },
};
