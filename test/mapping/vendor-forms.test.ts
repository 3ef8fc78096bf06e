/** What systems do to cells: letters and names after school codes, placeholders, texts cut at a byte. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bind } from '../../src/mapping/bind.ts';
import { rowMapper } from '../../src/mapping/apply.ts';
import { compileMapping } from '../../src/mapping/compile.ts';
import type { ColumnDefinition } from '../../src/mapping/definition.ts';
import { explainField } from '../../src/mapping/explain.ts';
import { plainSchoolCode } from '../../src/mapping/school-code-form.ts';
import { Remarked } from '../../src/mapping/transform.ts';
import { schoolCode } from '../../src/mapping/transforms/school-code.ts';
import { text } from '../../src/mapping/transforms/text.ts';

const code = fc.stringMatching(/^[0-9]{2}[0-9A-Z]{2}[0-9]{2}$/);
const name = fc.string({ minLength: 1, maxLength: 20 }).map((some) => `國立${some}高級中學`);

describe('schoolCode', () => {
  test('the letter and the name a system puts after a code go, whatever they are', () => {
    fc.assert(fc.property(code, fc.constantFrom('', 'D', 'N'), fc.option(name), (plain, letter, called) => {
      const written = `${plain}${letter}${called === null ? '' : `.${called}`}`;
      expect(schoolCode.parse(written, 's', { suffix: 'DN', named: true })).toBe(plain);
    }));
  });

  test('reading what was printed changes nothing, whatever was read', () => {
    fc.assert(fc.property(fc.oneof(code, fc.string({ unit: 'binary', minLength: 1 })), fc.constantFrom({}, { suffix: 'D' }, { named: true }, { suffix: 'D', named: true }), (written, options) => {
      const value = schoolCode.parse(written, 's', options) as string;
      expect(schoolCode.parse(schoolCode.print(value, options), 's', options)).toBe(value);
    }));
  });

  test.each([
    ['124311D', {}, '124311D'], ['124311N', { suffix: 'D' }, '124311N'], ['12431D', { suffix: 'D' }, '12431D'],
    ['210305.國立台南第一高級中學', {}, '210305.國立台南第一高級中學'], ['國立.高中', { named: true }, '國立.高中'],
  ])('%s with %o stays', (written, form, plain) => {
    expect(plainSchoolCode(written, form)).toBe(plain);
  });

  test('options are checked', () => {
    expect([{ suffix: 'd' }, { suffix: '' }, { named: 'yes' }, { suffixes: 'D' }].map((options) => schoolCode.checkOptions?.(options) === undefined)).toEqual([false, false, false, false]);
    expect(schoolCode.checkOptions?.({ suffix: 'DN', named: true })).toBeUndefined();
  });
});

describe('text with a limit in bytes', () => {
  const cut = (written: string, bytes: number): boolean => text.parse(written, 's', { bytes }) instanceof Remarked;

  test('is remarked upon when a Chinese character more would not have fitted', () => {
    const fitting = (count: number): string => '幹'.repeat(count);
    expect([fitting(20), fitting(19), `${fitting(19)}ab`, `${fitting(19)}a`, fitting(21)].map((written) => cut(written, 60))).toEqual([true, false, true, true, false]);
  });

  test('never changes the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', minLength: 1 }), fc.integer({ min: 3, max: 40 }), (written, bytes) => {
      const outcome = text.parse(written, 's', { bytes });
      expect(outcome instanceof Remarked ? outcome.value : outcome).toBe(written);
    }));
  });
});

describe('placeholders', () => {
  const column = (to: string, header: string, more: Partial<ColumnDefinition> = {}): ColumnDefinition => ({ to, headers: [header], transform: 'text', ...more });
  const mapping = compileMapping({
    sheets: ['幹部'], rosters: [], rosterTypes: [], editions: ['108'], record: 'cadre', constants: {}, certainty: 'D', source: 'test',
    columns: [column('idNumber', '身分證號', { transform: 'nationalId', nonBlank: true, absent: ['X'] }), column('unit', '單位名稱', { absent: ['X', '??'] })],
  }, 'test', 'cadre');
  const read = (...cells: string[]) => rowMapper(bind(mapping, ['身分證號', '單位名稱']), { school: '990301', term: '114-1', input: 'test', tableIndex: 0 })([{ row: 2, cells }]);

  test('leave the field out and their text beside the record', () => {
    const { records } = read('A123456789', ' ?? ');
    expect(records[0]).toMatchObject({ idNumber: 'A123456789', raw: { unit: ' ?? ' } });
    expect(records[0]).not.toHaveProperty('unit');
  });

  test('are no value where there must be one', () => {
    expect(read('X', '班聯會').rejected.map(({ problem }) => problem.code)).toEqual(['mapping/blank-key']);
  });

  test('only count as the whole cell', () => {
    expect(read('A123456789', 'X 社').records[0]?.['unit']).toBe('X 社');
  });

  test('explain themselves', () => {
    expect(explainField(mapping, 'unit', '??')?.steps.at(-1)?.what.en).toMatch(/as good as blank/);
  });
});
