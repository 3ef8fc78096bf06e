import { expect, test } from 'vitest';
import { taipeiMinute, todayInTaipei, isoTime } from '../../src/observe/clock.ts';
import { terminalProgress } from '../../src/observe/progress.ts';

function terminal(isTTY: boolean, columns = 40): { stream: NodeJS.WriteStream; written: string[] } {
  const written: string[] = [];
  const stream = { isTTY, columns, write: (text: string) => written.push(text) > 0 } as unknown as NodeJS.WriteStream;
  return { stream, written };
}

test('a pipe gets no progress', () => {
  let now = 0;
  const { stream, written } = terminal(false);
  const progress = terminalProgress(stream, { now: () => now });
  for (now = 0; now < 10_000; now += 100) progress.step('x', now, 10_000);
  progress.end();
  expect(written).toEqual([]);
});

test('a terminal gets one line after a second, at most ten times a second, and it is wiped at the end', () => {
  let now = 0;
  const { stream, written } = terminal(true);
  const progress = terminalProgress(stream, { now: () => now });
  for (now = 0; now < 1000; now += 10) progress.step('early');
  expect(written).toEqual([]);
  for (now = 1000; now < 2000; now += 10) progress.step('late', now, 2000);
  expect(written.length).toBeGreaterThan(5);
  expect(written.length).toBeLessThanOrEqual(10);
  expect(written.every((text) => text.startsWith('\r\u001b[2K…'))).toBe(true);
  progress.end();
  expect(written.at(-1)).toBe('\r\u001b[2K');
});

test('a line never wraps, ideographs taking two cells', () => {
  let now = 0;
  const { stream, written } = terminal(true, 20);
  const progress = terminalProgress(stream, { now: () => now });
  now = 5000;
  progress.step('學生成績名冊學生成績名冊.xlsx', 12, 3456);
  const shown = written[0]!.slice(5);
  expect([...shown].reduce((cells, character) => cells + (character.codePointAt(0)! > 0x2e7f ? 2 : 1), 0)).toBeLessThan(20);
});

test('the day is the day in Taipei', () => {
  const clock = (iso: string): { now: () => number } => ({ now: () => Date.parse(iso) });
  expect(todayInTaipei(clock('2026-02-19T15:59:59Z'))).toBe('2026-02-19');
  expect(todayInTaipei(clock('2026-02-19T16:00:00Z'))).toBe('2026-02-20');
  expect(isoTime(clock('2026-02-19T16:00:00Z'))).toBe('2026-02-19T16:00:00.000Z');
  expect(taipeiMinute(Date.parse('2026-12-31T16:05:00Z'))).toBe('2027-01-01 00:05');
});
