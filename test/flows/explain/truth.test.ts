/** What explain recomputes is what was taken in: for every adapter's own examples, whatever their format. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CanonicalRecord } from '../../../src/core/record.ts';
import { explain } from '../../../src/flows/explain/explain.ts';
import { parseReference } from '../../../src/flows/explain/reference.ts';
import { takeDrop } from '../../../src/flows/intake/drop.ts';
import { newSchool, offered, type School } from '../support.ts';

const ADAPTERS = join(import.meta.dirname, '../../../adapters');

interface Example {
  readonly adapter: string;
  readonly name: string;
  readonly folder: string;
  readonly school: string;
}

const examples = readdirSync(ADAPTERS, { withFileTypes: true }).filter((entry) => entry.isDirectory() && !entry.name.startsWith('_')).flatMap(({ name: adapter }): Example[] => {
  const fixtures = join(ADAPTERS, adapter, 'fixtures');
  return readdirSync(fixtures).map((name) => {
    const files = JSON.parse(readFileSync(join(fixtures, name, 'expected.json'), 'utf8')) as { school: string | null; tables: { records: { school: string }[] }[] }[];
    const school = files.flatMap((file) => [file.school, ...file.tables.flatMap(({ records }) => records.map((record) => record.school))]).find((code) => code !== null);
    return { adapter, name, folder: join(fixtures, name, 'input'), school: school ?? '990301' };
  });
});

async function recordsOf({ store }: School): Promise<CanonicalRecord[]> {
  const records: CanonicalRecord[] = [];
  for (const term of store.terms()) {
    for await (const student of store.students(term)) records.push(...student.records);
    for await (const batch of store.keyless(term)) records.push(...batch);
  }
  return records;
}

/** The first of each table are as good as all: what differs from row to row is the cells. */
const FEW = 3;

describe.each(examples.map((example) => [`${example.adapter}/${example.name}`, example] as const))('%s', (_name, { adapter, folder, school: code }) => {
  test('every value is explained by its cell, and no cell is forgotten', async () => {
    const school = await newSchool(code);
    const files = readdirSync(folder).map((file) => offered(file, readFileSync(join(folder, file))));
    await takeDrop(school.services, school.store, files, { term: '114-1', act: 'test', systems: [adapter] });
    const tables = Map.groupBy((await recordsOf(school)).filter(({ type }) => type !== 'attachment'), ({ source }) => `${source.input}:${source.table}`);
    for (const record of [...tables.values()].flatMap((records) => records.slice(0, FEW))) {
      const { input, table, row } = record.source;
      const { fields, fate, type } = await explain(school.services, school.store, parseReference(`${input}:${table}:${row}`), []);
      expect([fate, type]).toEqual(['imported', record.type]);
      const told = new Map(fields.map((field) => [field.field, field.value]));
      for (const { field, origin, value, column } of fields) {
        if (origin === 'kept') expect(record.extra?.[column!], `extra ${column}`).toBe(value);
        else if (origin !== 'dropped' && !field.startsWith('term') && !field.startsWith('extra.') && field !== 'sheet') expect(record[field], `${field} of ${row}`).toEqual(value);
      }
      const silent = Object.keys(record).filter((field) => !told.has(field) && !['type', 'school', 'term', 'source', 'raw', 'extra'].includes(field));
      expect(silent).toEqual([]);
    }
  });
});
