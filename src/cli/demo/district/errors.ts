/** Errors as real exports have them, seeded into clean records and printed cells. */
import type { Random } from './random.ts';
import type { Draft } from './school.ts';

/** One seeded error: what has to be found, and about whom. */
export interface SeededError {
  /** Id of the rule or problem. */
  readonly finds: string;
  /** The id number as it stands in the file; null where the row has none. */
  readonly idNumber: string | null;
}

type OnSeeded = (error: SeededError) => void;

/** The last digit of the id, one further: the checksum no longer fits. */
function wrongDigit(id: string): string {
  return `${id.slice(0, 9)}${(Number(id.slice(9)) + 1) % 10}`;
}

/** Mistakes a rule finds: the value converts, but it cannot be right. The last spoils nothing: the row stands twice. */
const RECORD_ERRORS: readonly { readonly finds: string; spoil(record: Draft): readonly Draft[] }[] = [
  { finds: 'course/score-range', spoil: (record) => [{ ...record, score: 160, passed: true }] },
  { finds: 'course/score-and-pass-agree', spoil: (record) => [{ ...record, passed: record['passed'] !== true }] },
  { finds: 'course/category-gate', spoil: (record) => [{ ...record, courseCode: `${String(record['courseCode']).slice(0, 16)}8${String(record['courseCode']).slice(17)}` }] },
  { finds: 'course/code-layout', spoil: (record) => [{ ...record, courseCode: String(record['courseCode']).slice(0, 22) }] },
  { finds: 'student/id-checksum', spoil: (record) => [{ ...record, idNumber: wrongDigit(String(record['idNumber'])) }] },
  { finds: 'course/counted-known', spoil: (record) => [{ ...record, counted: '7' }] },
  { finds: 'course/duplicate-row', spoil: (record) => [record, record] },
];

/** About one course record in `every` is spoilt. */
export function withRecordErrors(records: readonly Draft[], random: Random, every: number, onSeeded: OnSeeded = () => {}): Draft[] {
  return records.flatMap((record) => {
    if (record.type !== 'courseRecord' || record.kind !== 'regular' || !random.chance(1 / every)) return [record];
    const { finds, spoil } = RECORD_ERRORS[random.below(RECORD_ERRORS.length)]!;
    const spoilt = spoil(record);
    onSeeded({ finds, idNumber: String(spoilt[0]!['idNumber']) });
    return spoilt;
  });
}

const ID_HEADERS = ['身分證號', '身分證字號'];

/** Mistakes that no conversion survives: the row goes to quarantine. */
const CELL_ERRORS: readonly { readonly headers: readonly string[]; readonly text: string; readonly finds: string }[] = [
  { headers: ['出生日期', '生日'], text: '0970230', finds: 'mapping/impossible-date' },
  { headers: ['修課學分', '學分'], text: 'T', finds: 'mapping/plan-letter-credit' },
  { headers: ID_HEADERS, text: '', finds: 'mapping/blank-key' },
];

const columnOf = (header: readonly string[], names: readonly string[]): number => header.findIndex((name) => names.includes(name));

/** Spoils one cell in about one row of `every`; the header decides which cells there are. */
export function withCellErrors(header: readonly string[], rows: readonly (readonly string[])[], random: Random, every: number, onSeeded: OnSeeded = () => {}): readonly (readonly string[])[] {
  const targets = CELL_ERRORS.flatMap(({ headers, text, finds }) => {
    const index = columnOf(header, headers);
    return index < 0 ? [] : [{ index, text, finds }];
  });
  if (targets.length === 0) return rows;
  const id = columnOf(header, ID_HEADERS);
  return rows.map((row) => {
    if (!random.chance(1 / every)) return row;
    const { index, text, finds } = random.pick(targets);
    const spoilt = row.with(index, text);
    onSeeded({ finds, idNumber: spoilt[id] || null });
    return spoilt;
  });
}
