/** Options of `receipt`, and reading those that several of its actions share. */
import { Fault } from '../../core/fault.ts';
import { isoDateOf } from '../../receipts/student-key.ts';
import type { Context, OptionDefinition } from '../command.ts';
import { PASSWORD_FILE, SCHOOL, TERM, TODAY } from '../options.ts';

const text = (value: string, zh: string, en: string): OptionDefinition => ({ type: 'string', value, help: { 'zh-TW': zh, en } });
const flag = (zh: string, en: string): OptionDefinition => ({ type: 'boolean', help: { 'zh-TW': zh, en } });

export const OPTIONS: Readonly<Record<string, OptionDefinition>> = {
  school: SCHOOL, term: TERM, today: TODAY,
  'password-file': PASSWORD_FILE,
  'per-student': flag('逐生檔案（一人一檔，沒有 SHA.txt）', 'per-student files, which come without SHA.txt'),
  again: flag('把先前匯入過的舊收訖明細當成最新的', 'take a receipt that was replaced since for the newest'),
  kind: text('KIND', '種類，如「修課紀錄」；未指定時為該學期全部', 'kind, such as "修課紀錄"; all of the term when left out'),
  from: text('DATE', '期間第一天，預設依行事曆，否則今天', 'first day of the window; by the calendar, else today'),
  to: text('DATE', '期間最後一天（含），至少三天；預設依行事曆', 'last day of the window, included, three days at least; by the calendar when left out'),
  student: text('CODE', '核對單上的核對碼', 'the code on the student\'s sheet'),
  file: text('CSV', '多名學生的結果', 'answers of many students'),
  on: text('DATE', '學生表示的日期，預設今天', 'day the student said so, today by default'),
  text: text('TEXT', '疑義內容，或學校的答覆', 'what is doubted, or the school\'s answer'),
  sheet: text('SHEET', '疑義所在的分頁', 'sheet the doubt is about'),
  row: text('N', '分頁裡的筆次（印在核對單上）', 'number of the row within the sheet, as printed'),
  sheets: text('DIR', '同時產出核對單到這個資料夾（含姓名與成績，請妥善保管）', 'write the students\' sheets into this folder too (names and scores in clear, keep it safe)'),
  out: text('DIR', '核對單的資料夾（含姓名與成績，請妥善保管）', 'folder for the sheets (names and scores in clear, keep it safe)'),
  class: text('NAME', '只產出這一班', 'this class only'),
  corrected: flag('資料確實有誤，已在校務系統更正', 'it was wrong and is corrected in the school system'),
};

/** Null when not given. @throws {Fault} `usage/bad-option` */
export function optionalDate(context: Context, name: string): string | null {
  return context.options[name] === undefined ? null : dateOption(context, name, '');
}

/** A date in any of the ways people write one. @throws {Fault} `usage/bad-option` */
export function dateOption(context: Context, name: string, fallback: string): string {
  const value = context.options[name];
  if (value === undefined) return fallback;
  const iso = typeof value === 'string' ? isoDateOf(value) : null;
  if (iso === null) throw new Fault('usage/bad-option', { command: 'receipt', detail: `--${name} ${typeof value === 'string' ? value : 'DATE'}` });
  return iso;
}
