/** Starting an adapter and testing it, from the command line. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { chromiumPath, openBrowser } from '../../browser.ts';
import { type Json, workspace } from '../../licheng.ts';
import { BARRIERS, WIDTH } from '../../report/in-page.ts';

const here = workspace();
const folder = join(here.root, 'our-system');
const failed = (value: Json): string[] => value.checks.filter((check: Json) => !check.ok).map((check: Json) => check.check);

const EXPORT = [
  '範例學年度,範例學期,範例學號,範例姓名,範例身分證號,範例生日,範例性別,範例年級,範例班級,範例座號',
  '114,1,1130001,王小明,A110070131,97/01/15,男,1,忠,01', '114,1,1130002,陳小華,B212244169,97/13/05,女,1,孝,02', '',
].join('\r\n');

describe('adapters new', () => {
  test('makes a folder that passes but for what a person must fill in', async () => {
    expect(await here.json('adapters', 'new', 'our-system')).toMatchObject({ code: 0, value: { adapter: 'our-system', folder, extends: null } });
    const { code, value } = await here.json('adapters', 'test', folder, '--lang', 'zh-TW');
    expect([code, value.adapter, value.verdict, failed(value)]).toEqual([2, 'our-system', 'fail', ['filled-in']]);
    expect(value.checks.find((check: Json) => check.check === 'filled-in').detail).toContain('manifest.json');
  });

  test('takes over the mappings of another system, its editions and a case of it', async () => {
    expect((await here.json('adapters', 'new', 'their-system', '--extends', 'national-roster')).value).toMatchObject({ extends: 'national-roster' });
    const { value } = await here.json('adapters', 'test', join(here.root, 'their-system'));
    expect(failed(value)).toEqual(['filled-in']);
  });

  test.each<[string, readonly string[], RegExp, number]>([
    ['a folder that is there', ['new', 'our-system'], /exists already/, 64],
    ['an id of a known system', ['new', 'national-roster'], /exists already/, 64],
    ['an id with capitals', ['new', 'Our_System'], /Our_System/, 64],
    ['an id that is a path', ['new', '../x'], /\.\.\/x/, 64],
    ['a word of the command', ['new', 'test'], /new test/, 64],
    ['no id', ['new'], /ID/, 64],
    ['an unknown system to extend', ['new', 'other', '--extends', 'nobody'], /nobody/, 64],
    ['an option of another word', ['new', 'other', '--accept'], /--accept/, 64],
    ['an option without a word', ['national-roster', '--out', 'x'], /--out/, 64],
    ['a folder that is not there', ['test', 'nowhere'], /nowhere/, 64],
    ['a report in the place of a folder', ['test', 'our-system', '--out', 'our-system'], /exists already/, 64],
    ['a folder below a file', ['new', 'other', '--out', 'our-system/README.md'], /README\.md.*exists already/, 64],
  ])('refuses %s', async (_, args, message, exit) => {
    const { code, stderr } = await here.run('adapters', ...args, '--lang', 'en');
    expect([code, stderr]).toEqual([exit, expect.stringMatching(message)]);
    expect(existsSync(join(here.root, 'other'))).toBe(false);
  });
});

describe('adapters test', () => {
  test('tells of files of its author, masked, in one HTML file', async () => {
    const given = here.file('範例學生.csv', EXPORT);
    const strange = here.file('其他.csv', 'a,b\r\n1,2\r\n');
    const out = join(here.root, 'verdict.html');
    const { code, value } = await here.json('adapters', 'test', folder, '--input', given, strange, '--out', out);
    expect([code, failed(value), value.report]).toEqual([2, ['filled-in', 'inputs-recognised'], out]);
    expect(value.inputs[0].tables[0]).toMatchObject({ rows: 2, imported: 1, rejected: 1, problems: [{ column: '範例生日', code: 'mapping/impossible-date', count: 1, rows: [3] }] });
    expect(value.inputs[1].tables[0]).toMatchObject({ mapping: null, rows: 1, imported: 0, rejected: 1 });
    const html = readFileSync(out, 'utf8');
    expect(html).toMatch(/未通過.*Not passed/s);
    expect(JSON.stringify(value) + html).not.toMatch(/A110070131|B212244169|王小明|陳小華|97\/13\/05/);
  });

  test.skipIf(chromiumPath === null)('the verdict opens without barrier or request, and fits a phone', async () => {
    const browser = await openBrowser();
    try {
      const page = await (await browser.newContext({ viewport: { width: 360, height: 800 } })).newPage();
      const heard: string[] = [];
      const own = pathToFileURL(join(here.root, 'verdict.html')).href;
      page.on('console', (message) => heard.push(message.text()));
      page.on('request', (request) => { if (request.url() !== own && !request.url().startsWith('data:')) heard.push(request.url()); });
      await page.goto(own);
      expect([await page.evaluate(BARRIERS), heard]).toEqual([[], []]);
      expect(await page.evaluate(WIDTH)).toBeLessThanOrEqual(360);
    } finally {
      await browser.close();
    }
  });

  test('--accept writes what is read for a case without expectation, and nothing else', async () => {
    const expected = join(folder, 'fixtures/term-drop/expected.json');
    const before = readFileSync(expected, 'utf8');
    rmSync(expected);
    expect(failed((await here.json('adapters', 'test', folder)).value)).toEqual(['filled-in', 'golden']);
    expect(failed((await here.json('adapters', 'test', folder, '--accept')).value)).toEqual(['filled-in']);
    expect(readFileSync(expected, 'utf8')).toBe(before);
  });
});
