/** A person's records as the root JSON has them: one key, one term a work, and the school each item is really of. */
import type { CanonicalRecord } from '../../../core/record.ts';
import { termWithin } from '../../../core/term.ts';
import type { Person } from '../gather.ts';
import { originOf } from '../items/origin.ts';
import { FORMER_BIRTH, FORMER_ID } from '../read/exchange-student.ts';
import { sameKey } from '../../../core/portfolio.ts';
import type { UnreadRow } from '../../../core/portfolio.ts';
import { relink, type Relinked } from './relink.ts';

/** Types the exchange format has lists for. */
const LISTED: ReadonlySet<string> = new Set(['cadre', 'courseWork', 'performance']);
/** Kinds whose own field says the school of the course. */
const SAYS_SCHOOL: ReadonlySet<string | undefined> = new Set(['transfer', 'visiting']);

/** The student's own row, with the key before the last correction under names that other systems leave alone. */
function basicRecord({ key, keys, known, name }: Person, school: string, term: string): CanonicalRecord {
  const record: CanonicalRecord = known?.record ?? { type: 'student', school, term, source: { input: 'x', table: 0, row: 1 } };
  const former = keys.find((one) => !sameKey(one, key));
  const extra: Record<string, string> = {};
  if (former && former.idNumber !== key.idNumber) extra[FORMER_ID] = former.idNumber;
  if (former && former.birthDate !== key.birthDate) extra[FORMER_BIRTH] = former.birthDate.replaceAll('-', '/');
  return {
    type: 'student', school, term: record.term, ...key, ...(name === null ? {} : { name }), attendedSchool: school, source: record.source,
    ...(typeof record['attendedUnit'] === 'string' ? { attendedUnit: record['attendedUnit'] } : {}), ...(Object.keys(extra).length === 0 ? {} : { extra }),
  };
}

/** A regular work stands in a list that has the term in every row; a roster of the whole year has it in a column. */
function ownTerm({ type, term, studiedTerm }: CanonicalRecord): string {
  return (type === 'courseWork' ? termWithin(term, studiedTerm) : null) ?? term;
}

export interface ExchangeRecords extends Relinked {
  /** The student's own row first. */
  readonly records: readonly CanonicalRecord[];
  /** Records of types the format has no list for. */
  readonly unlisted: readonly CanonicalRecord[];
  readonly unread: readonly UnreadRow[];
}

/**
 * @param school the one that hands over
 * @param term of the student's row where the school's rosters say none
 */
export function exchangeRecords(person: Person, school: string, term: string): ExchangeRecords {
  const { key, merged, ownerOf, fileOf, entries } = person;
  const listed = merged.items.filter(({ item }) => LISTED.has(item.record.type));
  const linked = relink({ id: key.idNumber, items: listed, fileOf });
  const records = linked.records.map((record, at) => {
    const origin = originOf(record, ownerOf(listed[at]!.list));
    return { ...record, ...key, term: ownTerm(record), ...(SAYS_SCHOOL.has(record.kind) && record.type === 'courseWork' ? {} : { attendedSchool: origin.school }) };
  });
  return {
    ...linked, records: [basicRecord(person, school, term), ...records],
    unlisted: merged.items.map(({ item }) => item.record).filter(({ type }) => !LISTED.has(type)), unread: entries.flatMap(({ unread }) => unread),
  };
}

