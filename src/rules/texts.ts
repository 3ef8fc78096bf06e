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

export const TEXT_TYPES: readonly RecordType[] = ['student', 'enrolment', 'cadre', 'courseRecord', 'courseWork'];
