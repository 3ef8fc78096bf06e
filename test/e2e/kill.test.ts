/** Killed at any moment and run again, a night leaves the same packages and reports as an undisturbed one. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { digests, filesBelow, schoolHome, workspace, type Workspace } from '../licheng.ts';
import { csv, SCHOOL, sheet, sheetsOf, TERM, workbooks } from '../rosters.ts';

const RUN = ['run', '--today', '2026-02-20'] as const;

/** What leaves the home: packages and reports. */
function results({ home }: Workspace): Record<string, string> {
  return digests(home, (path) => /(?:^|\/)(?:outbox|reports)\//.test(path));
}

/** Things a night brings about, in the order in which it does. */
const MOMENTS: readonly (readonly [what: string, seen: RegExp])[] = [
  ['the store is made', /state\/school\.sqlite$/],
  ['an original is kept', /blobs\/[0-9a-f]{2}\/[0-9a-f]{64}$/],
  ['the inbox is about to be emptied', /state\/emptying\.json/],
  ['a report is written', /reports\/114-1\/check\.html/],
  ['a pre-check is packed', /outbox\/.*_precheck_.*\.zip/],
  ['a mark is left', /state\/night_.*_precheck\.json/],
  ['a submission is packed', /outbox\/.*_term-submission_.*\.zip/],
  ['the last mark is left', /state\/night_.*_term-submission\.json/],
  ['the district\'s page is written', /reports\/district\.html/],
  ['the district\'s data is written', /reports\/district\.json/],
];

/** Kills the run when something the home did not have before is seen, or after so many milliseconds. */
async function killedRun(at: Workspace, moment: RegExp | number): Promise<void> {
  const before = new Set(filesBelow(at.home));
  const child = at.start(...RUN);
  const ended = once(child, 'exit');
  const life = { over: false };
  child.once('exit', () => { life.over = true; });
  if (typeof moment === 'number') await Promise.race([ended, wait(moment)]);
  else {
    const seen = (): boolean => {
      try {
        return readdirSync(at.home, { recursive: true, encoding: 'utf8' }).some((path) => !before.has(path) && moment.test(path));
      } catch {
        // A folder went while it was looked at.
        return false;
      }
    };
    while (!life.over && !seen()) await wait(2);
  }
  child.kill('SIGKILL');
  await ended;
}

/** Every trial begins with its own copy; two at a time, for two processors. */
async function trials<T>(inputs: readonly T[], trial: (input: T) => Promise<void>): Promise<void> {
  const waiting = [...inputs];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await trial(next);
  };
  await Promise.all([worker(), worker()]);
}

describe('the first night of a district', () => {
  const filled = workspace();
  let expected: Record<string, string>;
  let duration: number;
  let undisturbed: Workspace;

  beforeAll(async () => {
    expect((await filled.run('demo', '--schools', '2', '--students', '6')).code).toBe(0);
    undisturbed = filled.copy();
    const began = performance.now();
    expect([0, 2]).toContain((await undisturbed.run(...RUN)).code);
    duration = performance.now() - began;
    expected = results(undisturbed);
    expect(Object.keys(expected).filter((path) => path.endsWith('.zip')).length).toBeGreaterThan(1);
  });

  test('killed once and run again', async () => {
    const spread = Array.from({ length: 5 }, (_, index) => Math.round(duration * (0.35 + index * 0.14)));
    const critical = MOMENTS.filter(([what]) => /emptied|report|submission is packed|district's page/.test(what)).map(([, seen]) => seen);
    expect(critical).toHaveLength(4);
    await trials([...spread, ...critical], async (moment) => {
      const disturbed = filled.copy();
      await killedRun(disturbed, moment);
      const again = await disturbed.run(...RUN);
      expect([0, 2, 99]).toContain(again.code);
      expect(again.stderr).toBe('');
      expect({ moment, ...results(disturbed) }).toEqual({ moment, ...expected });
    });
  });

  test('run twice at once', async () => {
    const shared = filled.copy();
    const runs = await Promise.all([shared.run(...RUN), shared.run(...RUN), shared.run(...RUN)]);
    for (const { code, stderr } of runs) {
      expect([0, 2, 75, 99]).toContain(code);
      expect(stderr).toBe('');
    }
    // A school that was busy for one run may have left a line behind its time in the district's report.
    expect([0, 2, 99]).toContain((await shared.run(...RUN)).code);
    const schools = ({ home }: Workspace): unknown => JSON.parse(readFileSync(join(home, 'reports', 'district.json'), 'utf8')).schools;
    const ofSchools = (all: Record<string, string>): Record<string, string> => Object.fromEntries(Object.entries(all).filter(([path]) => !path.startsWith('reports/')));
    expect(ofSchools(results(shared))).toEqual(ofSchools(expected));
    expect(schools(shared)).toEqual(schools(undisturbed));
  });

  test('killed again and again until it gets through', async () => {
    const disturbed = filled.copy();
    for (const [, seen] of MOMENTS) await killedRun(disturbed, seen);
    await disturbed.run(...RUN);
    expect(results(disturbed)).toEqual(expected);
    expect((await disturbed.run(...RUN)).code).toBe(99);
  });
});

describe('a night with a smaller roster', () => {
  let packed: Workspace;
  let expected: Record<string, string>;

  beforeAll(async () => {
    packed = await schoolHome(SCHOOL);
    const sheets = sheetsOf(14);
    const inbox = join(packed.home, SCHOOL, 'inbox');
    const hand = async (list: typeof sheets): Promise<void> => {
      for (const { name, bytes } of await workbooks(list)) writeFileSync(join(inbox, name), bytes);
    };
    await hand(sheets);
    expect((await packed.run(...RUN)).code).toBe(0);
    const officers = new Set(sheet(sheets, '幹部經歷紀錄').rows.map((row) => row[0]));
    const leaver = sheet(sheets, '學生資料').rows.map((row) => row[0]!).findLast((id) => !officers.has(id));
    await hand(sheets.map((one) => ({ ...one, rows: one.rows.filter((row) => row[0] !== leaver) })));
    const undisturbed = packed.copy();
    expect((await undisturbed.run(...RUN)).code).toBe(0);
    expected = results(undisturbed);
  });

  test('says that a student is missing, whenever it is killed', async () => {
    // Reports and marks are there from the night before: only what is new can be seen.
    const moments = [...MOMENTS.filter(([, seen]) => /emptying|outbox/.test(seen.source)).map(([, seen]) => seen), 500, 600];
    await trials(moments, async (moment) => {
      const disturbed = packed.copy();
      await killedRun(disturbed, moment);
      await disturbed.run(...RUN);
      expect({ moment, ...results(disturbed) }).toEqual({ moment, ...expected });
    });
  });
});

describe('an inbox whose emptying was cut off', () => {
  const NAME = '114_1_學生成績名冊_學期成績.csv';
  const scores = sheet(sheetsOf(8), '學期成績', '學生成績名冊');
  const halves = [scores.rows.slice(0, 40), scores.rows.slice(40)].map((rows) => csv({ ...scores, rows }));
  let done: Workspace;
  let inbox: string;

  const put = async (half: 0 | 1): Promise<void> => {
    const folder = join(inbox, `part-${half}`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, NAME), await halves[half]!);
  };
  const leaveList = async (sha256: string): Promise<void> => {
    writeFileSync(join(done.home, SCHOOL, 'state', 'emptying.json'), JSON.stringify([{ path: `part-1/${NAME}`, sha256 }]));
  };
  const records = async (): Promise<number> => (await done.json('check', '--school', SCHOOL, '--term', TERM)).value.summary.records.courseRecord;

  beforeAll(async () => {
    done = await schoolHome(SCHOOL);
    inbox = join(done.home, SCHOOL, 'inbox');
    await put(0);
    await put(1);
    await done.run(...RUN);
    expect(filesBelow(inbox)).toEqual([]);
    expect(await records()).toBe(scores.rows.length);
  });

  test('is emptied, and its rest is not taken for a smaller drop', async () => {
    await put(1);
    await leaveList(createHash('sha256').update(await halves[1]!).digest('hex'));
    expect((await done.run(...RUN)).code).toBe(99);
    expect(filesBelow(inbox)).toEqual([]);
    expect(await records()).toBe(scores.rows.length);
  });

  test('keeps a file that came under the same name meanwhile, and reads it', async () => {
    await put(1);
    await leaveList('0'.repeat(64));
    await done.run(...RUN);
    expect(filesBelow(inbox)).toEqual([]);
    expect(await records()).toBe(scores.rows.length - 40);
  });
});
