/** `receipt answer`: what the school found about an objection. */
import { EXIT, Fault } from '../../core/fault.ts';
import { isProblem } from '../../core/problem.ts';
import { answerObjection } from '../../flows/receive/act.ts';
import { standingOf } from '../../receipts/confirm/summary.ts';
import { textOption } from '../options.ts';
import { words } from '../words.ts';
import type { Action } from './action.ts';
import { refuse } from './refuse.ts';

export const answer: Action = {
  changes: true,
  async run(context, services, store, [id]) {
    if (id === undefined) throw new Fault('usage/bad-option', { command: 'receipt', detail: 'answer ID' });
    const outcome = context.options['corrected'] === true ? 'corrected' : 'right';
    const found = answerObjection(services, store, id, { outcome, text: textOption(context, 'receipt', 'text') });
    if (isProblem(found)) return refuse(context, [found]);
    const say = words(context);
    context.say(outcome === 'right'
      ? say('已答覆：資料正確，請學生再核對一次。', 'Answered: the data is right; ask the student to look again.')
      : say('已登記更正；請匯入更正後的資料，再以 pack … --correction 產出更正名冊。', 'Noted as corrected; import the corrected data and pack it with pack … --correction.'));
    context.result({ status: 'answered', id, outcome, student: standingOf(found.record) });
    return EXIT.done;
  },
};
