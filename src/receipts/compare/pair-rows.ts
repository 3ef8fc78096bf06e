/** Pairing the rows of one student and sheet: what was sent with what was received, as multisets. */

/** A row by field, each value a text that is equal for equal values (see `saying`). */
export type Said = ReadonlyMap<string, string>;

/** Positions of a pair's rows; null on the side that has none. */
export interface Pair {
  readonly ours: number | null;
  readonly theirs: number | null;
  /** Fields that differ; empty for rows that say the same, and for rows that stand alone. */
  readonly unequal: readonly string[];
}

const differing = (ours: Said, theirs: Said, fields: readonly string[]): string[] => fields.filter((field) => (ours.get(field) ?? '') !== (theirs.get(field) ?? ''));

const signature = (row: Said, fields: readonly string[]): string => JSON.stringify(fields.map((field) => row.get(field) ?? ''));

/** Positions of rows by what they say in the given fields. */
function bySignature(rows: readonly Said[], at: Iterable<number>, fields: readonly string[]): Map<string, number[]> {
  return Map.groupBy(at, (index) => signature(rows[index]!, fields));
}

/**
 * Equal rows are paired first, as many as there are on both sides. What is left is paired within the same key, those
 * with fewest differences first, in the order of the rows where that does not decide. Every row is in exactly one pair.
 *
 * @param fields that both sides have
 * @param key fields by which rows are about the same thing; those that only one side has do not count
 */
export function pairRows(ours: readonly Said[], theirs: readonly Said[], fields: readonly string[], key: readonly string[]): readonly Pair[] {
  const pairs: Pair[] = [];
  const [left, right] = [new Set(ours.keys()), new Set(theirs.keys())];
  const pair = (one: number, other: number, unequal: readonly string[]): void => {
    pairs.push({ ours: one, theirs: other, unequal });
    left.delete(one);
    right.delete(other);
  };

  const waiting = bySignature(theirs, right, fields);
  for (const index of ours.keys()) {
    const equal = waiting.get(signature(ours[index]!, fields))?.shift();
    if (equal !== undefined) pair(index, equal, []);
  }

  const known = key.filter((field) => fields.includes(field));
  const about = bySignature(theirs, right, known);
  for (const [text, group] of bySignature(ours, [...left], known)) {
    const partners = known.length === 0 ? [] : about.get(text) ?? [];
    const options = group.flatMap((one) => partners.map((other) => ({ one, other, unequal: differing(ours[one]!, theirs[other]!, fields) })));
    options.sort((a, b) => a.unequal.length - b.unequal.length || a.one - b.one || a.other - b.other);
    for (const { one, other, unequal } of options) if (left.has(one) && right.has(other)) pair(one, other, unequal);
  }

  return [
    ...pairs.toSorted((a, b) => a.theirs! - b.theirs!),
    ...[...left].map((one) => ({ ours: one, theirs: null, unequal: [] })),
    ...[...right].map((other) => ({ ours: null, theirs: other, unequal: [] })),
  ];
}
