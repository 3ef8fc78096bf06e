/** Values each transform can give, for property tests. */
import fc from 'fast-check';
import type { Options, Value } from '../../src/mapping/transform.ts';

/** Options for transforms that cannot do without. */
export const OPTIONS: Readonly<Record<string, Options>> = {
  vendorDate: { formats: ['roc/', 'ad/'], example: '97/03/15' },
  sheetTitle: { sheets: ['學期成績'] },
  codeMap: { map: { 男: '1', 女: '2', 女性: '2' } },
};

const trimmed = fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }).map((text) => text.trim()).filter((text) => text !== '');
const date = fc.date({ min: new Date('1912-01-01T00:00:00Z'), max: new Date('2110-12-31T00:00:00Z'), noInvalidDate: true }).map((day) => day.toISOString().slice(0, 10));
const id = fc.stringMatching(/^[A-Z][0-9A-D][0-9]{8}$/);
const number = fc.integer({ min: 0, max: 99_999 }).map((hundredths) => hundredths / 100);
const orNone = (values: fc.Arbitrary<Value>): fc.Arbitrary<Value> => fc.oneof({ weight: 1, arbitrary: fc.constant(null) }, { weight: 9, arbitrary: values });

/** Texts that are dates, numbers or flags to no other transform. */
export function canonicalValues(transform: string, options: Options = OPTIONS[transform] ?? {}): fc.Arbitrary<Value> {
  switch (transform) {
    case 'text': return trimmed;
    case 'code': return fc.stringMatching(/^[0-9A-Za-z-]{1,23}$/);
    case 'nationalId': return id;
    case 'nationalIdOrNone': return orNone(id);
    case 'rocDate': return orNone(date);
    case 'centralDate': return orNone(date);
    case 'starScore': return orNone(number);
    case 'starPass': return fc.constantFrom<Value>(true, false, null);
    case 'codeList': return fc.uniqueArray(fc.integer({ min: 0, max: 99 }), { minLength: 1, maxLength: 5 }).map((codes) => codes.sort((a, b) => a - b).join(','));
    case 'codeOrFlag': return fc.stringMatching(/^[0-9A-Za-z-]{1,3}$/);
    case 'sheetTitle': return fc.constantFrom(...(options['sheets'] as readonly string[]));
    case 'vendorDate': return date;
    case 'termStamp': return fc.tuple(fc.integer({ min: 10, max: 999 }), fc.integer({ min: 0, max: 2 })).map(([year, part]) => `${year}-${part}`);
    case 'dateTime': return fc.tuple(date, fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 })).map(([day, hour, minute]) => `${day}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
    case 'lines': return fc.array(trimmed, { minLength: 1, maxLength: 4 }).map((items) => items.join('\n'));
    case 'sha256': return fc.stringMatching(/^[0-9a-f]{64}$/);
    case 'integer': return orNone(fc.integer({ min: 0, max: 99_999 }));
    case 'decimal': case 'score': case 'credits': return orNone(number);
    case 'passFlag': return fc.constantFrom<Value>(true, false, null);
    case 'codeMap': return fc.constantFrom(...Object.values(options['map'] as Record<string, string>));
    case 'rocYear': return fc.integer({ min: 10, max: 999 });
    case 'termPart': return fc.constantFrom<Value>(1, 2);
    case 'schoolCode': return fc.stringMatching(/^[0-9]{2}[0-9A-Z]{4}$/);
    default: throw new TypeError(`no values for the transform ${transform}`);
  }
}
