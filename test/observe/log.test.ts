import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { maskIdsIn } from '../../src/core/mask.ts';
import { openLog } from '../../src/observe/log.ts';

function file(): string {
  const folder = mkdtempSync(join(tmpdir(), 'licheng-log-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'logs', 'licheng.log');
}

test('a log without a line is no file', async () => {
  const path = file();
  const log = openLog(path);
  await log.close();
  expect(existsSync(path)).toBe(false);
});

test('lines are JSON, in order, for their owner only, and on disk once closed', async () => {
  const path = file();
  const log = openLog(path);
  log.info('run', { schools: 3 });
  log.warn('slow');
  log.error('rules/threw', { detail: 'x' });
  await log.close();
  const lines = readFileSync(path, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines.map(({ level, message }) => [level, message])).toEqual([['info', 'run'], ['warn', 'slow'], ['error', 'rules/threw']]);
  expect(lines[0]).toMatchObject({ schools: 3, timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) });
  expect(statSync(path).mode & 0o077).toBe(0);
});

test('another opening goes on where the first ended', async () => {
  const path = file();
  for (const event of ['one', 'two']) {
    const log = openLog(path);
    log.info(event);
    await log.close();
  }
  expect(readFileSync(path, 'utf8').match(/"message":"\w+"/g)).toEqual(['"message":"one"', '"message":"two"']);
});

test('ids that slip into a text are masked, wherever they stand', async () => {
  const path = file();
  const log = openLog(path);
  log.error('x A123456789', { detail: 'row of A123456789王小明', deep: [{ id: 'AC01234567' }], path: '/home/B223456780.csv' });
  await log.close();
  const text = readFileSync(path, 'utf8');
  expect(text).not.toMatch(/A123456789|AC01234567|B223456780/);
  expect(text.match(/A12345\*{4}/g)).toHaveLength(2);
});

test('masking leaves alone what is no id', () => {
  for (const text of ['014302', '114-1', '114014302H1110110110101', 'A12345678', 'AA123456789', '']) expect(maskIdsIn(text)).toBe(text);
  expect(maskIdsIn('a123456789')).toBe('a12345****');
});
