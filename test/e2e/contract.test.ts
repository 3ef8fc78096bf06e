/** The JSON contracts and exit codes of one night over a district, as schedulers and other programs rely on them. */
import { chmodSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { digests, filesBelow, type Json, workspace } from '../licheng.ts';

const TODAY = ['--today', '2026-02-20'] as const;
const CLEAN = '990301';
const SHUT = '990302';
const BIG5 = '990303';
const TERM = ['--term', '114-1'] as const;

const district = workspace();
let demo: Json;
let night: { code: number | null; value: Json };

beforeAll(async () => {
  demo = (await district.json('demo', '--students', '12')).value;
  night = await district.json('run', ...TODAY);
});

describe('run', () => {
  test('has one line a school and the worst exit code of all', () => {
    expect(night.code).toBe(2);
    expect(Object.keys(night.value)).toEqual(expect.arrayContaining(['run', 'schools']));
    expect(night.value.run).toMatch(/^[0-9a-f]{16}$/);
    expect(night.value.schools.map((school: Json) => school.school)).toEqual([CLEAN, SHUT, BIG5]);
    for (const school of night.value.schools) {
      expect(school).toMatchObject({ status: expect.any(String), imported: expect.any(Number), findings: expect.any(Number), packages: expect.any(Array), whoseMove: expect.any(String) });
      expect(school.imported).toBeGreaterThan(100);
    }
    const [clean, shut, big5] = night.value.schools;
    expect(clean).toMatchObject({ status: 'packed', findings: 0, whoseMove: 'none' });
    expect(shut).toMatchObject({ status: 'shut', packages: [], whoseMove: 'school' });
    expect(big5.status).toBe('packed');
    for (const path of [...clean.packages, ...big5.packages]) expect(existsSync(path)).toBe(true);
  });

  test('empties the inboxes and leaves reports', () => {
    expect(demo.schools.flatMap((school: Json) => school.files).filter((file: string) => existsSync(file))).toEqual([]);
    expect(filesBelow(join(district.home, 'reports'))).toEqual(['district.html', 'district.json']);
    const page = JSON.parse(readFileSync(join(district.home, 'reports', 'district.json'), 'utf8'));
    expect(page.schools.map((line: Json) => [line.school, line.status])).toEqual([[SHUT, 'shut'], [BIG5, 'packed'], [CLEAN, 'packed']]);
    for (const line of page.schools) expect(existsSync(join(district.home, 'reports', line.report))).toBe(true);
  });

  test('a second time has nothing to do and changes no byte below the home', async () => {
    const before = digests(district.home);
    for (const day of [TODAY, ['--today', '2026-03-15']] as const) {
      const again = await district.json('run', ...day);
      expect(again.code).toBe(99);
      expect(again.value.run).toBeNull();
      expect(again.value.schools.map((school: Json) => school.status)).toEqual(['unchanged', 'unchanged', 'unchanged']);
      expect(again.value.schools.map((school: Json) => school.whoseMove)).toEqual(['none', 'school', 'none']);
    }
    expect(digests(district.home)).toEqual(before);
  });

  test('over one school leaves the lines of the others in the district\'s report', async () => {
    const other = district.copy();
    const before = JSON.parse(readFileSync(join(other.home, 'reports', 'district.json'), 'utf8'));
    expect((await other.json('run', '--school', BIG5, ...TODAY)).code).toBe(99);
    const [name] = filesBelow(join(other.home, CLEAN, 'outbox'));
    rmSync(join(other.home, CLEAN, 'outbox', name!));
    const run = await other.json('run', '--school', CLEAN, ...TODAY);
    expect(run).toMatchObject({ code: 0, value: { schools: [{ school: CLEAN, status: 'packed' }] } });
    expect(JSON.parse(readFileSync(join(other.home, 'reports', 'district.json'), 'utf8')).schools).toEqual(before.schools);
    expect(digests(join(other.home, CLEAN, 'outbox'))).toEqual(digests(join(district.home, CLEAN, 'outbox')));
  });

  test('is remembered', async () => {
    const { value } = await district.json('runs');
    expect(value.runs[0]).toMatchObject({ run: night.value.run, status: 'done' });
    const one = await district.run('runs', night.value.run);
    expect(one.code).toBe(0);
    expect(one.stdout).toContain(`${SHUT}  shut`);
    expect((await district.run('runs', 'nosuchrun')).code).toBe(64);
  });
});

describe('check', () => {
  test('gives gate, summary, rules and findings, with the cells to correct', async () => {
    const { code, value } = await district.json('check', '--school', SHUT, ...TERM, '--lang', 'zh-TW', ...TODAY);
    expect(code).toBe(2);
    expect(value).toMatchObject({ school: SHUT, term: '114-1', gate: 'shut', summary: { errors: expect.any(Number), warnings: expect.any(Number), infos: expect.any(Number), records: { student: 12 } } });
    expect(value.rules.length).toBeGreaterThan(0);
    expect(value.rules.reduce((sum: number, line: Json) => sum + (line.severity === 'error' ? line.count : 0), 0)).toBe(value.summary.errors);
    for (const finding of value.findings) {
      expect(Object.keys(finding)).toEqual(expect.arrayContaining(['rule', 'severity', 'message', 'fix', 'file', 'sheet', 'row', 'column', 'value', 'student']));
      expect(finding.message + finding.fix).not.toMatch(/\{\w+\}|undefined|\[object/);
    }
    const located = value.findings.find((finding: Json) => finding.severity === 'error');
    expect(located).toMatchObject({ file: expect.stringMatching(/\.xlsx$/), sheet: expect.any(String), row: expect.any(Number), column: expect.any(String) });
    expect(located.student).toMatch(/^[A-Z]\d{5}\*{4}$/);
  });

  test('writes the report it gives', async () => {
    const { value } = await district.json('check', '--school', SHUT, ...TERM, '--lang', 'zh-TW', ...TODAY);
    expect(JSON.parse(readFileSync(join(district.home, SHUT, 'reports', '114-1', 'check.json'), 'utf8'))).toEqual(value);
  });

  test('of a clean school is done', async () => {
    expect(await district.json('check', '--school', CLEAN, ...TERM, ...TODAY)).toMatchObject({ code: 0, value: { gate: 'open', summary: { errors: 0 } } });
  });
});

describe('explain', () => {
  test('recomputes the cell that a finding names', async () => {
    const { value } = await district.json('check', '--school', SHUT, ...TERM, ...TODAY);
    const finding = value.findings.find((one: Json) => one.record !== null && one.column !== null && one.value !== null);
    const explained = await district.json('explain', finding.record, '--school', SHUT);
    expect(explained.code).toBe(0);
    expect(explained.value).toMatchObject({ file: finding.file, sheet: finding.sheet, row: finding.row });
    const field = explained.value.fields.find((one: Json) => one.column === finding.column);
    expect(field.raw).toBe(finding.value);
    expect(field.steps.length).toBeGreaterThan(0);
    expect(explained.value).toMatchObject({ fate: 'imported', rejection: null, type: expect.any(String) });
    const one = await district.run('explain', finding.record, field.field, '--school', SHUT);
    expect(one.stdout).toContain(`${field.field} ← ${finding.column}: "${finding.value}"`);
  });

  test.each([['nonsense'], ['0'.repeat(32) + ':0:2']])('of %s is wrong usage', async (record) => {
    const { code, value } = await district.json('explain', record, '--school', SHUT);
    expect(code).toBe(64);
    expect(value.fault).toBe('record/not-found');
  });
});

describe('pack', () => {
  test('again is unchanged and names the package that stands', async () => {
    const { code, value } = await district.json('pack', 'term', '--school', CLEAN, ...TERM, ...TODAY);
    expect(code).toBe(99);
    expect(value).toMatchObject({ status: 'unchanged', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(night.value.schools[0].packages).toContain(value.package);
    expect(value.rosters.map((roster: Json) => roster.rosterType).every((type: unknown) => typeof type === 'string')).toBe(true);
    expect(value.rosters.find((roster: Json) => roster.file === '學生資料名冊.xlsx').sheets).toMatchObject({ 學生資料: 12 });
  });

  test('of a term without records is wrong usage, not a package', async () => {
    const { code, value } = await district.json('pack', 'term', '--school', CLEAN, '--term', '113-2');
    expect(code).toBe(64);
    expect(value).toMatchObject({ fault: 'term/no-data', message: expect.stringContaining('114-1') });
  });
});

describe('detect', () => {
  test('tells system, edition, roster type and why', async () => {
    const fresh = workspace();
    const made = (await fresh.json('demo', '--students', '6')).value;
    const files = made.schools.flatMap((school: Json) => school.files.map((file: string) => [school.system, file]));
    for (const [system, file] of [files[0], files.find(([, path]: string[]) => path!.endsWith('.csv'))]) {
      const { code, value } = await fresh.json('detect', file);
      expect(code).toBe(0);
      expect(value).toMatchObject({ file: expect.any(String), system, edition: expect.any(String), confidence: expect.any(Number), clues: expect.any(Array) });
      expect(value).toHaveProperty('rosterType');
      expect(value.confidence).toBeGreaterThan(0.5);
    }
  });

  test('of something else says that it does not know, with exit code 2', async () => {
    const { code, value } = await district.json('detect', district.file('notes.txt', 'hello\n'));
    expect(code).toBe(2);
    expect(value).toMatchObject({ system: null, confidence: 0 });
    expect(value.clues.length).toBeGreaterThan(0);
  });
});

describe('the rest', () => {
  test('rules: all of them, and one with reason, remedy and source', async () => {
    const all = (await district.json('rules')).value;
    expect(all.length).toBeGreaterThan(60);
    const { stdout } = await district.run('rules', 'course/score-range', '--lang', 'zh-TW');
    expect(stdout).toMatch(/為什麼:|為什麼：/);
    expect(stdout).toMatch(/RULE-\d+/);
    expect((await district.run('rules', 'no/such')).code).toBe(64);
  });

  test('adapters: all of them, and the columns of one', async () => {
    const all = (await district.json('adapters')).value;
    expect(all.map((adapter: Json) => adapter.id)).toEqual(expect.arrayContaining(['big5-csv', 'ischool', 'national-roster']));
    expect((await district.run('adapters', 'big5-csv')).stdout).toContain('身分證字號');
  });

  test('doctor: everything in order, and what is assumed', async () => {
    const { code, value } = await district.json('doctor');
    expect(code).toBe(0);
    expect(value.ok).toBe(true);
    expect(value.lines.filter((line: Json) => [CLEAN, SHUT, BIG5].includes(line.what))).toHaveLength(3);
    expect(value.assumptions.length).toBeGreaterThan(0);
    expect(value.assumptions.map(({ id }: Json) => id)).toContain('portfolio/repeat-year');
  });

  test('doctor: a key that is gone or open to others is a fault', async () => {
    const other = district.copy();
    chmodSync(other.key, 0o644);
    expect((await other.json('doctor')).value.lines.find((line: Json) => line.what === 'master key').ok).toBe(false);
    rmSync(other.key);
    const { code, value } = await other.json('doctor');
    expect(code).toBe(4);
    expect(value.ok).toBe(false);
  });
});
