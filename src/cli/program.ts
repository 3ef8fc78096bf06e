/** The command line: finds the command, parses its options, and turns the outcome into an exit code. */
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { EXIT, Fault } from '../core/fault.ts';
import type { Lang } from '../core/text.ts';
import { systemClock } from '../observe/clock.ts';
import { terminalProgress } from '../observe/progress.ts';
import { type Command, type Context, parseConfig } from './command.ts';
import { COMMANDS } from './commands.ts';
import { showFault } from './fault-text.ts';
import { commandHelp, mainHelp } from './help.ts';
import { programVersion } from './version.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** `--lang` wins, then the environment's locale; anything but a Chinese locale means English. */
function languageOf(args: readonly string[], env: Env): Lang {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const asked = at < 0 ? undefined : args[at]?.includes('=') ? args[at]?.slice('--lang='.length) : args[at + 1];
  if (asked === 'zh-TW' || asked === 'en') return asked;
  if (asked !== undefined) throw new Fault('usage/bad-option', { command: args[0] ?? '', detail: `--lang ${asked}` });
  const locale = env['LICHENG_LANG'] ?? env['LC_ALL'] ?? env['LC_MESSAGES'] ?? env['LANG'] ?? '';
  return /^zh/i.test(locale) ? 'zh-TW' : 'en';
}

function homeOf(option: unknown, env: Env): string {
  if (typeof option === 'string' && option) return resolve(option);
  if (env['LICHENG_HOME']) return resolve(env['LICHENG_HOME']);
  return join(env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'licheng');
}

async function findCommand(name: string): Promise<Command> {
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!load) throw new Fault('usage/unknown-command', { command: name });
  return (await load()).default;
}

function parse(definition: Command, args: readonly string[]): { values: Record<string, unknown>; positionals: string[] } {
  try {
    return parseArgs({ ...parseConfig(definition), args: [...args] }) as { values: Record<string, unknown>; positionals: string[] };
  } catch (error) {
    throw new Fault('usage/bad-option', { command: definition.name, detail: (error as Error).message });
  }
}

/** Resolves at the first SIGINT or SIGTERM; a second one ends the process the hard way, by the default handler. */
function stopSignal(): Promise<void> {
  return new Promise((resolveStop) => {
    process.once('SIGINT', () => resolveStop());
    process.once('SIGTERM', () => resolveStop());
  });
}

async function dispatch(args: readonly string[], lang: Lang, env: Env): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === 'help') {
    process.stdout.write(await mainHelp(lang));
    return name === undefined ? EXIT.usage : EXIT.done;
  }
  if (name === '--version') {
    process.stdout.write(`licheng ${programVersion()}\n`);
    return EXIT.done;
  }
  const definition = await findCommand(name);
  if (rest.includes('--help')) {
    process.stdout.write(commandHelp(definition, lang));
    return EXIT.done;
  }
  const { values, positionals } = parse(definition, rest);
  const surplus = positionals[definition.takes ?? 0];
  if (surplus !== undefined) throw new Fault('usage/bad-option', { command: name, detail: surplus });
  const json = values['json'] === true;
  const progress = terminalProgress(process.stderr, systemClock);
  let stop: Promise<void> | undefined;
  const context: Context = {
    lang, json, clock: systemClock, progress, env, home: homeOf(values['home'], env), positionals,
    options: values as Context['options'],
    say: (line = '') => { if (!json) process.stdout.write(`${line}\n`); },
    note: (line) => { progress.end(); process.stderr.write(`${line}\n`); },
    result: (value) => { if (json) process.stdout.write(`${JSON.stringify(value)}\n`); },
    get stopped() { return (stop ??= stopSignal()); },
  };
  try {
    return await definition.run(context);
  } finally {
    progress.end();
  }
}

/** Runs one command line and returns the exit code; output goes to the process's streams. */
export async function main(args: readonly string[], env: Env): Promise<number> {
  let lang: Lang = 'en';
  try {
    lang = languageOf([], env);
    lang = languageOf(args, env);
    return await dispatch(args, lang, env);
  } catch (error) {
    const shown = showFault(error, lang, env['LICHENG_DEBUG'] === '1');
    if (args.includes('--json')) process.stdout.write(`${JSON.stringify(shown.json)}\n`);
    process.stderr.write(`${shown.text}\n`);
    return shown.exit;
  }
}
