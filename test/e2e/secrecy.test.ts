/** Nothing personal of a demo district is readable outside inbox and outbox, or said by any command. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { generateDistrict } from '../../src/cli/demo/district/generate.ts';
import { loadRegistry } from '../../src/adapters/registry.ts';
import { openInput } from '../../src/formats/open.ts';
import { memorySource } from '../../src/formats/bytes.ts';
import { filesBelow, workspace } from '../licheng.ts';

const district = workspace();
const PLAN = { schools: 3, students: 40, seed: '4', term: '114-1', common: 'national-roster' };

interface Person { readonly id: string; readonly birth: string }
const people: Person[] = [];
const names = new Set<string>();

/** Ids, birth dates and names as they stand in the files the demo makes. */
async function readPeople(): Promise<void> {
  for await (const school of generateDistrict(await loadRegistry(), PLAN)) {
    for (const { name, bytes } of school.files) {
      const opened = await openInput(memorySource(bytes), name, { encodings: ['utf-8', 'cp950'] });
      if (opened.kind !== 'file') continue;
      for (const table of opened.file.tables) {
        const at = (headers: RegExp): number => table.header.findIndex((header) => headers.test(header));
        const [id, birth, person] = [at(/^身分證/), at(/^(?:出生日期|生日)$/), at(/^(?:姓名|學生姓名)$/)];
        for await (const rows of table.rows()) {
          for (const { cells } of rows) {
            if (/^[A-Z]\d{9}$/.test(cells[id] ?? '')) people.push({ id: cells[id]!, birth: cells[birth] ?? '' });
            if ((cells[person] ?? '').length > 1) names.add(cells[person]!);
          }
        }
      }
      await opened.file.close();
    }
  }
}

const iso = (roc: string): string => `${Number(roc.slice(0, 3)) + 1911}-${roc.slice(3, 5)}-${roc.slice(5)}`;

let ids: string[];
let births: string[];
const said: string[] = [];

beforeAll(async () => {
  await readPeople();
  ids = [...new Set(people.map(({ id }) => id))];
  births = [...new Set(people.map(({ birth }) => birth).filter((birth) => /^\d{7}$/.test(birth)))];
  const say = async (...args: readonly string[]): Promise<string> => {
    const { stdout, stderr } = await district.run(...args);
    said.push(stdout, stderr);
    return stdout;
  };
  await say('demo', '--schools', '3', '--students', '40', '--seed', '4');
  await say('run', '--lang', 'zh-TW');
  for (const school of ['990301', '990302', '990303']) {
    await say('check', '--school', school, '--term', '114-1', '--lang', 'zh-TW');
    const report = await say('check', '--school', school, '--term', '114-1', '--json');
    await say('quarantine', 'list', '--school', school);
    const record = (JSON.parse(report) as { findings: { record: string | null }[] }).findings.find((finding) => finding.record !== null)?.record;
    if (record) await say('explain', record, '--school', school);
  }
  await say('runs');
  await say('doctor');
});

test('there is something to look for, errors included', () => {
  expect(ids.length).toBeGreaterThanOrEqual(118);
  expect(births.length).toBeGreaterThan(80);
  expect(names.size).toBeGreaterThan(30);
  expect(said.join('')).toMatch(/[A-Z]\d{5}\*{4}/);
});

describe('no id, name or birth date', () => {
  const found = (bytes: Buffer): string[] => {
    const text = bytes.toString('latin1');
    const utf16 = bytes.toString('utf16le');
    const has = (word: string): boolean => text.includes(Buffer.from(word).toString('latin1')) || utf16.includes(word);
    return [
      ...ids.filter(has),
      ...births.flatMap((birth) => [birth, iso(birth)]).filter((birth) => new RegExp(`(?<!\\d)${birth}(?!\\d)`).test(text)),
      ...[...names].filter(has),
    ];
  };

  test('stands in any file of the home but inbox and outbox', () => {
    const files = filesBelow(district.home).filter((path) => !/^[^/]+\/(?:inbox|outbox)\//.test(path));
    expect(files.length).toBeGreaterThan(30);
    const leaks = files.flatMap((path) => found(readFileSync(join(district.home, path))).map((word) => `${path}: ${word}`));
    expect(leaks).toEqual([]);
  });

  test('is part of a path below the home', () => {
    expect(found(Buffer.from(filesBelow(district.home).join('\n')))).toEqual([]);
  });

  test('is said on stdout or stderr', () => {
    expect(found(Buffer.from(said.join('\n')))).toEqual([]);
  });

  test('is missed by this test when it is there', () => {
    const [person] = people;
    expect(found(Buffer.from(`x${person!.id}y`))).toEqual([person!.id]);
    expect(found(Buffer.from(`born ${iso(births[0]!)}.`))).toContain(iso(births[0]!));
    expect(found(Buffer.from([...names][0]!))).toContain([...names][0]!);
  });
});
