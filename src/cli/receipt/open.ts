/** `receipt open`: announces the days in which students confirm. */
import { isProblem } from '../../core/problem.ts';
import { type AskedWindow, openWindows } from '../../flows/receive/act.ts';
import { receiptKinds } from '../../flows/receive/kinds.ts';
import { lineCalled } from '../../flows/receive/lines.ts';
import { writeReceiptReport } from '../../flows/receive/report.ts';
import { lineRecord } from '../../flows/receive/shelves.ts';
import { receiptStatus } from '../../flows/receive/status.ts';
import { windowDays } from '../../flows/receive/window-days.ts';
import { termOption, textOption } from '../options.ts';
import type { Action } from './action.ts';
import { optionalDate } from './options.ts';
import { refuse } from './refuse.ts';
import { sheetsInto } from './sheets.ts';
import { showStatus } from './status.ts';

export const open: Action = {
  changes: true,
  async run(context, services, store) {
    const term = termOption(context, 'receipt');
    const { kind } = context.options;
    const days = { from: optionalDate(context, 'from'), to: optionalDate(context, 'to') };
    const named = typeof kind === 'string' ? lineCalled(store, receiptKinds(services.home.path), term, kind) : null;
    if (named !== null && isProblem(named)) return refuse(context, [named]);
    // Where everybody has confirmed nobody is asked again, unless it is named.
    const lines = named === null ? receiptStatus(services, store, term).filter(({ state }) => state !== 'settled').map(({ record }) => record) : [named];
    if (lines.length === 0) return refuse(context, [{ code: 'confirmation/no-line', params: { kind: '–', term } }]);
    const asked = lines.map((line) => windowDays(services, store.school, line, days));
    const unknown = asked.filter(isProblem);
    const problems = unknown.length > 0 ? unknown : openWindows(services, store, asked.filter((one): one is AskedWindow => !isProblem(one)));
    if (problems.length > 0) return refuse(context, problems);
    await writeReceiptReport(services, store, term);
    const folder = context.options['sheets'] === undefined ? null : textOption(context, 'receipt', 'sheets');
    const sheets = folder === null ? {} : await sheetsInto(context, services, store, folder, lines.map((line) => lineRecord(store, line.term, line.line)!));
    return showStatus(context, services, store, term, { status: 'opened', ...sheets });
  },
};
