/** The command that recomputes what a finding is about from its cell. */
import type { Finding } from '../../core/finding.ts';
import { commandLine } from './command-line.ts';
import type { Markup } from './markup.ts';
import { visible } from './visible.ts';

/** Characters shown of a record, which has sixty at most, and of a school's code. */
const RECORD = 80;
const SCHOOL = 20;

/** Null for what is about the data as a whole. */
export function explainLine({ record, field }: Pick<Finding, 'record' | 'field'>, school: string): Markup | null {
  if (record === null) return null;
  // A header of the school's is no word for a command line; without a field the whole row is explained.
  const word = field !== undefined && /^[A-Za-z][A-Za-z0-9]*$/.test(field) ? [field] : [];
  return commandLine(['licheng explain', visible(record, RECORD), ...word, '--school', visible(school, SCHOOL)].join(' '));
}
