/** `licheng calendar` and what `licheng doctor` says of calendars, as an operator meets them. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { inside, schoolHome, workspace, type Workspace } from '../../licheng.ts';

const FIRST = '990301';
const SECOND = '990302';
const TODAY = ['--today', '2026-01-25'] as const;
let home: Workspace;

const write = (where: string, value: unknown): void => {
  mkdirSync(join(home.home, where, '..'), { recursive: true });
  writeFileSync(join(home.home, where), JSON.stringify(value, null, 2));
};

beforeAll(async () => {
  home = inside(await schoolHome(FIRST, inside(workspace())));
  await home.run('init', '--school', SECOND);
  write('calendar.json', { terms: { '114-1': {
    firstDay: '2025-09-01', lastDay: '2026-01-20', upload: [{ from: '2025-09-01', to: '2026-02-03' }], certification: [{ from: '2025-09-01', to: '2026-02-10' }],
    precheck: [{ from: '2026-02-01', to: '2026-02-10' }], submission: [{ from: '2026-02-20', to: '2026-03-10' }], receipt: [{ from: '2026-03-11', to: '2026-03-13' }],
  } } });
  write(`${SECOND}/calendar.json`, { terms: { '114-1': { upload: [{ from: '2025-09-01', to: '2026-01-26' }] } } });
});

/** Neither school has compared its course codes, which was due four weeks after the first day. */
const LATE = { rule: 'codes/comparison-overdue', term: '114-1', severity: 'error', detail: expect.stringContaining('2025-09-29') };

test('every school with its deadlines and violations', async () => {
  const { code, value } = await home.json('calendar', ...TODAY);
  expect(code).toBe(2);
  expect(value.schools.map(({ school }: { school: string }) => school)).toEqual([FIRST, SECOND]);
  expect(value.schools[0].next[0]).toEqual({ what: 'upload', term: '114-1', grades: null, batch: null, from: '2025-09-01', to: '2026-02-03', whoseMove: 'student', daysLeft: 9 });
  expect(value.schools[0].violations).toEqual([LATE]);
  expect(value.schools[1].violations).toEqual([{ rule: 'calendar/upload-window', term: '114-1', severity: 'error', detail: expect.stringContaining('2026-02-03') }, LATE]);
});

test('one school, with all that is due', async () => {
  const { code, stdout } = await home.run('calendar', '--school', FIRST, ...TODAY, '--lang', 'zh-TW');
  expect(code).toBe(2);
  expect(stdout).toContain('逾期未比對');
  expect(stdout).toContain('2026-02-03  剩 9 天  學生上傳課程學習成果（114-1），進行中  [學生]');
  expect(stdout).toContain('2026-03-10  剩 44 天  提交（114-1），2026-02-20 起  [學校]');
  expect(stdout).not.toContain('尚未輸入');
});

test('of many schools only what is near', async () => {
  const { stdout } = await home.run('calendar', ...TODAY, '--lang', 'en');
  expect(stdout).not.toContain('2026-03-10');
  expect(stdout).toContain('What to do: ');
});

test('a school that is not there', async () => {
  expect((await home.run('calendar', '--school', '990399')).code).toBe(64);
});

describe('files that are wrong', () => {
  test('stop the command with the line and what to do', async () => {
    const other = home.copy();
    writeFileSync(join(other.home, 'calendar.json'), '{\n  "terms": {\n    "114-1": {"lastDay": "2026-02-30"}\n  }\n}\n');
    const { code, stderr } = await other.run('calendar', '--lang', 'zh-TW');
    expect(code).toBe(64);
    expect(stderr).toMatch(/calendar\.json 不合格：第 3 行：沒有這一天。\n處理方式/);
    expect((await other.run('run')).code).not.toBe(0);
  });

  test('of the policy too, be it only a rule that does not exist', async () => {
    const other = home.copy();
    writeFileSync(join(other.home, 'policy.json'), '{\n  "severities": {\n    "calendar/upload-windows": "off"\n  }\n}\n');
    for (const command of [['calendar'], ['check', '--school', FIRST, '--term', '114-1'], ['pack', 'term', '--school', FIRST, '--term', '114-1']]) {
      const { code, stderr } = await other.run(...command, '--lang', 'en');
      expect(code).toBe(64);
      expect(stderr).toContain('policy.json is not valid: line 3: There is no rule "calendar/upload-windows"');
    }
  });
});

test('one school\'s calendar stops that school alone, and the night says why', async () => {
  const other = home.copy();
  writeFileSync(join(other.home, FIRST, 'calendar.json'), '{\n  "terms": {"114-1": {"firstDay": "2025-09-31"}}\n}\n');
  const { code, stdout } = await other.run('run', '--lang', 'zh-TW');
  expect(code).toBe(4);
  expect(stdout).toMatch(new RegExp(`${FIRST}  程式故障.*\n +設定檔 .*/${FIRST}/calendar.json 不合格：第 2 行：沒有這一天。\n +處理方式: `));
  expect(stdout).toContain(`${SECOND}  未變動`);
});

describe('doctor', () => {
  test('names what nobody has entered once for all schools, and where it belongs', async () => {
    const other = home.copy();
    writeFileSync(join(other.home, 'calendar.json'), '{}');
    writeFileSync(join(other.home, FIRST, 'school.json'), JSON.stringify({ code: FIRST, term: '114-1' }));
    writeFileSync(join(other.home, SECOND, 'school.json'), JSON.stringify({ code: SECOND, term: '114-1' }));
    const { value } = await other.json('doctor');
    expect(value.missing).toEqual([
      { schools: [FIRST], missing: expect.stringContaining('uploading') }, { schools: [SECOND], missing: expect.not.stringContaining('uploading') },
    ]);
    const { stdout } = await other.run('doctor', '--lang', 'zh-TW');
    expect(stdout).toContain(`各校共同的填在 ${join(other.home, 'calendar.json')}`);
  });

  test('shows a school whose calendar is wrong, and goes on with the others', async () => {
    const other = home.copy();
    writeFileSync(join(other.home, SECOND, 'calendar.json'), '{"terms": 1}');
    const { code, value } = await other.json('doctor');
    expect(code).toBe(4);
    const of = (school: string) => value.lines.find(({ what }: { what: string }) => what === school);
    expect(of(FIRST)).toMatchObject({ ok: true });
    expect(of(SECOND)).toMatchObject({ ok: false, detail: expect.stringContaining('line 1') });
  });
});
