/**
 * The checks of a term as they are kept on a shelf of the school: of the last one and of the one before it whom each
 * finding was about (keyed hashes and counts, nothing of what it said), of every earlier one what it came to.
 * A check of the same data with the same findings is the same check: done again, it changes nothing.
 */
import { sha256 } from '../../core/sha256.ts';
import type { CheckChanges, CheckPoint, RuleChange } from '../../report/history-model.ts';
import type { RuleCount } from '../../report/model.ts';
import type { Tallies } from '../../rules/types.ts';
import type { SchoolStore, ShelfChange } from '../../store/port.ts';

/** Rule → keyed student reference, or the place of a finding about nobody → findings. */
type Tally = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** A check in full, as the next one is compared with it. */
export interface KeptCheck {
  /** Hash of the content checked and of what was found. */
  readonly key: string;
  /** Hash of the content alone: data that came since was not checked. */
  readonly contentKey: string;
  readonly point: CheckPoint;
  readonly tally: Tally;
}

const SHELF = 'check-history';
const lastKey = (term: string): string => `${term} last`;
const beforeKey = (term: string): string => `${term} before`;
const changeKey = (term: string, number: number): string => `${term} change ${String(number).padStart(6, '0')}`;
const pointKey = (term: string, number: number): string => `${term} run ${String(number).padStart(6, '0')}`;

/** Points drawn: a term is checked a few dozen times. */
const POINTS = 60;

function tallyOf(store: SchoolStore, tallies: Tallies, others: readonly RuleCount[]): Tally {
  const refs = new Map<string, string>();
  const refOf = (student: string): string => {
    let ref = refs.get(student);
    if (ref === undefined) {
      const [idNumber = '', birthDate = ''] = student.split(' ');
      refs.set(student, (ref = student === '' ? '' : store.studentRef({ idNumber, birthDate })));
    }
    return ref;
  };
  const rules = Object.fromEntries([...tallies].map(([rule, counts]) => [rule, Object.fromEntries([...counts].map(([student, count]) => [refOf(student), count] as const).sort(([a], [b]) => (a < b ? -1 : 1)))]));
  for (const { rule, count } of others) rules[rule] = { ...rules[rule], '': (rules[rule]?.[''] ?? 0) + count };
  return Object.fromEntries(Object.entries(rules).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Per rule, findings there are more of and fewer of, student by student: one that moved to another row has not changed. */
function changesBetween(before: Tally, now: Tally): RuleChange[] {
  const rules = [...new Set([...Object.keys(before), ...Object.keys(now)])].sort();
  return rules.flatMap((rule) => {
    const [old, fresh] = [before[rule] ?? {}, now[rule] ?? {}];
    let [came, went] = [0, 0];
    for (const ref of new Set([...Object.keys(old), ...Object.keys(fresh)])) {
      const difference = (fresh[ref] ?? 0) - (old[ref] ?? 0);
      if (difference > 0) came += difference;
      else went -= difference;
    }
    return came + went === 0 ? [] : [{ rule, came, went }];
  });
}

export interface CheckHistory {
  /** Null before the term's first check. */
  readonly changes: CheckChanges | null;
  /** Oldest first, the check under way last. */
  readonly points: readonly CheckPoint[];
  /** What keeping the check changes; nothing for a check that is kept already. To be shelved once its report is written. */
  readonly keep: readonly ShelfChange[];
}

export interface FoundNow {
  /** What is checked: a term, or a school year and a batch. */
  readonly name: string;
  /** ISO date. */
  readonly today: string;
  readonly contentKey: string;
  readonly totals: Pick<CheckPoint, 'errors' | 'warnings' | 'infos'>;
  readonly tallies: Tallies;
  /** Findings that the rules did not make. */
  readonly others: readonly RuleCount[];
}

/** Every check ever kept of a term, oldest first. */
export function pastChecks(store: SchoolStore, term: string): CheckPoint[] {
  return [...store.shelf(SHELF).entries(`${term} run `)].map(([, value]) => value as CheckPoint);
}

/** A check of the past with what came and went since the one before it; null for a term's first. */
export interface PastCheck extends CheckPoint {
  readonly changes: readonly RuleChange[] | null;
}

/** Every check of a term, oldest first. */
export function checkHistory(store: SchoolStore, term: string): PastCheck[] {
  const shelf = store.shelf(SHELF);
  return pastChecks(store, term).map((point) => ({ ...point, changes: shelf.get(changeKey(term, point.number)) as readonly RuleChange[] | null }));
}

/** The last check of a term; null before its first. */
export function lastCheck(store: SchoolStore, term: string): Pick<KeptCheck, 'point' | 'contentKey'> | null {
  return store.shelf(SHELF).get(lastKey(term)) as KeptCheck | null;
}

/** How a check stands to those before it. */
export function historyOf(store: SchoolStore, { name, today, contentKey, totals, tallies, others }: FoundNow): CheckHistory {
  const shelf = store.shelf(SHELF);
  const last = shelf.get(lastKey(name)) as KeptCheck | null;
  const tally = tallyOf(store, tallies, others);
  const key = sha256(JSON.stringify([contentKey, tally, totals]));
  const again = last !== null && last.key === key;
  const base = again ? shelf.get(beforeKey(name)) as KeptCheck | null : last;
  const point: CheckPoint = again ? last.point : { number: (last?.point.number ?? 0) + 1, today, ...totals };
  const changes = base && { since: base.point, rules: changesBetween(base.tally, tally) };
  const points = [...pastChecks(store, name).filter(({ number }) => number < point.number), point].slice(-POINTS);
  const keep: ShelfChange[] = again ? [] : [
    { shelf: SHELF, key: lastKey(name), value: { key, contentKey, point, tally } satisfies KeptCheck },
    { shelf: SHELF, key: beforeKey(name), value: last },
    { shelf: SHELF, key: pointKey(name, point.number), value: point },
    ...(changes ? [{ shelf: SHELF, key: changeKey(name, point.number), value: changes.rules }] : []),
  ];
  return { changes, points, keep };
}
