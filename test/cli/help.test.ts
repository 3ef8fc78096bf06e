import { beforeAll, describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';
import type { Command } from '../../src/cli/command.ts';
import { commandHelp, mainHelp } from '../../src/cli/help.ts';
import { COMMON_OPTIONS, parseConfig } from '../../src/cli/command.ts';
import { workspace } from '../licheng.ts';

const LANGS = ['zh-TW', 'en'] as const;
const commands = new Map<string, Command>();
const { run } = workspace();

beforeAll(async () => {
  for (const [name, load] of Object.entries(COMMANDS)) commands.set(name, (await load()).default);
});

describe.each(Object.keys(COMMANDS))('licheng %s', (name) => {
  test.each(LANGS)('has a summary, usage, every option and examples in %s', (lang) => {
    const definition = commands.get(name)!;
    const help = commandHelp(definition, lang);
    const words = lang === 'zh-TW' ? /用法[:：][\s\S]*選項[:：][\s\S]*範例[:：][\s\S]*結束碼[:：]/ : /Usage:[\s\S]*Options:[\s\S]*Examples:[\s\S]*Exit codes:/;
    expect(help).toMatch(words);
    expect(definition.usage.length).toBeGreaterThan(0);
    expect(definition.examples.length).toBeGreaterThan(0);
    for (const option of Object.keys({ ...COMMON_OPTIONS, ...definition.options })) expect(help).toContain(`--${option}`);
    const texts = [definition.summary[lang], ...Object.values(definition.options).map((option) => option.help[lang]), ...definition.examples.map(({ says }) => says[lang])];
    for (const text of texts) expect(text).toMatch(lang === 'zh-TW' ? /[\u4e00-\u9fff]/ : /[a-z]{3}/i);
  });

  test('is what its usage and examples say', () => {
    const definition = commands.get(name)!;
    expect(definition.name).toBe(name);
    const known = new Set(Object.keys((parseConfig(definition).options ?? {})));
    for (const line of [...definition.usage, ...definition.examples.map((example) => example.line)]) {
      expect(line.split(' ')[0]).toBe(name);
      for (const [, option] of line.matchAll(/--([a-z-]+)/g)) expect(known).toContain(option);
    }
  });
});

test('help, a command\'s help and the version come from the process itself', async () => {
  const [main, chinese, one, version] = await Promise.all([run('--help'), run('help', '--lang', 'zh-TW'), run('check', '--help'), run('--version')]);
  expect(main).toMatchObject({ code: 0, stdout: await mainHelp('en'), stderr: '' });
  expect(chinese).toMatchObject({ code: 0, stderr: '' });
  expect(one).toMatchObject({ code: 0, stdout: commandHelp(commands.get('check')!, 'en'), stderr: '' });
  expect(version.stdout).toMatch(/^licheng \d+\.\d+\.\d+\n$/);
});
