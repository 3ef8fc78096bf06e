/** Help texts, drawn from the commands themselves. */
import type { Lang } from '../core/text.ts';
import { COMMON_OPTIONS, type Command, type OptionDefinition } from './command.ts';
import { COMMANDS } from './commands.ts';

const WORDS = {
  'zh-TW': { usage: '用法', commands: '指令', options: '選項', examples: '範例', exit: '結束碼', more: '各指令的說明：licheng <指令> --help', codes: '0 完成 · 2 有錯誤，不放行 · 3 等待核可 · 4 程式或機器故障 · 64 用法錯誤 · 75 忙碌，稍後再試 · 99 沒有要做的事', tagline: '學生學習歷程檔案的資料交換與批次處理' },
  en: { usage: 'Usage', commands: 'Commands', options: 'Options', examples: 'Examples', exit: 'Exit codes', more: 'Help for a command: licheng <command> --help', codes: '0 done · 2 errors found, gate shut · 3 held for approval · 4 fault · 64 wrong usage · 75 busy, try later · 99 nothing to do', tagline: 'data exchange and batch ETL for student learning portfolios' },
} as const;

/** `--name VALUE` column and its help, aligned. */
function optionLines(options: Readonly<Record<string, OptionDefinition>>, lang: Lang): string[] {
  const names = Object.entries(options).map(([name, option]) => [`--${name}${option.value ? ` ${option.value}` : ''}`, option.help[lang]] as const);
  const wide = Math.max(...names.map(([left]) => left.length));
  return names.map(([left, help]) => `  ${left.padEnd(wide)}  ${help}`);
}

/** All commands, one line each. */
export async function mainHelp(lang: Lang): Promise<string> {
  const words = WORDS[lang];
  const wide = Math.max(...Object.keys(COMMANDS).map((name) => name.length));
  const lines = await Promise.all(Object.entries(COMMANDS).map(async ([name, load]) => `  ${name.padEnd(wide)}  ${(await load()).default.summary[lang]}`));
  return [
    `licheng 歷程： ${words.tagline}`, '',
    `${words.usage}: licheng <${lang === 'en' ? 'command' : '指令'}> [--home DIR] [--json] [--lang zh-TW|en]`, '',
    `${words.commands}:`, ...lines, '', words.more, `${words.exit}: ${words.codes}`, '',
  ].join('\n');
}

/** One command: usage, options, examples, exit codes. */
export function commandHelp(definition: Command, lang: Lang): string {
  const words = WORDS[lang];
  return [
    `licheng ${definition.name}: ${definition.summary[lang]}`, '',
    `${words.usage}:`, ...definition.usage.map((line) => `  licheng ${line}`), '',
    `${words.options}:`, ...optionLines({ ...definition.options, ...COMMON_OPTIONS }, lang), '',
    `${words.examples}:`, ...definition.examples.flatMap((example) => [`  licheng ${example.line}`, `      ${example.says[lang]}`]), '',
    `${words.exit}: ${words.codes}`, '',
  ].join('\n');
}
