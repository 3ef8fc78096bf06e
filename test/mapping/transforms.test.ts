import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CellKind } from '../../src/core/table.ts';
import { TRANSFORMS } from '../../src/mapping/catalogue.ts';
import { type Options, Reject, Remarked, type Value } from '../../src/mapping/transform.ts';
import { canonicalValues, OPTIONS } from './values.ts';

function parse(name: string, text: string, kind: CellKind = 's', options: Options = OPTIONS[name] ?? {}): Value | Reject | Remarked {
  return TRANSFORMS.get(name)!.parse(text, kind, options);
}

/** Code of the rejection, or what the cell came to. */
function outcome(name: string, text: string, kind: CellKind = 's', options?: Options): unknown {
  const result = parse(name, text, kind, options);
  if (result instanceof Reject) return result.code;
  return result instanceof Remarked ? [result.value, result.code] : result;
}

describe.each([...TRANSFORMS.values()])('$name', (transform) => {
  const options = OPTIONS[transform.name] ?? {};

  test('parsing what it prints gives the value back', () => {
    fc.assert(fc.property(canonicalValues(transform.name), (value) => {
      expect(transform.parse(transform.print(value, options), 's', options)).toBe(value);
    }));
  });

  test('whatever the text, it answers with a value or a coded rejection, and a value survives printing', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary', minLength: 1 }), fc.stringMatching(/^[-0-9./Ee+:TYN]{1,12}$/)), fc.constantFrom<CellKind>('s', 'n', 'd', 'b'), (raw, kind) => {
      const text = raw.trim();
      if (text === '') return;
      const result = transform.parse(text, kind, options);
      if (result instanceof Reject) return void expect(result.code).toMatch(/^mapping\//);
      const value = result instanceof Remarked ? result.value : result;
      const again = value === undefined || kind === 'd' ? value : transform.parse(transform.print(value, options), 's', options);
      expect(again).toBe(value);
    }));
  });

  test('is documented in both languages and has options that pass its own check', () => {
    expect(transform.doc['zh-TW']).toMatch(/[\u4e00-\u9fff]/);
    expect(transform.doc.en).toMatch(/[a-z]/);
    expect(transform.checkOptions?.(options)).toBeUndefined();
  });
});

describe('cells as schools write them', () => {
  test.each<[string, string, CellKind, unknown]>([
    ['rocDate', '0970315', 's', '2008-03-15'],
    ['rocDate', '1130229', 's', '2024-02-29'],
    ['rocDate', '1120229', 's', 'mapping/impossible-date'],
    ['rocDate', '970315', 's', 'mapping/impossible-date'],
    ['rocDate', '970315', 'n', ['2008-03-15', 'mapping/lost-zero']],
    ['rocDate', '20080315', 's', 'mapping/impossible-date'],
    ['rocDate', '2008-03-15', 'd', ['2008-03-15', 'mapping/date-cell']],
    ['rocDate', '1900-01-01', 'd', 'mapping/impossible-date'],
    ['rocDate', '-1', 's', null],
    ['score', '-1', 's', null],
    ['score', '-1.00', 's', null],
    ['score', '85.50', 's', 85.5],
    ['score', '缺考', 's', 'mapping/not-a-number'],
    ['score', '*58', 's', 'mapping/not-a-number'],
    ['score', '1e2', 's', 'mapping/not-a-number'],
    ['score', '-0', 's', 0],
    ['credits', 'T', 's', 'mapping/plan-letter-credit'],
    ['credits', '4', 's', 4],
    ['integer', '3.0', 's', 3],
    ['integer', '3.5', 's', 'mapping/not-a-number'],
    ['nationalId', 'ａ123456789', 's', 'A123456789'],
    ['nationalId', 'A12345****', 's', 'mapping/not-an-id'],
    ['nationalIdOrNone', '-1', 's', null],
    ['code', '01', 's', '01'],
    ['code', '1.08011302e+22', 'n', 'mapping/number-damaged'],
    ['rocYear', '114', 's', 114],
    ['rocYear', '097', 's', 97],
    ['rocYear', '2025', 's', 'mapping/not-a-year'],
    ['termPart', '3', 's', 'mapping/not-a-term'],
    ['termPart', '0', 's', 'mapping/not-a-term'],
    ['schoolCode', '11301', 'n', ['011301', 'mapping/lost-zero']],
    ['schoolCode', '０１１３０ｆ', 's', '01130F'],
    ['passFlag', '0', 's', false],
    ['passFlag', '-1', 's', null],
    ['passFlag', 'Y', 's', 'mapping/not-a-flag'],
    ['lines', '["X01","X02"]', 's', 'X01\nX02'],
    ['lines', '["X01",null,3]', 's', 'X01\n\n3'],
    ['lines', 'X01', 's', 'X01'],
    ['lines', '[X01', 's', '[X01'],
    ['lines', '[{"a":1}]', 's', '[{"a":1}]'],
    ['lines', '[null]', 's', '[null]'],
    ['sha256', 'AB'.repeat(32), 's', 'ab'.repeat(32)],
    ['sha256', 'AB'.repeat(31), 's', [undefined, 'mapping/not-a-digest']],
    ['dateTime', '114/09/05 08:10', 's', '2025-09-05T08:10'],
    ['dateTime', '2025-9-5', 's', '2025-09-05'],
    ['dateTime', '2025/09/05 24:00', 's', 'mapping/impossible-date'],
    ['centralDate', '2019/9/1 上午 12:00:00', 's', '2019-09-01'],
    ['centralDate', '2019/12/31 下午 03:04:05', 's', '2019-12-31'],
    ['centralDate', '2019/9/1', 's', '2019-09-01'],
    ['centralDate', '2019/2/29 上午 12:00:00', 's', 'mapping/impossible-date'],
    ['centralDate', '2019/9/1 下午 13:00:00', 's', 'mapping/impossible-date'],
    ['centralDate', '2019/9/1 12:00:00', 's', 'mapping/impossible-date'],
    ['centralDate', '108/9/1 上午 12:00:00', 's', 'mapping/impossible-date'],
    ['centralDate', '1080901', 's', 'mapping/impossible-date'],
    ['centralDate', '-1', 's', null],
    ['centralDate', '2019-09-01', 'd', ['2019-09-01', 'mapping/date-cell']],
    ['centralDate', '2003-09-01', 's', '2003-09-01'],
    ['starScore', '*59.00', 's', 59],
    ['starScore', '75.50', 's', 75.5],
    ['starScore', '-1', 's', null],
    ['starScore', '*-1', 's', 'mapping/not-a-number'],
    ['starScore', '*', 's', 'mapping/not-a-number'],
    ['starScore', '**59', 's', 'mapping/not-a-number'],
    ['starPass', '*59.00', 's', false],
    ['starPass', '75.50', 's', true],
    ['starPass', '-1', 's', null],
    ['starPass', '及格', 's', 'mapping/not-a-number'],
    ['codeList', ',1', 's', '1'],
    ['codeList', '1,', 's', '1'],
    ['codeList', '1,1', 's', '1'],
    ['codeList', '24,4, 1', 's', '1,4,24'],
    ['codeList', ',', 's', '0'],
    ['codeList', 'B,2,A,10', 's', '2,10,A,B'],
    ['codeOrFlag', '2', 's', '2'],
    ['codeOrFlag', 'True', 's', [undefined, 'mapping/code-as-boolean']],
    ['codeOrFlag', 'FALSE', 's', [undefined, 'mapping/code-as-boolean']],
    ['sheetTitle', '學期成績 ', 's', '學期成績 '],
    ['sheetTitle', '重讀成績', 's', 'mapping/other-sheet'],
  ])('%s of %s (%s)', (name, text, kind, expected) => {
    expect(outcome(name, text, kind)).toEqual(expected);
  });

  test('pass flags in the words another system uses', () => {
    const options = { words: { true: ['True'], false: ['False'], none: ['-1'] } };
    expect(['True', 'False', '-1', '1'].map((text) => outcome('passFlag', text, 's', options))).toEqual([true, false, null, 'mapping/not-a-flag']);
  });

  test('a date of the central database may be seven ROC digits where the mapping says so', () => {
    expect(['1080901', '2019/9/1 上午 12:00:00', '1080931'].map((text) => outcome('centralDate', text, 's', { roc: true }))).toEqual(['2019-09-01', '2019-09-01', 'mapping/impossible-date']);
  });

  test('a vendor date is read in the formats named and no other', () => {
    const roc = { formats: ['roc/'], example: '' };
    const gregorian = { formats: ['ad/', 'ad-'], example: '' };
    expect(['97/03/15', '097/3/5', '97/02/30', '2008/03/15'].map((text) => outcome('vendorDate', text, 's', roc))).toEqual(['2008-03-15', '2008-03-05', 'mapping/impossible-date', 'mapping/impossible-date']);
    expect(['2008/03/15', '2008-3-5', '97/03/15'].map((text) => outcome('vendorDate', text, 's', gregorian))).toEqual(['2008-03-15', '2008-03-05', 'mapping/impossible-date']);
  });

  test('fixed digits pad but never round a value away', () => {
    const { print } = TRANSFORMS.get('decimal')!;
    expect([print(2, { digits: 3 }), print(64.5, { digits: 1 }), print(64.55, { digits: 1 }), print(null, { digits: 3 })]).toEqual(['2.000', '64.5', '64.55', '-1']);
  });

  test.each<[string, Options]>([
    ['vendorDate', {}],
    ['vendorDate', { formats: ['mm/dd/yyyy'], example: 'x' }],
    ['vendorDate', { formats: ['roc/'] }],
    ['codeMap', {}],
    ['codeMap', { map: { 男: 1 } }],
    ['passFlag', { words: { true: ['Y'] } }],
    ['decimal', { digits: -1 }],
    ['sheetTitle', {}],
    ['sheetTitle', { sheets: [''] }],
  ])('%s refuses the options %j', (name, options) => {
    expect(TRANSFORMS.get(name)!.checkOptions?.(options)).toMatch(/./);
  });
});
