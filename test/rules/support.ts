/** Running rules over records written by hand, through the real engine. */
import type { SchoolCalendar } from '../../src/core/calendar.ts';
import { codeList } from '../../src/core/codes.ts';
import type { CoinedLookup } from '../../src/core/coined.ts';
import type { CoursePlan } from '../../src/core/filed-plan.ts';
import type { Fault } from '../../src/core/fault.ts';
import { type EarlierItems, NOTHING_EARLIER } from '../../src/core/items/earlier.ts';
import type { Finding } from '../../src/core/finding.ts';
import type { Privacy } from '../../src/core/mask.ts';
import type { CanonicalRecord } from '../../src/core/record.ts';
import { runRules } from '../../src/rules/engine.ts';
import type { Spot } from '../../src/rules/collect.ts';
import type { Policy } from '../../src/rules/policy.ts';
import type { Catalogue, Locate, RuleOutcome, StudentFile } from '../../src/rules/types.ts';

export const SCHOOL = '011302';
export const TERM = '114-1';
export const TODAY = '2026-01-20';

/** A record of the synthetic student, in row `row` of the sheet named after its type; half of the key that is null is left out. */
export function record(fields: Readonly<Record<string, unknown>>, row = 2): CanonicalRecord {
  const all: Record<string, unknown> = { school: SCHOOL, term: TERM, idNumber: 'A123456789', birthDate: '2009-03-15', ...fields, source: { input: 'input', table: 0, row } };
  for (const half of ['idNumber', 'birthDate']) if (all[half] === null) delete all[half];
  return all as unknown as CanonicalRecord;
}

/** Records by student, in the order the students first occur. */
export async function* studentFiles(records: readonly CanonicalRecord[]): AsyncGenerator<StudentFile> {
  const students = Map.groupBy(records, ({ idNumber, birthDate }) => `${idNumber} ${birthDate}`);
  for (const own of students.values()) {
    yield { key: { idNumber: own[0]?.idNumber ?? '', birthDate: own[0]?.birthDate ?? '' }, records: own };
  }
}

const PRIVACY: Readonly<Record<string, Privacy>> = { idNumber: 'id', name: 'name', studentName: 'name', birthDate: 'birth', description: 'text' };

async function* oneBatch(records: readonly CanonicalRecord[]): AsyncGenerator<readonly CanonicalRecord[]> {
  yield records;
}

const keyed = ({ idNumber, birthDate }: CanonicalRecord): boolean => idNumber !== undefined && birthDate !== undefined;

/** Columns are called like their fields. */
export const locate: Locate = (found, field) => ({
  file: 'roster.xlsx', sheet: found.type, column: field ?? null, value: null, privacy: PRIVACY[field ?? ''] ?? 'none',
});

export interface Run {
  readonly outcome: RuleOutcome;
  readonly faults: readonly Fault[];
}

export async function run(
  catalogue: Catalogue,
  records: readonly CanonicalRecord[],
  options: { readonly policy?: Policy; readonly samples?: number; readonly context?: Readonly<Record<string, string>>; readonly coined?: CoinedLookup; readonly calendar?: SchoolCalendar; readonly plan?: CoursePlan; readonly earlier?: Partial<EarlierItems>; readonly onFinding?: (spot: Spot, finding: Finding) => void } = {},
): Promise<Run> {
  const faults: Fault[] = [];
  const outcome = await runRules({
    catalogue,
    students: studentFiles(records.filter(keyed)),
    keyless: oneBatch(records.filter((found) => !keyed(found))),
    context: { school: SCHOOL, term: TERM, today: TODAY, ...options.context, inList: (list, value) => codeList(list).has(value), ...(options.coined ? { coined: options.coined } : {}), ...(options.calendar ? { calendar: options.calendar } : {}), ...(options.plan ? { plan: options.plan } : {}), ...(options.earlier ? { earlier: () => ({ ...NOTHING_EARLIER, ...options.earlier }) } : {}) },
    locate,
    onFault: (fault) => faults.push(fault),
    ...(options.policy === undefined ? {} : { policy: options.policy }),
    ...(options.samples === undefined ? {} : { samples: options.samples }),
    ...(options.onFinding === undefined ? {} : { onFinding: options.onFinding }),
  });
  return { outcome, faults };
}

/** The counts without their columns. */
export function numbers({ counts }: RuleOutcome): object[] {
  return counts.map(({ rule, severity, count, students }) => ({ rule, severity, count, students }));
}
