/** The shelf of official replies: what each reply file says, by term and input. */
import type { CanonicalRecord } from '../../core/record.ts';
import type { SchoolStore, ShelfChange } from '../../store/port.ts';

const SHELF = 'replies';
/** Submissions by input, where somebody said which one a file speaks of. */
const ASSIGNED = 'reply-submissions';

/** A reply file as it was read. */
export interface KeptReply {
  /** Id of the input. */
  readonly input: string;
  /** File name. */
  readonly file: string;
  /** Number of the newest submission when the file came: it speaks of none that was made later. */
  readonly latest: number;
  /** Records of the type `reply`, in file order. */
  readonly records: readonly CanonicalRecord[];
}

type Kept = Pick<KeptReply, 'latest' | 'records'>;

const keyOf = (term: string, input: string): string => `${term}/${input}`;

/** Puts down what a file says; an earlier reading of the same file makes way. Nothing is done for a file without replies. */
export function keepReplies(store: SchoolStore, input: string, records: readonly CanonicalRecord[]): void {
  const shelf = store.shelf(SHELF);
  const byTerm = Map.groupBy(records, ({ term }) => term);
  const before = shelf.keys().filter((key) => key.endsWith(`/${input}`));
  // Read again, it is as old as it was.
  const latest = Math.min(...before.map((key) => (shelf.get(key) as Kept).latest), store.submissions().at(-1)?.number ?? 0);
  const changes: ShelfChange[] = [
    ...before.filter((key) => !byTerm.has(key.slice(0, key.indexOf('/')))).map((key) => ({ shelf: SHELF, key, value: null })),
    ...[...byTerm].map(([term, own]) => ({ shelf: SHELF, key: keyOf(term, input), value: { latest, records: own } satisfies Kept })),
  ];
  if (changes.length > 0) store.shelve(changes);
}

/** Those of a term whose file is published, in the order in which the files came. */
export function keptReplies(store: SchoolStore, term: string): readonly KeptReply[] {
  const kept = new Map([...store.shelf(SHELF).entries(`${term}/`)].map(([key, value]) => [key.slice(term.length + 1), value as Kept]));
  if (kept.size === 0) return [];
  return store.inputs().flatMap(({ id, file }) => {
    const own = kept.get(id);
    return own ? [{ input: id, file, ...own }] : [];
  });
}

/** Terms that have replies, ascending. */
export function replyTerms(store: SchoolStore): readonly string[] {
  return [...new Set(store.shelf(SHELF).keys().map((key) => key.slice(0, key.indexOf('/'))))].sort();
}

/** Changes whenever a reply comes or is assigned: part of what a night rests on. */
export function repliesKey(store: SchoolStore, term: string): readonly string[] {
  return [...store.shelf(SHELF).keys(`${term}/`), ...[...store.shelf(ASSIGNED).entries()].map(([key, value]) => `${key} ${String(value)}`)];
}

/** The submission somebody said a reply file speaks of; null where nobody did. */
export function assignedSubmission(store: SchoolStore, input: string): number | null {
  return store.shelf(ASSIGNED).get(input) as number | null;
}

/** Says which submission a reply file speaks of, by its number; null takes it back. */
export function assignSubmission(store: SchoolStore, input: string, submission: number | null): void {
  store.shelve([{ shelf: ASSIGNED, key: input, value: submission }]);
}
