/** Options that several commands share, and reading them strictly. */
import { Fault } from '../core/fault.ts';
import { isSchoolCode } from '../core/school-code.ts';
import { parseTerm } from '../core/term.ts';
import { passwordIn } from '../flows/school-settings.ts';
import type { Context, OptionDefinition } from './command.ts';

export const SCHOOL: OptionDefinition = { type: 'string', value: 'CODE', help: { 'zh-TW': '學校代碼(6 碼)', en: 'school code (6 characters)' } };
export const TERM: OptionDefinition = { type: 'string', value: '114-1', help: { 'zh-TW': '學年度-學期', en: 'school year and term' } };
export const YEAR: OptionDefinition = { type: 'string', value: '114', help: { 'zh-TW': '學年度', en: 'school year (ROC)' } };
export const BATCH: OptionDefinition = { type: 'string', value: '1|2', help: { 'zh-TW': '高三的梯次；未指定時為其他年級', en: 'batch of grade 3; the other grades when left out' } };
export const SYSTEM: OptionDefinition = { type: 'string', value: 'ID', help: { 'zh-TW': '匯出檔案的系統（見 licheng adapters）；未指定時依學校設定或欄名辨認', en: 'system that exported the files (see licheng adapters); else the school\'s setting or the headers tell' } };
export const TODAY: OptionDefinition = { type: 'string', value: 'YYYY-MM-DD', help: { 'zh-TW': '以這一天為「今天」', en: 'take this day for today' } };
export const PASSWORD_FILE: OptionDefinition = { type: 'string', value: 'FILE', help: { 'zh-TW': '壓縮檔密碼所在的檔案', en: 'file that holds the archive password' } };

function bad(command: string, detail: string): Fault {
  return new Fault('usage/bad-option', { command, detail });
}

/** `--school`, which must be there. @throws {Fault} `usage/bad-option` */
export function schoolOption(context: Context, command: string): string {
  const value = context.options['school'];
  if (typeof value !== 'string' || !isSchoolCode(value)) throw bad(command, `--school ${typeof value === 'string' ? value : 'CODE'}`);
  return value;
}

/** `--term`, which must be there. @throws {Fault} `usage/bad-option` */
export function termOption(context: Context, command: string): string {
  const value = context.options['term'];
  if (typeof value !== 'string' || !parseTerm(value)) throw bad(command, `--term ${typeof value === 'string' ? value : '114-1'}`);
  return value;
}

/** Null when not given. */
export function optionalTerm(context: Context, command: string): string | null {
  return context.options['term'] === undefined ? null : termOption(context, command);
}

/** `--year`, which must be there: a ROC school year. @throws {Fault} `usage/bad-option` */
export function yearOption(context: Context, command: string): number {
  const value = context.options['year'];
  if (typeof value !== 'string' || !/^[1-9]\d{1,2}$/.test(value)) throw bad(command, `--year ${typeof value === 'string' ? value : '114'}`);
  return Number(value);
}

/** `--batch`; null when not given. @throws {Fault} `usage/bad-option` */
export function batchOption(context: Context, command: string): 1 | 2 | null {
  const value = context.options['batch'];
  if (value === undefined) return null;
  if (value !== '1' && value !== '2') throw bad(command, `--batch ${String(value)} (1|2)`);
  return value === '1' ? 1 : 2;
}

/** `--system` as the list of what is said; empty when not given. Whether there is such a system is for who uses it. */
export function systemOption(context: Context): readonly string[] {
  const value = context.options['system'];
  return typeof value === 'string' ? [value] : [];
}

/** An option whose text must not be blank. @throws {Fault} `usage/bad-option` */
export function textOption(context: Context, command: string, name: string): string {
  const value = context.options[name];
  if (typeof value !== 'string' || value.trim() === '') throw bad(command, `--${name}`);
  return value;
}

/** A whole number within bounds; `fallback` when not given. */
export function numberOption(context: Context, command: string, name: string, fallback: number, bounds: readonly [number, number]): number {
  const value = context.options[name];
  if (value === undefined) return fallback;
  const number = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
  if (!(number >= bounds[0] && number <= bounds[1])) throw bad(command, `--${name} ${String(value)} (${bounds[0]}–${bounds[1]})`);
  return number;
}

/** What `--password-file` holds, to be spread into what is asked of a flow; nothing when not given. */
export function passwordOption({ options }: Context): { readonly password?: string } {
  const file = options['password-file'];
  return typeof file === 'string' ? { password: passwordIn(file) } : {};
}
