/** What is handed over opens in the programs of others: unzip, 7-Zip, sha256sum, openpyxl. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { has, pythonWith } from '../formats/tools.ts';
import { digests, type Json, workspace } from '../licheng.ts';

const SCHOOL = '990301';
const TODAY = ['--today', '2026-02-20'] as const;

const UNZIP = has('unzip', '-v');
const SEVEN = has('7z', 'i');
const SHA256SUM = has('sha256sum', '--version');
const PYTHON = pythonWith('openpyxl');

/** Every cell of every sheet of a workbook, as openpyxl reads them. */
const DUMP = `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
print(json.dumps([{'title': sheet.title, 'rows': [[cell.value for cell in row] for row in sheet.iter_rows()], 'types': sorted({cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None}), 'formats': sorted({cell.number_format for row in list(sheet.iter_rows())[1:] for cell in row if cell.value is not None})} for sheet in book]))
`;

const district = workspace();
let packages: string[];

beforeAll(async () => {
  await district.run('demo', '--schools', '3', '--students', '12');
  const { value } = await district.json('run', ...TODAY);
  packages = value.schools.flatMap((school: Json) => school.packages);
  expect(packages.length).toBe(4);
});

function unpacked(path: string, name: string): string {
  const folder = join(district.root, 'unpacked', name);
  mkdirSync(folder, { recursive: true });
  execFileSync('unzip', ['-q', '-o', path, '-d', folder], { env: { ...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' } });
  return folder;
}

describe('a package', () => {
  test('passes unzip -t and 7z t', (context) => {
    context.skip(!UNZIP && !SEVEN, 'neither unzip nor 7z is here');
    for (const path of packages) {
      if (UNZIP) expect(execFileSync('unzip', ['-t', path], { encoding: 'utf8' })).toContain('No errors detected');
      if (SEVEN) expect(execFileSync('7z', ['t', path], { encoding: 'utf8' })).toContain('Everything is Ok');
    }
  });

  test('is a bag whose manifests sha256sum can check', (context) => {
    context.skip(!UNZIP || !SHA256SUM, 'unzip or sha256sum is not here');
    for (const [index, path] of packages.entries()) {
      const folder = unpacked(path, `bag-${index}`);
      for (const manifest of ['manifest-sha256.txt', 'tagmanifest-sha256.txt']) execFileSync('sha256sum', ['--check', '--strict', '--quiet', manifest], { cwd: folder });
      const listed = readFileSync(join(folder, 'manifest-sha256.txt'), 'utf8').trim().split('\n').map((line) => line.slice(66));
      expect(listed).toEqual(readdirSync(join(folder, 'data')).sort().map((name) => `data/${name}`));
      expect(readFileSync(join(folder, 'bagit.txt'), 'utf8')).toMatch(/^BagIt-Version: 1\.0\n/);
      const octets = listed.map((name) => readFileSync(join(folder, name)).length).reduce((sum, size) => sum + size, 0);
      expect(readFileSync(join(folder, 'bag-info.txt'), 'utf8')).toContain(`Payload-Oxum: ${octets}.${listed.length}\n`);
    }
  });

  test('says what is in it and what it was made from', async (context) => {
    context.skip(!UNZIP, 'unzip is not here');
    const path = packages.find((one) => /990301.*term-submission/.test(one))!;
    const manifest = JSON.parse(readFileSync(join(unpacked(path, 'manifest'), 'submission.json'), 'utf8'));
    expect(manifest).toMatchObject({ school: SCHOOL, term: '114-1', edition: 'term-submission', version: expect.any(String) });
    const { value } = await district.json('pack', 'term', '--school', SCHOOL, '--term', '114-1', ...TODAY);
    expect(manifest.rosters.map(({ file, rosterType, sheets }: Json) => ({ file, rosterType, sheets }))).toEqual(value.rosters.map(({ file, rosterType, sheets }: Json) => ({ file, rosterType, sheets })));
    expect(manifest.inputs.length).toBeGreaterThan(2);
  });

  test('opens in openpyxl: cover, sheets, and text in every cell', (context) => {
    context.skip(!UNZIP || PYTHON === null, 'python3-openpyxl is not here');
    const dump = (file: string): Json => JSON.parse(execFileSync(PYTHON!, ['-c', DUMP, file], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }));
    const submission = unpacked(packages.find((one) => /990301.*term-submission/.test(one))!, 'openpyxl');
    const [cover, students, visiting] = dump(join(submission, 'data', '學生資料名冊.xlsx'));
    expect(cover).toMatchObject({ title: '封面', rows: [['學校代碼', '學年度', '學期', '名冊別'], [SCHOOL, '114', '1', '1']] });
    expect([students.title, visiting.title]).toEqual(['學生資料', '學生借讀資料']);
    expect(students.rows).toHaveLength(13);
    expect(students.rows[0].slice(0, 2)).toEqual(['身分證號', '出生日期']);
    for (const [id, birth] of students.rows.slice(1)) expect(`${id} ${birth}`).toMatch(/^[A-Z][12]\d{8} 0\d{6}$/);
    const scores = dump(join(submission, 'data', '學生成績名冊.xlsx'));
    expect(scores.map((sheet: Json) => sheet.title)).toEqual(['封面', '學期成績', '補修成績', '轉學轉科成績']);
    expect(scores[0].rows[1]).toEqual([SCHOOL, '114', '1', '2']);
    for (const sheet of [cover, students, ...scores]) {
      expect(sheet.types).toEqual(['s']);
      expect(sheet.formats.every((format: string) => format === '@')).toBe(true);
    }
    const precheck = unpacked(packages.find((one) => /990301.*precheck/.test(one))!, 'precheck');
    expect(dump(join(precheck, 'data', '預檢_學生成績名冊.xlsx'))[0].rows[1]).toEqual([SCHOOL, '114', '1', '41']);
    expect(JSON.parse(readFileSync(join(precheck, 'submission.json'), 'utf8')).rosters[0].origin).toMatchObject({ from: 'school-file', cell: 'D2', before: '2' });
  });
});

describe('equal input', () => {
  test('gives equal packages and reports in another home with another key', async () => {
    const other = workspace();
    await other.run('demo', '--schools', '3', '--students', '12');
    await other.run('run', ...TODAY);
    const results = (home: string): Record<string, string> => digests(home, (path) => /(?:^|\/)(?:outbox|reports)\//.test(path));
    expect(readFileSync(other.key).equals(readFileSync(district.key))).toBe(false);
    expect(results(other.home)).toEqual(results(district.home));
  });

  test('in another order and one by one gives the same workbooks', async () => {
    const files = await demoFiles();
    const [first, second] = [workspace(), workspace()];
    for (const home of [first, second]) await home.run('init', '--school', SCHOOL);
    for (const file of files) await first.run('import', file, '--school', SCHOOL);
    await second.run('import', ...files.toReversed(), '--school', SCHOOL);
    const policy = join(district.home, 'policy.json');
    const packed = await Promise.all([first, second].map(async (home) => {
      cpSync(policy, join(home.home, 'policy.json'));
      return (await home.json('pack', 'term', '--school', SCHOOL, '--term', '114-1', ...TODAY)).value.sha256;
    }));
    expect(packed[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(packed[1]).toBe(packed[0]);
  });
});

async function demoFiles(): Promise<string[]> {
  const { value } = await workspace().json('demo', '--schools', '1', '--students', '8');
  return value.schools[0].files;
}
