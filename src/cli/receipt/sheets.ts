/** `receipt sheets`: what students are given to check, for each class and each student. */
import { EXIT } from '../../core/fault.ts';
import { isProblem } from '../../core/problem.ts';
import { receiptKinds } from '../../flows/receive/kinds.ts';
import { lineCalled, linesOf } from '../../flows/receive/lines.ts';
import type { LineRecord } from '../../flows/receive/shelves.ts';
import { writeSheets, type WrittenSheets } from '../../flows/receive/write-sheets.ts';
import type { Services } from '../../flows/services.ts';
import type { SchoolStore } from '../../store/port.ts';
import type { Context } from '../command.ts';
import { termOption, textOption } from '../options.ts';
import { count, words } from '../words.ts';
import type { Action } from './action.ts';
import { refuse } from './refuse.ts';

/** Writes the sheets of the lines and says where they are, and that they are not masked. */
export async function sheetsInto(context: Context, services: Services, store: SchoolStore, out: string, lines: readonly LineRecord[]): Promise<{ sheets: WrittenSheets }> {
  const className = context.options['class'] === undefined ? null : textOption(context, 'receipt', 'class');
  const sheets = await writeSheets(services, store, { term: termOption(context, 'receipt'), lines, out, className });
  context.progress.end();
  const say = words(context);
  context.say(say(`${count(sheets.classes)} 班、${count(sheets.students)} 名學生的核對單：${out}`, `Sheets of ${count(sheets.students)} students in ${count(sheets.classes)} classes: ${out}`));
  context.say(say('內含姓名與成績，未遮蔽；請妥善保管，用畢刪除。', 'They hold names and scores in clear: keep them safe, and delete them after use.'));
  return { sheets };
}

export const sheets: Action = {
  changes: false,
  async run(context, services, store) {
    const out = textOption(context, 'receipt', 'out');
    const term = termOption(context, 'receipt');
    const kinds = receiptKinds(services.home.path);
    const { kind } = context.options;
    const named = typeof kind === 'string' ? lineCalled(store, kinds, term, kind) : null;
    if (named !== null && isProblem(named)) return refuse(context, [named]);
    const lines = named === null ? linesOf(store, kinds, term) : [named];
    if (lines.length === 0) return refuse(context, [{ code: 'confirmation/no-line', params: { kind: '–', term } }]);
    const written = await sheetsInto(context, services, store, out, lines);
    context.result({ school: store.school, term, ...written.sheets });
    return written.sheets.students > 0 ? EXIT.done : EXIT.nothingToDo;
  },
};
