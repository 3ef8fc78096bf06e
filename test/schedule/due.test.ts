import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/core/resources.ts';
import { dueJobs, lastScheduled } from '../../src/schedule/due.ts';
import type { Job } from '../../src/schedule/job.ts';
import { loadJobs } from '../../src/schedule/jobs.ts';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
const job = (id: string, daily: string, after: readonly string[] = []): Job => ({ id, title: { 'zh-TW': id, en: id }, daily, flow: 'intake', after });
const at = (iso: string): number => Date.parse(`${iso}+08:00`);
const ids = (jobs: readonly Job[]): string[] => jobs.map((one) => one.id);

const daily = fc.tuple(fc.nat(23), fc.nat(59)).map(([hours, minutes]) => `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`);
const moment = fc.integer({ min: at('2000-01-01T00:00'), max: at('2100-01-01T00:00') });
/** Jobs that wait only for ones before them in this list, shuffled. */
const jobs = fc.array(fc.record({ daily, waits: fc.array(fc.nat(9), { maxLength: 3 }) }), { minLength: 1, maxLength: 8 })
  .map((list) => list.map(({ daily: time, waits }, index) => job(`job-${index}`, time, waits.filter((wait) => wait < index).map((wait) => `job-${wait}`))))
  .chain((list) => fc.shuffledSubarray(list, { minLength: list.length }));

describe('the last scheduled time', () => {
  test.each([
    ['2026-02-20T00:59', '2026-02-19T01:00'],
    ['2026-02-20T01:00', '2026-02-20T01:00'],
    ['2026-02-20T23:59', '2026-02-20T01:00'],
    ['2026-03-01T00:30', '2026-02-28T01:00'],
  ])('of a job at 01:00 in Taipei, seen at %s, is %s', (now, expected) => {
    expect(lastScheduled(job('a', '01:00'), at(now))).toBe(at(expected));
  });

  test('lies within the last day and is at the job\'s time in Taipei', () => {
    fc.assert(fc.property(daily, moment, (time, now) => {
      const last = lastScheduled(job('a', time), now);
      expect(now - last).toBeGreaterThanOrEqual(0);
      expect(now - last).toBeLessThan(DAY);
      expect(new Date(last + 8 * HOUR).toISOString().slice(11)).toBe(`${time}:00.000Z`);
    }));
  });
});

describe('due jobs', () => {
  test('are those that have not started since, and none once they have', () => {
    fc.assert(fc.property(jobs, fc.array(fc.option(moment, { nil: undefined }), { minLength: 8, maxLength: 8 }), moment, (list, starts, now) => {
      const last = Object.fromEntries(list.map((one, index) => [one.id, starts[index]]));
      const due = dueJobs(list, last, now);
      expect(ids(due).sort()).toEqual(ids(list.filter((one) => last[one.id] === undefined || last[one.id]! < lastScheduled(one, now))).sort());
      const afterwards = { ...last, ...Object.fromEntries(due.map((one) => [one.id, now])) };
      expect(dueJobs(list, afterwards, now)).toEqual([]);
    }));
  });

  test('come after the ones they wait for', () => {
    fc.assert(fc.property(jobs, moment, (list, now) => {
      const order = ids(dueJobs(list, {}, now));
      expect(new Set(order).size).toBe(order.length);
      for (const one of list) for (const before of one.after) expect(order.indexOf(before)).toBeLessThan(order.indexOf(one.id));
    }));
  });

  test('a missed night, or many, is caught up exactly once', () => {
    fc.assert(fc.property(jobs, moment, fc.integer({ min: 1, max: 400 }), (list, now, nights) => {
      const started = Object.fromEntries(list.map((one) => [one.id, now]));
      const later = now + nights * DAY;
      const due = dueJobs(list, started, later);
      expect(ids(due).sort()).toEqual(ids(list).sort());
      expect(dueJobs(list, Object.fromEntries(due.map((one) => [one.id, later])), later)).toEqual([]);
    }));
  });

  test('over any nights looked at in any rhythm start once a night at most, and never less than the nights looked at', () => {
    fc.assert(fc.property(daily, moment, fc.array(fc.integer({ min: 1, max: 3 * DAY }), { maxLength: 30 }), (time, begin, steps) => {
      const one = job('a', time);
      const starts: number[] = [];
      const scheduled = new Set<number>();
      let now = begin;
      for (const step of steps) {
        now += step;
        scheduled.add(lastScheduled(one, now));
        if (dueJobs([one], { a: starts.at(-1) }, now).length > 0) starts.push(now);
      }
      expect(starts.length).toBe(scheduled.size);
    }));
  });

  test('that wait for each other are refused', () => {
    expect(() => dueJobs([job('a', '01:00', ['b']), job('b', '01:00', ['a'])], {}, at('2026-02-20T02:00'))).toThrow('a → b → a');
  });

  test('do not wait for a job that is not due or not there', () => {
    const now = at('2026-02-20T02:00');
    expect(ids(dueJobs([job('a', '01:00', ['b', 'gone']), job('b', '01:00')], { b: now }, now))).toEqual(['a']);
  });
});

test('the jobs that ship have names of their own, wait for one another in order, and are due on the first look', async () => {
  const shipped = await loadJobs(`${packageRoot()}/jobs`);
  expect(ids(dueJobs(shipped, {}, at('2026-02-20T12:00')))).toEqual(['intake', 'portfolio-in', 'code-compare', 'precheck', 'term-submission', 'receipt', 'portfolio-out']);
  for (const one of shipped) {
    expect(one.daily).toMatch(/^[012]\d:[0-5]\d$/);
    expect(one.after.every((before) => shipped.some(({ id }) => id === before))).toBe(true);
  }
});
