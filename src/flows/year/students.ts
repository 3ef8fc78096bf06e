/** A school year's students: what the year's roster and both terms have of each, together. */
import type { RecordType } from '../../core/record.ts';
import type { SchoolStore, StudentFile } from '../../store/port.ts';

/** What a yearly submission is made from (RULE-102, RULE-311); consultations and statements stay with the school. */
export const YEAR_TYPES: readonly RecordType[] = ['courseWork', 'performance', 'certification', 'selection', 'attachment'];

/** `114` → the terms its data may stand in. */
export function termsOfYear(year: number): readonly string[] {
  return [`${year}-0`, `${year}-1`, `${year}-2`];
}

/**
 * Each student once, with the records of all terms of the year; in the store's order of students, which every term shares.
 *
 * @param types record types wanted
 */
export async function* yearStudents(store: SchoolStore, year: number, types: readonly RecordType[] = YEAR_TYPES): AsyncGenerator<StudentFile> {
  const readers = termsOfYear(year).map((term) => store.students(term, types)[Symbol.asyncIterator]());
  try {
    const heads = await Promise.all(readers.map((reader) => reader.next()));
    for (;;) {
      const open = heads.flatMap((head) => (head.done === true ? [] : [head.value]));
      if (open.length === 0) return;
      const ref = open.map((student) => student.ref).reduce((a, b) => (a < b ? a : b));
      const same = open.filter((student) => student.ref === ref);
      yield { key: same[0]!.key, ref, records: same.flatMap(({ records }) => records) };
      for (const [index, head] of heads.entries()) {
        if (head.done !== true && head.value.ref === ref) heads[index] = await readers[index]!.next();
      }
    }
  } finally {
    for (const reader of readers) await reader.return?.();
  }
}
