import { userInfo } from 'node:os';
import { EXIT } from '../../core/fault.ts';
import { audit } from '../../flows/audit.ts';
import { readPolicy } from '../../flows/policy.ts';
import { checkAsked } from '../../flows/year/report-asked.ts';
import { isoTime } from '../../observe/clock.ts';
import { command } from '../command.ts';
import { BATCH, batchOption, SCHOOL, schoolOption, TERM, termOption, textOption } from '../options.ts';
import { openServices, withSchool } from '../services.ts';
import { words } from '../words.ts';

export default command({
  name: 'approve',
  summary: { 'zh-TW': '核可暫停的提交(須寫理由)', en: 'let a held submission go, with a reason' },
  usage: ['approve --school CODE --term 114-1 --reason TEXT [--by NAME]', 'approve --school CODE --term 114-0 [--batch 1|2] --reason TEXT'],
  options: {
    school: SCHOOL, term: TERM, batch: BATCH,
    reason: { type: 'string', value: 'TEXT', help: { 'zh-TW': '為什麼可以放行(記入稽核)', en: 'why it may go (kept in the audit log)' } },
    by: { type: 'string', value: 'NAME', help: { 'zh-TW': '核可者，預設為登入帳號', en: 'who approves; the login name by default' } },
  },
  examples: [{ line: 'approve --school 014302 --term 114-1 --reason "減班，學生數確實減少"', says: { 'zh-TW': '只對目前內容有效；資料再變就要重新核可', en: 'for the present content only; changed data needs a new approval' } }],
  async run(context) {
    const school = schoolOption(context, 'approve');
    const term = termOption(context, 'approve');
    const batch = batchOption(context, 'approve');
    const reason = textOption(context, 'approve', 'reason');
    const by = context.options['by'] === undefined ? userInfo().username : textOption(context, 'approve', 'by');
    await using services = await openServices(context);
    const outcome = await withSchool(services, school, async (store) => {
      const check = await checkAsked(services, store, term, batch, readPolicy(services));
      if (check.report.gate !== 'held') return { gate: check.report.gate, approved: false };
      store.approve({ key: check.contentKey, reason, by, at: isoTime(services.clock) });
      return { gate: check.report.gate, approved: true };
    });
    const say = words(context);
    if (outcome.approved) audit(services, school, 'gate/approve', { term, reason, by });
    context.say(outcome.approved
      ? say(`${school} ${term} 已核可；下次執行 run 或 pack 即會打包。`, `${school} ${term} approved; the next run or pack will pack it.`)
      : say(`${school} ${term} 目前不是暫停狀態(${outcome.gate}),不需核可。`, `${school} ${term} is not held (${outcome.gate}); nothing to approve.`));
    context.result({ school, term, ...outcome });
    return outcome.approved ? EXIT.done : EXIT.nothingToDo;
  },
});
