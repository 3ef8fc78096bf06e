/** The students named on the command line or in a list. */
import { readFileSync, statSync } from 'node:fs';
import { Fault } from '../../core/fault.ts';
import { listed } from '../../flows/portfolio/give/select.ts';
import type { Context } from '../command.ts';
import { textOption } from '../options.ts';

/** Bytes of a list; a line has some 25. */
const MOST_LIST = 4 * 1024 * 1024;

/** @throws Fault `file/not-found` for a list that is not there, or is too large to be one */
export function askedStudents(context: Context): readonly string[] {
  const students = (context.options['student'] ?? []) as readonly string[];
  if (context.options['list'] === undefined) return students;
  const file = textOption(context, 'portfolio', 'list');
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat?.isFile() || stat.size > MOST_LIST) throw new Fault('file/not-found', { file });
  return [...students, ...listed(readFileSync(file, 'utf8'))];
}
