/** A school year, from its packages to everybody having confirmed or objected, through the command. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { seeded } from '../../src/cli/demo/district/random.ts';
import { submissionSchema } from '../../src/core/schemas.ts';
import { joined, memorySource } from '../../src/formats/bytes.ts';
import { compileSchema } from '../../src/formats/json/schema.ts';
import { openZip } from '../../src/formats/zip/read.ts';
import { type Receipt, received, type Row, rowsOf, type Student, studentsOf, withCorrection } from '../central-database.ts';
import { has, run } from '../formats/tools.ts';
import { digests as digestsBelow, filesBelow, type Json, type Workspace } from '../licheng.ts';
import { SCHOOL, sheet, withCells } from '../rosters.ts';
import { reworded, spoil } from '../spoilt-receipts.ts';
import { foundDifferences, handInYear, HERE, manifestOf, seededDifferences, type SubmittedYear, submittedYear, take } from './receipt-support.ts';

const STUDENTS = 24;
const [FIRST, LAST, AFTER] = ['2026-03-02', '2026-03-06', '2026-03-07'];
const LINES = ['多元表現', '多元表現（第一梯次）', '校內幹部經歷', '校內幹部經歷（第一梯次）', '修課紀錄', '課程學習成果', '課程學習成果（第一梯次）'].sort();

let base: SubmittedYear;
let faithful: Record<string, Receipt>;
beforeAll(async () => {
  // Of a seed with posts in grade 3 and below, retakes, and both divisions.
  base = await submittedYear(STUDENTS, 'year-1');
  faithful = await received(...base.packages);
});

const on = (day: string | undefined) => ['--today', day!] as const;
const act = (home: Workspace, day: string | undefined, ...args: readonly string[]): Promise<{ code: number | null; value: Json }> => home.json('receipt', ...args, ...HERE, ...on(day));
const lines = async (home: Workspace, day: string | undefined): Promise<Json[]> => (await home.json('receipt', 'status', '--school', SCHOOL, ...on(day))).value.kinds;
const total = (receipts: Readonly<Record<string, Receipt>>): number => Object.values(receipts).reduce((sum, receipt) => sum + rowsOf(receipt).length, 0);

/** The lists of the classes filled in as students would, by seed: by kind, how many agreed and how many doubted. */
async function answerAll(home: Workspace, folder: string, seed: string): Promise<Record<string, { confirmed: number; objected: number }>> {
  const random = seeded(`${seed} answers`);
  const said: Record<string, { confirmed: number; objected: number }> = Object.fromEntries(LINES.map((kind) => [kind, { confirmed: 0, objected: 0 }]));
  for (const path of filesBelow(folder).filter((name) => name.endsWith('.csv'))) {
    const filled = readFileSync(join(folder, path), 'utf8').replace(/^([0-9A-F]{4}-[0-9A-F]{4},[^,]*,[^,]*,[^,]*,([^,]*)),,,,,$/gm, (row, about: string, kind: string) => {
      const answer = random.pick(['正確', '正確', '錯誤', '']);
      if (answer === '') return row;
      said[kind]![answer === '正確' ? 'confirmed' : 'objected'] += 1;
      return `${about},${answer},${answer === '錯誤' ? '少了一筆' : ''},,,`;
    });
    const { code, value } = await act(home, '2026-03-03', 'confirm', '--file', home.file(basename(path), filled));
    expect([code, value.rejected, value.confirmed + value.objected + value.blank]).toEqual([0, [], value.read]);
  }
  return said;
}

describe('a school year', () => {
  test.each(['as it was sent', 'other orders and spellings'])('a faithful receipt of term, year and batch has no difference, digests of files included: %s', async (how) => {
    const { code, value } = await take(base.home.copy(), how === 'as it was sent' ? faithful : reworded(faithful, 'year'));
    expect([code, value.differences, value.findings]).toEqual([0, [], []]);
    expect([Object.keys(value.kinds).sort(), value.matched]).toEqual([LINES, total(faithful)]);
    expect(JSON.stringify(faithful)).toMatch(/"文件檔案MD5":"[0-9a-f]{32}"/);
  });

  test.each([['one', 0.02], ['two', 0.06], ['three', 0.2]] as const)('from the receipt to the end of the window: every difference found and none invented, all confirmed or objected (seed %s)', async (seed, share) => {
    const home = base.home.copy();
    const { receipts, seeded: done } = spoil(faithful, seed, share);
    const { value } = await take(home, reworded(receipts, seed));
    expect(done.length).toBeGreaterThan(0);
    expect(foundDifferences(value)).toEqual(seededDifferences(done));
    expect(value.matched + value.changed + value.missing).toBe(total(faithful));
    expect(value.matched + value.changed + value.extra).toBe(total(receipts));

    const folder = join(home.root, 'sheets');
    const { value: opened } = await act(home, FIRST, 'open', '--to', LAST, '--sheets', folder);
    expect(opened.kinds.map(({ kind, window }: Json) => [kind, window.to]).sort()).toEqual(LINES.map((kind) => [kind, LAST]));
    const pages = filesBelow(folder).filter((path) => /^114-1\/[^/]+\/[^/]+\.html$/.test(path)).map((path) => readFileSync(join(folder, path), 'utf8'));
    expect(pages).toHaveLength(STUDENTS);
    for (const mark of ['ours-only', 'theirs-only', 'unequal']) {
      expect(pages.reduce((sum, page) => sum + page.split(`<tr class="${mark}">`).length - 1, 0)).toBe(done.filter(({ type }) => type === mark).length);
    }
    // Files are called by their content; the student's own name for them stands beside.
    expect(pages.filter((page) => /[0-9a-f]{32}\.pdf<span class="sent">.*檔名：C0\d\.pdf/.test(page)).length).toBeGreaterThan(STUDENTS / 2);

    const said = await answerAll(home, folder, seed);
    expect((await act(home, AFTER, 'close')).code).toBe(0);
    for (const { kind, students, silent, open, confirmed, objected, state } of await lines(home, AFTER)) {
      const silence = students - said[kind]!.confirmed - said[kind]!.objected;
      expect({ kind, open, confirmed, objected, silent }).toEqual({ kind, open: 0, ...said[kind], silent: silence });
      expect(state).toBe(objected === 0 ? 'settled' : 'closed');
    }
  });

  test('its packages open with unzip, 7-Zip and Python, whole', async (context) => {
    context.skip(!has('unzip', '-v') || !has('7z', 'i') || !has('python3', '--version'), 'unzip, 7z or python3 is not here');
    for (const path of base.packages) {
      const archive = await openZip(memorySource(readFileSync(path)), path);
      const digests = new Map<string, string>();
      for (const entry of archive.entries) digests.set(entry.name, createHash('sha256').update(await joined(entry.stream())).digest('hex'));
      await archive.close();
      const opened = (name: string, ...command: readonly [string, ...string[]]): void => {
        const folder = join(base.home.root, name, basename(path, '.zip'));
        mkdirSync(folder, { recursive: true });
        run(command[0], ...command.slice(1).map((word) => word.replace('OUT', folder).replace('ZIP', path)));
        expect(digestsBelow(folder)).toEqual(Object.fromEntries([...digests].sort(([a], [b]) => (a < b ? -1 : 1))));
      };
      opened('unzip', 'unzip', '-q', 'ZIP', '-d', 'OUT');
      opened('7z', '7z', 'x', '-bd', '-oOUT', 'ZIP');
      opened('python', 'python3', '-c', 'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; z.extractall(sys.argv[2])', 'ZIP', 'OUT');
    }
  });
});

describe('a correction of the year', () => {
  /** A student of grade 1 or 2 with a performance whose file may change, as nobody certifies it. */
  const student = (): Student => studentsOf(faithful['多元表現']!).find((one) => '服務學習紀錄' in one)!;

  /** The same year with another file of one performance, and another text of one student's work. */
  async function corrected(): Promise<{ home: Workspace; bytes: Uint8Array; other: string; value: Json }> {
    const home = base.home.copy();
    const id = student().身分證號;
    const services = sheet(base.year.sheets, '服務學習紀錄');
    const link = services.rows.find(([own]) => own === id)![services.header.indexOf('證明文件連結')]!;
    const bytes = Buffer.from('%PDF-1.4\n% a better scan\n%%EOF\n');
    const works = sheet(base.year.sheets, '學期課程學習成果', '學生課程學習成果名冊');
    const at = works.rows.findIndex(([own]) => studentsOf(faithful['課程學習成果']!).some(({ 身分證號 }) => 身分證號 === own));
    const other = works.rows[at]![0]!;
    await handInYear(home, {
      sheets: base.year.sheets.map((one) => (one === works ? withCells(works, at, { 成果簡述: '更正後的簡述' }) : one)),
      files: new Map([...base.year.files, [link, bytes]]),
    });
    const { code, value } = await home.json('pack', 'year', '--school', SCHOOL, '--year', '114', '--correction', ...on('2026-03-05'));
    expect([code, value.status]).toEqual([0, 'packed']);
    return { home, bytes, other, value };
  }

  test('carries the rows that changed with the files they name, and refers to what it corrects', async () => {
    const { home, bytes, other, value } = await corrected();
    const filled = value.rosters.map(({ rosterType, sheets }: Json) => [rosterType, Object.fromEntries(Object.entries(sheets).filter(([, rows]) => rows !== 0))]);
    const rows = (name: string, title: string, id: string): number => (studentsOf(faithful[name]!).find(({ 身分證號 }) => 身分證號 === id)![title] as unknown[]).length;
    expect(filled).toEqual([['25', { 服務學習紀錄: rows('多元表現', '服務學習紀錄', student().身分證號) }], ['26', { 學期課程學習成果: rows('課程學習成果', '學期課程學習成果', other) }]]);
    const [part] = value.parts;
    expect([value.students, value.removed, part.attachments]).toEqual([2, 0, 3]);
    const manifest = await manifestOf(part.package);
    expect(compileSchema(submissionSchema(), { allErrors: true })(manifest)).toEqual([]);
    expect(manifest).toMatchObject({ edition: 'year-submission', corrects: { package: basename(base.packages[1]!), removed: [] }, rows: 3, parts: [] });
    expect((await received(part.package))['多元表現']).toMatchObject({ 多元表現: [{ 服務學習紀錄: [{ 文件檔案MD5: createHash('md5').update(bytes).digest('hex') }] }] });
    expect((await home.json('pack', 'year', '--school', SCHOOL, '--year', '114', '--correction', '--corrects', String(value.corrects), ...on('2026-03-05'))).value).toMatchObject({ status: 'unchanged', parts: [{ sha256: part.sha256 }] });
    expect((await home.json('pack', 'year', '--school', SCHOOL, '--year', '114', '--batch', '1', '--correction', ...on('2026-03-05'))).value).toMatchObject({ status: 'unchanged', students: 0, parts: [] });
  });

  test('is what the next receipt is held against, its file included', async () => {
    const { home, value } = await corrected();
    await take(home, faithful);
    const news = withCorrection(faithful, await received(value.parts[0].package));
    expect((await take(home, news, {}, ...on('2026-03-07'))).value).toMatchObject({ status: 'imported', differences: [], findings: [] });
    // The old file under the new name: a receipt cannot say what it does not have.
    const stale = structuredClone(news);
    Object.assign((studentsOf(stale['多元表現']!).find(({ 身分證號 }) => 身分證號 === student().身分證號)!['服務學習紀錄'] as Row[])[0]!, { 文件檔案MD5: createHash('md5').update('old').digest('hex') });
    const { value: found } = await take(home, stale, {}, ...on('2026-03-08'));
    expect(found.differences).toMatchObject([{ kind: '多元表現', sheet: '服務學習紀錄', type: 'unequal', fields: [{ field: '文件檔案MD5' }], message: expect.stringContaining('檔案') }]);
    const resent = await home.json('pack', 'year', '--school', SCHOOL, '--year', '114', '--correction', '--resend', ...on('2026-03-08'));
    expect([resent.value.status, resent.value.students, resent.value.parts[0].attachments]).toEqual(['packed', 1, 1]);
  });
});
