/** The names a student is written with, for the rules about names. */
import type { CanonicalRecord } from '../core/record.ts';
import type { Found } from '../core/characters.ts';
import type { Hit } from './rule.ts';
import { textOf } from './read.ts';

/** A spelling of the student's name and the first record that has it. */
export interface Spelling {
  readonly name: string;
  readonly field: 'name' | 'studentName';
  readonly record: CanonicalRecord;
}

/** Half a dozen rules ask for the same student's one after the other: the last answer is kept. */
let last: { readonly records: readonly CanonicalRecord[]; readonly spellings: readonly Spelling[] } = { records: [], spellings: [] };

/** Every distinct spelling once, the student roster's first: a name repeated on each score row is one matter. */
export function spellings(records: readonly CanonicalRecord[]): readonly Spelling[] {
  if (last.records !== records) last = { records, spellings: spellingsOf(records) };
  return last.spellings;
}

function spellingsOf(records: readonly CanonicalRecord[]): Spelling[] {
  const found = new Map<string, Spelling>();
  for (const field of ['name', 'studentName'] as const) {
    for (const record of records) {
      const name = textOf(record, field);
      if (name !== undefined && !found.has(name)) found.set(name, { name, field, record });
    }
  }
  return [...found.values()];
}

/** One hit for each spelling in which `find` finds something; it reports the first character and how many there are. */
export function nameHits(records: readonly CanonicalRecord[], find: (name: string) => readonly Found[]): Hit[] {
  return spellings(records).flatMap(({ name, field, record }) => {
    const found = find(name);
    const first = found[0];
    return first ? [{ field, record, params: { position: first.position, character: first.label, count: found.length } }] : [];
  });
}
