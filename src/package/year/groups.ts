/** Dividing students over the parts of a large package, so that a change at one student changes one part. */

/** A student as far as dividing goes. */
export interface Sized {
  /** Hexadecimal digits, evenly spread: a hash of who it is. */
  readonly key: string;
  /** Bytes of the student's files. */
  readonly bytes: number;
}

function bitOf(key: string, at: number): number {
  return (Number.parseInt(key[at >> 2] ?? '0', 16) >> (3 - (at & 3))) & 1;
}

function divide<S extends Sized>(students: readonly S[], limit: number, depth: number, bits: number): (readonly S[])[] {
  if (students.length === 0) return [];
  const bytes = students.reduce((sum, student) => sum + student.bytes, 0);
  if (bytes <= limit || students.length === 1 || depth >= bits) return [students];
  return [0, 1].flatMap((bit) => divide(students.filter(({ key }) => bitOf(key, depth) === bit), limit, depth + 1, bits));
}

/**
 * Groups of at most `limit` bytes; a student is never divided, so that one alone may be larger. Those whose keys begin alike stand
 * together, and a group that is too large is halved at the next bit: whatever becomes of one student, the other groups
 * stay as they are, unless it makes its own too large or small enough to be one with its other half.
 *
 * @returns groups in the order of their keys, and so each group
 */
export function groupBySize<S extends Sized>(students: readonly S[], limit: number): readonly (readonly S[])[] {
  const ordered = [...students].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return divide(ordered, limit, 0, 4 * Math.max(0, ...ordered.map(({ key }) => key.length)));
}
