import { Fault } from '../../core/fault.ts';
import { ProblemError } from '../../core/problem.ts';
import { command } from '../command.ts';
import { schoolOption } from '../options.ts';
import { openServices, withSchool } from '../services.ts';
import type { Action } from './action.ts';
import { answer } from './answer.ts';
import { close } from './close.ts';
import { confirm } from './confirm.ts';
import { importReceipt } from './import.ts';
import { object } from './object.ts';
import { objections } from './objections.ts';
import { open } from './open.ts';
import { OPTIONS } from './options.ts';
import { refuse } from './refuse.ts';
import { sheets } from './sheets.ts';
import { status } from './status.ts';

const ACTIONS: Readonly<Record<string, Action>> = { import: importReceipt, status, open, sheets, confirm, object, objections, answer, close };

export default command({
  name: 'receipt',
  summary: { 'zh-TW': '收訖明細：匯入、比對、學生確認與疑義', en: 'receipts: import, compare, confirmations and objections of students' },
  usage: [
    'receipt import FILE --school CODE --term 114-1 [--password-file F] [--per-student] [--again]',
    'receipt status --school CODE [--term 114-1]',
    'receipt open --school CODE --term 114-1 [--kind KIND] [--from DATE] [--to DATE] [--sheets DIR]',
    'receipt sheets --school CODE --term 114-1 --out DIR [--kind KIND] [--class NAME]',
    'receipt confirm --school CODE --term 114-1 [--kind KIND] --student CODE|--file CSV [--on DATE]',
    'receipt object --school CODE --term 114-1 --kind KIND --student CODE --text TEXT [--sheet SHEET --row N] [--on DATE]',
    'receipt objections --school CODE [--term 114-1]',
    'receipt answer ID --school CODE --text TEXT [--corrected]',
    'receipt close --school CODE [--term 114-1] [--kind KIND]',
  ],
  takes: 2,
  options: OPTIONS,
  examples: [
    { line: 'receipt import 收訖明細.zip --school 014302 --term 114-1 --password-file pw.txt', says: { 'zh-TW': '匯入並與當時提交的名冊比對', en: 'take it in and compare it with what was submitted' } },
    { line: 'receipt open --school 014302 --term 114-1 --to 2026-03-06', says: { 'zh-TW': '公告確認期間，從今天起到這一天', en: 'announce the window, from today to this day' } },
    { line: 'receipt sheets --school 014302 --term 114-1 --out 核對單/', says: { 'zh-TW': '各班與各生的核對單、確認名單；含姓名與成績，只寫到指定的資料夾', en: 'sheets of classes and students and lists to fill in; names and scores in clear, in this folder only' } },
    { line: 'receipt confirm --school 014302 --term 114-1 --file 確認名單.csv', says: { 'zh-TW': '匯入各班收回的結果', en: 'take in the answers a class has given' } },
    { line: 'receipt object --school 014302 --term 114-1 --kind 修課紀錄 --student 3FA9-C2D1 --text 少一科體育', says: { 'zh-TW': '登記一名學生的疑義，三天內要答覆', en: "enter one student's objection, to be answered within three days" } },
    { line: 'receipt answer 114-1.course-record.3fa9c2d1.1 --school 014302 --text 已補登 --corrected', says: { 'zh-TW': '查證後確實有誤，已更正', en: 'it was wrong indeed, and is corrected' } },
  ],
  async run(context) {
    const [name = 'status', ...rest] = context.positionals;
    const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
    if (!action) throw new Fault('usage/bad-option', { command: 'receipt', detail: name });
    const school = schoolOption(context, 'receipt');
    await using services = await openServices(context);
    return withSchool(services, school, async (store) => {
      try {
        return await action.run(context, services, store, rest);
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        return refuse(context, [error.problem]);
      }
    }, { hold: action.changes });
  },
});
