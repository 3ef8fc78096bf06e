import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { AuditEntry } from '../../src/store/audit.ts';
import { openAudit, verifyAudit } from '../../src/store/audit.ts';
import { SCHOOL, temporaryFolder } from './support.ts';

const entry = (n: number): AuditEntry => ({ at: `2026-09-01T00:00:0${n}Z`, who: 'operator', what: 'quarantine/discard', subject: 'Z90000****', details: { reason: `第 ${n} 筆`, n } });

function log(entries: number): { path: string; folder: string } {
  const folder = temporaryFolder();
  const audit = openAudit(folder, SCHOOL);
  for (let n = 0; n < entries; n++) audit.append(entry(n));
  return { folder, path: join(folder, 'audit.jsonl') };
}

test('each line holds the hash of the one before', async () => {
  const { path, folder } = log(3);
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines.map(({ at, who, what, subject, details }) => ({ at, who, what, subject, details }))).toEqual([0, 1, 2].map(entry));
  expect(lines.map(({ prev }) => prev)).toEqual(['0'.repeat(64), lines[0]?.['hash'], lines[1]?.['hash']]);
  expect(await openAudit(folder, SCHOOL).verify()).toEqual({ ok: true, lines: 3, head: lines[2]?.['hash'] });
});

test('an empty log is whole', async () => {
  expect(await verifyAudit(join(temporaryFolder(), 'audit.jsonl'))).toEqual({ ok: true, lines: 0, head: '0'.repeat(64) });
});

const tampering: [string, (lines: string[]) => string[], number][] = [
  ['a word is changed', (lines) => lines.map((line) => line.replace('第 1 筆', '第 9 筆')), 2],
  ['a line is taken out', (lines) => lines.filter((_, index) => index !== 1), 2],
  ['two lines change places', (lines) => [lines[0] as string, lines[2] as string, lines[1] as string], 2],
  ['the first line is taken out', (lines) => lines.slice(1), 1],
];

test.each(tampering)('it shows when %s', async (_name, tamper, broken) => {
  const { path } = log(3);
  writeFileSync(path, `${tamper(readFileSync(path, 'utf8').trimEnd().split('\n')).join('\n')}\n`);
  expect(await verifyAudit(path)).toMatchObject({ ok: false, broken });
});

test('a torn line stays in sight and the next entry begins a line of its own', async () => {
  const { path, folder } = log(2);
  appendFileSync(path, '{"at":"2026-');
  openAudit(folder, SCHOOL).append(entry(2));
  expect(readFileSync(path, 'utf8').split('\n')).toHaveLength(5);
  expect(await verifyAudit(path)).toEqual({ ok: false, lines: 3, broken: 3 });
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
  writeFileSync(path, `${[...lines.slice(0, 2), lines[3]].join('\n')}\n`);
  expect(await verifyAudit(path)).toMatchObject({ ok: true, lines: 3 });
});

test('an entry too long to be found again is refused', () => {
  const { folder } = log(0);
  mkdirSync(folder, { recursive: true });
  expect(() => openAudit(folder, SCHOOL).append({ ...entry(0), details: { text: 'x'.repeat(70_000) } })).toThrow('internal/unexpected');
});
