/** Which fields of a record hold text, for the rules about characters. */
import type { RecordType } from '../core/record.ts';

/** Names of persons; they have stricter rules of their own. */
export const NAMES: readonly string[] = ['name', 'studentName'];

/** Names of things: one line, no punctuation of questions expected. */
export const LABELS: readonly string[] = ['subjectName', 'unit', 'role', 'className', 'experimentalClass'];

/** Running text, line breaks allowed. */
export const FREE_TEXTS: readonly string[] = ['description', 'brief', 'reason'];

/** Both, in the order they are reported. */
export const TEXTS: readonly string[] = [...LABELS, ...FREE_TEXTS];

/** What a student writes about a performance; questions and quotes are to be expected. Its `name` is no person's. */
export const PERFORMANCE_TEXTS: readonly string[] = ['item', 'award', 'certificateGroup', 'organiser', 'content', 'openedBy', 'project', 'courseName', 'position'];

export const TEXT_TYPES: readonly RecordType[] = ['student', 'enrolment', 'cadre', 'courseRecord', 'courseWork', 'performance'];

/** Bytes a text takes in Big5, two for what is not ASCII: the older specifications count so, and it is the more lenient count. */
export function bytesInBig5(text: string): number {
  return [...text].reduce((sum, character) => sum + (character.codePointAt(0)! < 0x80 ? 1 : 2), 0);
}
