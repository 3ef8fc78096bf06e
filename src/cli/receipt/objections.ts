/** `receipt objections`: what waits for an answer, with the words of the students; reading them is in the audit log. */
import { EXIT } from '../../core/fault.ts';
import { maskId } from '../../core/mask.ts';
import { audit } from '../../flows/audit.ts';
import { waitingObjections } from '../../flows/receive/act.ts';
import { receiptKinds } from '../../flows/receive/kinds.ts';
import { linesOf, titleOf } from '../../flows/receive/lines.ts';
import { checkCode } from '../../flows/receive/students.ts';
import { optionalTerm } from '../options.ts';
import { count, words } from '../words.ts';
import type { Action } from './action.ts';

export const objections: Action = {
  changes: false,
  async run(context, services, store) {
    const kinds = receiptKinds(services.home.path);
    const waiting = [...waitingObjections(store, linesOf(store, kinds, optionalTerm(context, 'receipt')))].map(({ line, ref, record, objection }) => ({
      id: objection.id, kind: titleOf(kinds, line)['zh-TW'], term: line.term, student: maskId(record.key.idNumber), code: checkCode(ref),
      on: objection.on, due: objection.due, overdue: objection.due < services.today, text: objection.text,
      rows: record.items.filter(({ objections: about, sheet }) => sheet !== '' && about.includes(objection.id)).length,
    })).sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.id < b.id ? -1 : 1));
    audit(services, store.school, 'receipt/objections', { shown: waiting.length });
    const say = words(context);
    for (const { id, kind, student, code, on, due, overdue, text } of waiting) {
      context.say(`${id}  ${kind} · ${student} (${code}) · ${on} → ${due}${overdue ? ` ${say('逾期', 'overdue')}` : ''}`);
      context.say(`    ${text}`);
    }
    context.say(say(`共 ${count(waiting.length)} 件待答覆`, `${count(waiting.length)} wait for an answer`));
    context.result({ school: store.school, objections: waiting });
    return waiting.length > 0 ? EXIT.done : EXIT.nothingToDo;
  },
};
