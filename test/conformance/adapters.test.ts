/** The conformance kit: what every adapter folder, ours or another's, must hold to. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { printTable } from '../../src/adapters/print.ts';
import { readTable } from '../../src/adapters/read.ts';
import { loadRegistry } from '../../src/adapters/registry.ts';
import { codeListNames } from '../../src/core/codes.ts';
import { FIELDS } from '../../src/core/fields.ts';
import type { CanonicalRecord } from '../../src/core/record.ts';
import { canonicalSchema } from '../../src/core/schemas.ts';
import { explainField } from '../../src/mapping/explain.ts';
import { memoryTable } from '../mapping/table.ts';
import { casesOf, outcomesOf, type TableOutcome } from './golden.ts';

/** Fields whose source is not the sheet, by mapping or for all. */
const FILLED = ['type', 'school', 'term', 'source'];

const registry = await loadRegistry();
const plain = ({ raw: _raw, source: _source, ...record }: CanonicalRecord): object => record;

describe.each(registry.adapters.map((adapter) => [adapter.id, adapter] as const))('%s', (_, adapter) => {
  const cases = casesOf(adapter.folder);
  const outcomes = new Map<string, ReturnType<typeof outcomesOf>>();
  const outcome = (name: string): ReturnType<typeof outcomesOf> => {
    const known = outcomes.get(name) ?? outcomesOf(join(adapter.folder, 'fixtures', name, 'input'), registry);
    outcomes.set(name, known);
    return known;
  };
  const tablesRead = async (): Promise<readonly TableOutcome[]> =>
    (await Promise.all(cases.map(outcome))).flat().flatMap((file) => file.tables).filter((table) => table.mapping !== null);

  test('has a README and fixtures', () => {
    expect(existsSync(join(adapter.folder, 'README.md'))).toBe(true);
    expect(cases.length).toBeGreaterThan(0);
  });

  test('fills every field its record types require, or says why not', () => {
    const unfilled = adapter.mappings.flatMap(({ id, definition }) => {
      const filled = new Set([...FILLED, ...Object.keys(definition.constants), ...definition.columns.map((column) => column.to), ...(definition.excuses ?? []).map(({ field }) => field)]);
      const needed = [...(canonicalSchema(definition.record)['required'] as string[]), 'idNumber', 'birthDate'].filter((field) => field in FIELDS[definition.record]);
      return needed.filter((field) => !filled.has(field)).map((field) => `${id} ${field}`);
    });
    expect(unfilled).toEqual([]);
  });

  test('fills fields only where the kind of record has them', () => {
    const misplaced = adapter.mappings.flatMap(({ id, definition }) => definition.columns
      .filter((column) => {
        const kinds = FIELDS[definition.record][column.to]?.kinds;
        return kinds !== undefined && !kinds.includes(definition.constants['kind'] ?? '');
      })
      .map((column) => `${id} ${column.to}`));
    expect(misplaced).toEqual([]);
  });

  test('names code lists that exist', () => {
    const lists = new Set(codeListNames());
    const unknown = adapter.mappings.flatMap(({ id, definition }) => definition.columns.filter((column) => column.codes !== undefined && !lists.has(column.codes)).map((column) => `${id} ${column.codes}`));
    expect(unknown).toEqual([]);
  });

  test('declares what it infers', () => {
    const inferred = adapter.manifest.support === 'assumed' || adapter.mappings.some(({ definition }) => definition.certainty === 'C' || definition.certainty === 'D');
    if (inferred) expect(adapter.manifest.assumptions.map((assumption) => assumption.id)).not.toEqual([]);
    expect(adapter.manifest.support === 'verified' && adapter.mappings.every(({ definition }) => definition.certainty === 'D')).toBe(false);
  });

  test('has a fixture for every mapping', async () => {
    const used = new Set((await tablesRead()).map((table) => table.mapping));
    const idle = adapter.mappings.map(({ id }) => id).filter((id) => !used.has(id));
    expect(idle).toEqual([]);
  });

  describe.each(cases)('%s', (name) => {
    const folder = join(adapter.folder, 'fixtures', name);

    test('is recognised and read as expected', async () => {
      const files = await outcome(name);
      expect(files.map((file) => [file.file, file.system])).toEqual(files.map((file) => [file.file, adapter.id]));
      expect(files).toEqual(JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')));
    });

    test('every row is a record or a rejection', async () => {
      for (const table of (await outcome(name)).flatMap((file) => file.tables)) expect(table.records.length + table.rejected.length).toBe(table.rows);
    });

    test('reads the same twice', async () => {
      expect(await outcomesOf(join(folder, 'input'), registry)).toEqual(await outcome(name));
    });

    test('every value explains itself', async () => {
      for (const table of (await outcome(name)).flatMap((file) => file.tables)) {
        const mapping = registry.mapping(table.mapping ?? '')!;
        for (const record of table.records) {
          for (const column of mapping.columns.filter(({ to }) => record[to] !== undefined)) {
            const value = record[column.to] as Parameters<typeof column.print>[0];
            const told = explainField(mapping, column.to, record.raw?.[column.to] ?? column.print(value));
            expect([column.to, told?.value]).toEqual([column.to, value]);
          }
        }
      }
    });

    test('what is written is read back', async () => {
      for (const table of (await outcome(name)).flatMap((file) => file.tables)) {
        const mapping = registry.mapping(table.mapping ?? '')!;
        if (table.records.length === 0 || mapping.definition.writes === false) continue;
        const printed = printTable(mapping, table.records, { extra: true });
        const again: CanonicalRecord[] = [];
        const context = { school: table.records[0]!.school, term: table.records[0]!.term, input: 'again', tableIndex: 0 };
        for await (const batch of readTable(memoryTable(table.sheet, printed.header, printed.rows), mapping, context)) {
          expect(batch.rejected).toEqual([]);
          again.push(...batch.records);
        }
        expect(again.map(plain)).toEqual(table.records.map(plain));
        expect(printTable(mapping, again, { extra: true })).toEqual(printed);
      }
    });
  });
});
