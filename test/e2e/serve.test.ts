/** The service: what is due is done once, a missed night is caught up, and a stop is clean. */
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesBelow, type Json, schoolHome, type Workspace } from '../licheng.ts';
import { SCHOOL, sheet, sheetsOf, workbook } from '../rosters.ts';

const students = sheet(sheetsOf(6), '學生資料');
const JOBS = ['intake', 'portfolio-in', 'code-compare', 'precheck', 'term-submission', 'receipt', 'portfolio-out'];
const DAY = 24 * 60 * 60 * 1000;

async function filled(): Promise<Workspace> {
  const home = await schoolHome(SCHOOL);
  writeFileSync(join(home.home, SCHOOL, 'inbox', 'students.xlsx'), await workbook([students]));
  return home;
}

describe('serve --once', () => {
  test('does what is due, and has nothing to do afterwards until a night is missed', async () => {
    const home = await filled();
    const first = await home.json('serve', '--once');
    expect(first).toMatchObject({ code: 0, value: { ran: JOBS } });
    expect(filesBelow(join(home.home, SCHOOL, 'outbox')).length).toBeGreaterThan(0);
    expect(await home.json('serve', '--once')).toMatchObject({ code: 99, value: { ran: [] } });

    const file = join(home.home, 'jobs.json');
    const starts = JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>;
    expect(Object.keys(starts).sort()).toEqual(JOBS.toSorted());
    writeFileSync(file, JSON.stringify(Object.fromEntries(Object.entries(starts).map(([id, at]) => [id, at - 3 * DAY]))));
    expect(await home.json('serve', '--once')).toMatchObject({ code: 0, value: { ran: JOBS } });
    expect(await home.json('serve', '--once')).toMatchObject({ code: 99, value: { ran: [] } });
  });

  test('leaves a school that somebody else holds for the next look', async () => {
    const home = await filled();
    expect((await home.run('run')).code).toBe(0);
    const { DatabaseSync } = await import('node:sqlite');
    const holder = new DatabaseSync(join(home.home, SCHOOL, 'state', 'lock.sqlite'));
    holder.exec('BEGIN EXCLUSIVE');
    const busy = await home.json('run');
    expect(busy).toMatchObject({ code: 75, value: { schools: [{ status: 'busy' }] } });
    expect(await home.json('check', '--school', SCHOOL, '--term', '114-1')).toMatchObject({ code: 75, value: { fault: 'store/busy', retryable: true } });
    await home.json('serve', '--once');
    expect(existsSync(join(home.home, 'jobs.json'))).toBe(false);
    holder.close();
    expect((await home.json('run')).code).toBe(99);
    expect((await home.json('serve', '--once')).value.ran).toEqual(JOBS);
  });
});

test.each(['SIGTERM', 'SIGINT'] as const)('a service ends cleanly on %s, its work done', async (signal) => {
  const home = await filled();
  const child = home.start('serve', '--lang', 'en');
  let said = '';
  child.stdout!.on('data', (chunk: Buffer) => { said += chunk.toString(); });
  child.stderr!.on('data', (chunk: Buffer) => { said += chunk.toString(); });
  const ended = once(child, 'exit') as Promise<[number | null, string | null]>;
  while (!/District report/.test(said)) await Promise.race([once(child.stdout!, 'data'), ended.then(() => { throw new Error(said); })]);
  child.kill(signal);
  expect(await ended).toEqual([0, null]);
  expect(said).toContain('Serving');
  expect(said).not.toMatch(/Error|\bat .*:\d+:\d+/);
  expect(filesBelow(join(home.home, SCHOOL, 'state')).filter((path) => /holder|-wal|-shm/.test(path))).toEqual([]);
  const doctor = await home.json('doctor');
  expect(doctor.value.lines.filter((line: Json) => !line.ok)).toEqual([]);
});
