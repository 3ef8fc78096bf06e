import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { SchoolNight } from '../../../src/flows/night/outcome.ts';
import { type RecordedNight, trendsOf } from '../../../src/flows/night/trend.ts';
import { openCatalogue } from '../../../src/store/catalogue.ts';

const folder = mkdtempSync(join(tmpdir(), 'licheng-trend-'));
const catalogue = openCatalogue(join(folder, 'catalogue.sqlite'));
afterAll(() => {
  catalogue.close();
  rmSync(folder, { recursive: true });
});

const night = (school: string, today: string, errors: number, status: SchoolNight['status'] = 'shut'): RecordedNight => ({
  school, today, status, name: null, term: '114-1', worked: true, imported: 0, rejected: 0, findings: { errors, warnings: 1, infos: 0 },
  packages: [], whoseMove: 'school', cells: {}, comparison: null, standing: null,
});
const record = (run: string, schools: readonly RecordedNight[]): void =>
  catalogue.record({ run, startedAt: '2026-02-01T00:00:00Z', endedAt: '2026-02-01T00:01:00Z', schools });

test('goes on from the runs before, oldest first, one point a day', () => {
  record('a', [night('193301', '2026-02-01', 30), night('193302', '2026-02-01', 5)]);
  record('b', [night('193301', '2026-02-02', 20)]);
  record('c', [night('193301', '2026-02-02', 12), night('193302', '2026-02-02', 0, 'fault')]);
  record('d', [night('193302', '2026-02-03', 0, 'busy')]);
  const trends = trendsOf(catalogue, 'e', [night('193301', '2026-02-04', 3)]);
  expect(trends.get('193301')).toEqual([
    { today: '2026-02-01', errors: 30, warnings: 1 }, { today: '2026-02-02', errors: 12, warnings: 1 }, { today: '2026-02-04', errors: 3, warnings: 1 },
  ]);
  expect(trends.get('193302')?.map(({ errors }) => errors)).toEqual([5]);
});

test('a run that was recorded and then cut off counts once', () => {
  record('f', [night('193301', '2026-02-05', 1)]);
  const again = [night('193301', '2026-02-05', 1)];
  expect(trendsOf(catalogue, 'f', again)).toEqual(trendsOf(catalogue, 'another name', again));
});

test('keeps the last twenty days', () => {
  for (let day = 10; day < 29; day++) record(`day ${day}`, [night('193303', `2026-02-${day}`, day)]);
  const errors = trendsOf(catalogue, 'x', [night('193303', '2026-03-01', 1), night('193303', '2026-03-02', 2)]).get('193303')!.map((point) => point.errors);
  expect(errors).toHaveLength(20);
  expect([errors[0], errors.at(-1)]).toEqual([11, 2]);
});
