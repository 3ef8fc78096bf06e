/** `receipt close`: records silence for windows that are over; every night does the same. */
import { EXIT } from '../../core/fault.ts';
import { isProblem } from '../../core/problem.ts';
import { closeWindows } from '../../flows/receive/act.ts';
import { receiptKinds } from '../../flows/receive/kinds.ts';
import { lineCalled, linesOf, titleOf } from '../../flows/receive/lines.ts';
import { writeReceiptReport } from '../../flows/receive/report.ts';
import { optionalTerm, termOption } from '../options.ts';
import { count, words } from '../words.ts';
import type { Action } from './action.ts';
import { refuse } from './refuse.ts';
import { showStatus } from './status.ts';

export const close: Action = {
  changes: true,
  async run(context, services, store) {
    const kinds = receiptKinds(services.home.path);
    const { kind } = context.options;
    const named = typeof kind === 'string' ? lineCalled(store, kinds, termOption(context, 'receipt'), kind) : null;
    if (named !== null && isProblem(named)) return refuse(context, [named]);
    const term = optionalTerm(context, 'receipt');
    const closed = closeWindows(services, store, named === null ? linesOf(store, kinds, term) : [named]);
    const say = words(context);
    for (const { line, silent } of closed) context.say(`${line.term} ${titleOf(kinds, line)[context.lang]}: ${say(`${count(silent)} 名學生逾期未表示，視為確認`, `${count(silent)} students said nothing and count as confirmed`)}`);
    if (closed.length === 0) context.say(say('沒有已過的確認期間。', 'No window is over.'));
    for (const one of new Set(closed.map(({ line }) => line.term))) await writeReceiptReport(services, store, term ?? one);
    const exit = showStatus(context, services, store, term, { status: closed.length > 0 ? 'closed' : 'unchanged', closed: closed.map(({ line, silent }) => ({ kind: titleOf(kinds, line)['zh-TW'], term: line.term, silent })) });
    return closed.length > 0 ? exit : EXIT.nothingToDo;
  },
};
