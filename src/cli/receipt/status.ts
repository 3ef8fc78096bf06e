/** `receipt status`: every kind with its window, how many students stand where, and whose move it is. */
import { EXIT } from '../../core/fault.ts';
import { refusedReceipts } from '../../flows/receive/dropped.ts';
import type { Services } from '../../flows/services.ts';
import { type LineStatus, receiptStatus } from '../../flows/receive/status.ts';
import type { LineState } from '../../receipts/confirm/summary.ts';
import { MOVERS } from '../../report/labels.ts';
import type { SchoolStore } from '../../store/port.ts';
import type { Context } from '../command.ts';
import { optionalTerm } from '../options.ts';
import { sayProblems, shownProblem } from '../problem-text.ts';
import { count, words } from '../words.ts';
import type { Action } from './action.ts';

/** One line of the contract's `kinds`. */
export function shownLine({ record, title, counts, state, whoseMove }: LineStatus): Record<string, unknown> {
  return {
    kind: title['zh-TW'], term: record.term, version: record.version,
    window: record.window === null ? null : { from: record.window.from, to: record.window.to }, state, ...counts, whoseMove,
  };
}

/** A line for people. */
export function sayLine(context: Context, { record, title, counts, state, whoseMove }: LineStatus): void {
  const say = words(context);
  const states: Record<LineState, string> = {
    waiting: say('待公告確認期間', 'a window is to be opened'), announced: say('已公告', 'announced'), open: say('確認中', 'open'),
    ended: say('期間已過，待結束', 'over, to be closed'), closed: say('已結束，尚有疑義', 'closed, not all settled'), settled: say('全部確認', 'all confirmed'),
  };
  const window = record.window === null ? '' : ` ${record.window.from}–${record.window.to}`;
  context.say(`${record.term} ${title[context.lang]}: ${states[state]}${window}`);
  context.say(`  ${say('學生', 'students')} ${count(counts.students)} · ${say('未確認', 'open')} ${count(counts.open)} · ${say('已確認', 'confirmed')} ${count(counts.confirmed)} · ${say('逾期視為確認', 'silent')} ${count(counts.silent)} · ${say('疑義', 'objected')} ${count(counts.objected)} · ${say('已答覆', 'answered')} ${count(counts.answered)} · ${say('更正中', 'being corrected')} ${count(counts.corrected + counts.resubmitted)}${counts.overdue > 0 ? ` · ${say('逾期未答覆', 'overdue')} ${count(counts.overdue)}` : ''} · ${say('輪到：', 'next move: ')}${whoseMove === 'none' ? '–' : MOVERS[whoseMove][context.lang]}`);
}

/** The lines of a term, said and returned as every action that changes them does. */
export function showStatus(context: Context, services: Services, store: SchoolStore, term: string | null, more: object = {}): number {
  const all = receiptStatus(services, store, term);
  for (const line of all) sayLine(context, line);
  context.result({ school: store.school, ...more, kinds: all.map(shownLine) });
  return all.length === 0 ? EXIT.nothingToDo : EXIT.done;
}

export const status: Action = {
  changes: false,
  async run(context, services, store) {
    const refused = refusedReceipts(store).map(({ file, on, problems }) => ({ file, on, findings: problems.map((problem) => shownProblem(problem, context.lang)) }));
    const exit = showStatus(context, services, store, optionalTerm(context, 'receipt'), { refused });
    const say = words(context);
    if (exit === EXIT.nothingToDo) context.say(say('還沒有匯入收訖明細。', 'No receipt has been imported yet.'));
    for (const { file, on, findings } of refused) {
      context.say(say(`receipts/${file}（${on}）沒有匯入：`, `receipts/${file} (${on}) was not imported:`));
      sayProblems(context, findings);
    }
    return refused.length > 0 ? EXIT.errorsFound : exit;
  },
};
