/** `receipt object`: one student's doubt, about everything or about one row. */
import { numberOption, textOption } from '../options.ts';
import type { Action } from './action.ts';
import { oneStudent } from './confirm.ts';

/** More rows than any student has in a sheet. */
const MOST_ROWS = 9999;

export const object: Action = {
  changes: true,
  async run(context, services, store) {
    const text = textOption(context, 'receipt', 'text');
    const kind = textOption(context, 'receipt', 'kind');
    const row = context.options['sheet'] === undefined && context.options['row'] === undefined ? null
      : { sheet: textOption(context, 'receipt', 'sheet'), number: numberOption(context, 'receipt', 'row', 0, [1, MOST_ROWS]) };
    return oneStudent({ ...context, options: { ...context.options, kind } }, services, store, 'receipt/object', { right: false, text, row });
  },
};
