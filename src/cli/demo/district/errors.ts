/** Errors as real exports have them, seeded into clean records and printed cells. */
import type { Random } from './random.ts';
import type { Draft } from './school.ts';

type Spoil = (record: Draft) => Draft;

/** The last digit of the id, one further: the checksum no longer fits. */
function wrongDigit(id: string): string {
  return `${id.slice(0, 9)}${(Number(id.slice(9)) + 1) % 10}`;
}

/** Mistakes a rule finds: the value converts, but it cannot be right. */
const RECORD_ERRORS: readonly Spoil[] = [
  (record) => ({ ...record, score: 160, passed: true }),
  (record) => ({ ...record, passed: record['passed'] !== true }),
  (record) => ({ ...record, courseCode: `${String(record['courseCode']).slice(0, 16)}8${String(record['courseCode']).slice(17)}` }),
  (record) => ({ ...record, courseCode: String(record['courseCode']).slice(0, 22) }),
  (record) => ({ ...record, idNumber: wrongDigit(String(record['idNumber'])) }),
  (record) => ({ ...record, counted: '7' }),
];

/** About one course record in `every` is spoilt, and some rows stand twice. */
export function withRecordErrors(records: readonly Draft[], random: Random, every: number): Draft[] {
  return records.flatMap((record) => {
    if (record.type !== 'courseRecord' || record.kind !== 'regular' || !random.chance(1 / every)) return [record];
    const which = random.below(RECORD_ERRORS.length + 1);
    return which === RECORD_ERRORS.length ? [record, record] : [RECORD_ERRORS[which]!(record)];
  });
}

/** Mistakes that no conversion survives: the row goes to quarantine. */
const CELL_ERRORS: readonly { readonly headers: readonly string[]; readonly text: string }[] = [
  { headers: ['出生日期', '生日'], text: '0970230' },
  { headers: ['修課學分', '學分'], text: 'T' },
  { headers: ['身分證號', '身分證字號'], text: '' },
];

/** Spoils one cell in about one row of `every`; the header decides which cells there are. */
export function withCellErrors(header: readonly string[], rows: readonly (readonly string[])[], random: Random, every: number): readonly (readonly string[])[] {
  const targets = CELL_ERRORS.flatMap(({ headers, text }) => {
    const index = header.findIndex((name) => headers.includes(name));
    return index < 0 ? [] : [{ index, text }];
  });
  if (targets.length === 0) return rows;
  return rows.map((row) => {
    if (!random.chance(1 / every)) return row;
    const { index, text } = random.pick(targets);
    return row.with(index, text);
  });
}
