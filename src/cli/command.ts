/** What a command is: words, options, examples, and the work. */
import type { ParseArgsConfig } from 'node:util';
import type { Bilingual } from '../core/problem.ts';
import type { Lang } from '../core/text.ts';
import type { Clock } from '../observe/clock.ts';
import type { Progress } from '../observe/progress.ts';

export interface OptionDefinition {
  readonly type: 'string' | 'boolean';
  readonly multiple?: boolean;
  /** What stands after the option in the help, e.g. `CODE`. */
  readonly value?: string;
  readonly help: Bilingual;
}

/** What a command works with; nothing in `src/cli/<command>/` touches process, console or clock directly. */
export interface Context {
  readonly lang: Lang;
  readonly json: boolean;
  readonly clock: Clock;
  readonly progress: Progress;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Working data: `--home`, then `LICHENG_HOME`, then the user's data folder. */
  readonly home: string;
  readonly options: Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
  readonly positionals: readonly string[];
  /** A line for people on stdout; nothing when `--json` is given. */
  say(line?: string): void;
  /** A line on stderr, for people, in either mode. */
  note(line: string): void;
  /** The command's result for machines; printed only with `--json`. */
  result(value: unknown): void;
  /** Resolves when the program is asked to stop. */
  readonly stopped: Promise<void>;
}

export interface Command {
  readonly name: string;
  readonly summary: Bilingual;
  /** Synopsis lines without the leading `licheng`. */
  readonly usage: readonly string[];
  /** How many arguments beside options it takes; none when left out. */
  readonly takes?: number;
  readonly options: Readonly<Record<string, OptionDefinition>>;
  readonly examples: readonly { readonly line: string; readonly says: Bilingual }[];
  /** Returns the exit code. */
  run(context: Context): Promise<number>;
}

/** Keeps a command's literal type checked. */
export function command(definition: Command): Command {
  return definition;
}

/** Options every command understands. */
export const COMMON_OPTIONS: Readonly<Record<string, OptionDefinition>> = {
  home: { type: 'string', value: 'DIR', help: { 'zh-TW': '工作資料夾(預設 LICHENG_HOME)', en: 'working folder (default LICHENG_HOME)' } },
  json: { type: 'boolean', help: { 'zh-TW': '輸出 JSON 給程式讀', en: 'print JSON for machines' } },
  lang: { type: 'string', value: 'zh-TW|en', help: { 'zh-TW': '訊息語言', en: 'language of messages' } },
  help: { type: 'boolean', help: { 'zh-TW': '顯示這個說明', en: 'show this help' } },
};

/** The command's options, with the common ones, as `parseArgs` takes them. */
export function parseConfig(definition: Command): ParseArgsConfig {
  const options: NonNullable<ParseArgsConfig['options']> = {};
  for (const [name, option] of Object.entries({ ...COMMON_OPTIONS, ...definition.options })) {
    options[name] = option.multiple ? { type: option.type, multiple: true } : { type: option.type };
  }
  return { options, allowPositionals: true, strict: true };
}
