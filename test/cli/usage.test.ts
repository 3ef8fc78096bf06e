/** Wrong usage is said in one helpful line, with exit code 64 and nothing done. */
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { inside, type Json, schoolHome, workspace, type Workspace } from '../licheng.ts';

const SCHOOL = '990399';
let home: Workspace;
beforeAll(async () => { home = await schoolHome(SCHOOL); });

const HERE = ['--school', SCHOOL, '--term', '114-1'];

/** Command lines, and a word that the answer must have. */
const WRONG: readonly (readonly [line: readonly string[], word: string])[] = [
  [['improt', 'x.csv'], 'improt'],
  [['check'], '--school'],
  [['check', '--school', '12'], '--school 12'],
  [['check', '--school', SCHOOL], '--term'],
  [['check', '--school', SCHOOL, '--term', '114'], '--term 114'],
  [['check', '--school', SCHOOL, '--term', '114-3'], '--term 114-3'],
  [['check', ...HERE, '--today', '2026-02-30'], '--today 2026-02-30'],
  [['check', ...HERE, 'now'], 'now'],
  [['check', ...HERE, '--colour'], '--colour'],
  [['check', ...HERE], '114-1'],
  [['import', '--school', SCHOOL], 'FILE'],
  [['import', '/no/such/file.csv', '--school', SCHOOL], '/no/such/file.csv'],
  [['import', '/dev/null', '--school', SCHOOL], '/dev/null'],
  [['import', 'x.csv', '--school', SCHOOL, '--password-file', '/no/such'], 'x.csv'],
  [['pack', '--school', SCHOOL, '--term', '114-1'], 'term'],
  [['pack', 'year', ...HERE], 'year'],
  [['run', '--school', '990398'], '990398'],
  [['run', 'tonight'], 'tonight'],
  [['approve', ...HERE], '--reason'],
  [['quarantine', 'delete', '--school', SCHOOL], 'delete'],
  [['quarantine', 'discard', 'x', '--school', SCHOOL], '--reason'],
  [['explain', '--school', SCHOOL], 'RECORD'],
  [['explain', 'x', '--school', SCHOOL], 'x'],
  [['rules', 'no/such'], 'no/such'],
  [['adapters', 'nobody'], 'nobody'],
  [['demo', '--schools', '0'], '--schools 0'],
  [['demo', '--students', 'many'], '--students many'],
  [['init', '--school', 'A'], '--school A'],
  [['rules', '--lang', 'fr'], 'fr'],
];

describe('wrong usage', () => {
  test.each(WRONG)('%j', async (line, word) => {
    const { code, stdout, stderr } = await inside(home).run(...line);
    expect(code).toBe(64);
    expect(stdout).toBe('');
    expect(stderr).toContain(word);
    const lines = stderr.trimEnd().split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/^What to do: .{10}/);
    expect(stderr).not.toMatch(/[{}]|undefined|\bat .*:\d+:\d+/);
  });

  test('without a command shows the help', async () => {
    const { code, stdout } = await home.run();
    expect(code).toBe(64);
    expect(stdout).toContain('Usage: licheng');
  });

  test('with --json is one document that says whose move it is', async () => {
    const { code, value } = await home.json('check', '--school', SCHOOL);
    expect(code).toBe(64);
    expect(value).toEqual({ fault: 'usage/bad-option', message: expect.any(String), fix: expect.any(String), whoseMove: 'operator', retryable: false });
  });

  test('is said in Chinese to those who read Chinese', async () => {
    const { stderr } = await home.run('check', '--lang', 'zh-TW');
    expect(stderr).toMatch(/選項有誤：--school CODE\n處理方式[:：]/);
  });
});

describe('homes and keys', () => {
  test('a home that is none is named, with the way to make one', async () => {
    const other = workspace();
    for (const line of [['run'], ['check', ...HERE], ['runs'], ['doctor']]) {
      const { code, stdout, stderr } = await inside(other).run(...line);
      expect([4, 64]).toContain(code);
      expect(stdout + stderr).toContain(other.home);
    }
    expect(existsSync(other.home)).toBe(false);
  });

  test('init makes home, key and inboxes, and a second init changes nothing', async () => {
    const other = workspace();
    const made = await other.json('init', '--school', SCHOOL);
    expect(made).toMatchObject({ code: 0, value: { home: other.home, keyFile: other.key, keyMade: true, inboxes: [join(other.home, SCHOOL, 'inbox')] } });
    expect(await other.json('init', '--school', SCHOOL)).toMatchObject({ code: 0, value: { keyMade: false } });
    expect((await other.json('run')).code).toBe(99);
    expect((await other.json('doctor')).code).toBe(0);
  });

  test('a key inside the home is refused', async () => {
    const other = workspace();
    mkdirSync(other.home);
    const { code, stderr } = await other.run('init', '--home', other.root);
    expect(code).toBe(64);
    expect(stderr).toContain(other.key);
    expect(readdirSync(other.root).filter((name) => name !== 'home')).toEqual([]);
  });

  test('another key does not open the home', async () => {
    const other = home.copy();
    rmSync(other.key);
    expect(await other.json('runs')).toMatchObject({ code: 4, value: { fault: 'key/missing' } });
    const stranger = workspace();
    await stranger.run('init');
    cpSync(stranger.key, other.key);
    expect(await other.json('runs')).toMatchObject({ code: 4, value: { fault: 'key/wrong' } });
  });

  test('a policy that names no rule is refused and says where', async () => {
    const other = home.copy();
    writeFileSync(join(other.home, 'policy.json'), '{"severities":{"no/such":"off"}}');
    writeFileSync(join(other.home, SCHOOL, 'inbox', 'x.csv'), 'a,b\n1,2\n');
    const doctor = await other.json('doctor');
    expect(doctor.value.lines.find((line: Json) => line.what === 'policy')).toMatchObject({ ok: false, detail: expect.stringContaining('no/such') });
    writeFileSync(join(other.home, 'policy.json'), '{"severity":{}}');
    expect((await other.json('check', ...HERE)).code).toBe(64);
  });
});
