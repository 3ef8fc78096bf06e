import { EXIT, Fault } from '../../core/fault.ts';
import { maskId } from '../../core/mask.ts';
import { PROBLEMS } from '../../core/problems/index.ts';
import { audit } from '../../flows/audit.ts';
import { replyCode } from '../../flows/replies/findings.ts';
import { assignSubmission } from '../../flows/replies/kept.ts';
import { listReplies, type TermReplies } from '../../flows/replies/list.ts';
import { saidText } from '../../flows/replies/words.ts';
import type { SchoolStore } from '../../store/port.ts';
import { command, type Context } from '../command.ts';
import { numberOption, optionalTerm, SCHOOL, schoolOption, TERM } from '../options.ts';
import { openServices, withSchool } from '../services.ts';
import { count, words } from '../words.ts';
import { repliesShape } from './shape.ts';

function sayReplies(context: Context, terms: readonly TermReplies[]): void {
  const say = words(context);
  for (const { term, files, gaps } of terms) {
    for (const { file, input, status, standings } of files) {
      context.say(`${term}  ${file}  ${input}${status ? `  FID ${String(status['fid'])} · ${String(status['state'] ?? '–')}` : ''}  ${say(`錯誤 ${count(standings.length)}`, `${count(standings.length)} errors`)}`);
      for (const standing of standings) {
        const { at, reply, student, said } = standing;
        const place = typeof at === 'object' ? `${at.workbook.roster} ${at.sheet.title} ${say(`第 ${at.row} 列`, `row ${at.row}`)}` : `${String(reply['roster'] ?? '–')} ${say(`第 ${String(reply['line'] ?? '–')} 列`, `row ${String(reply['line'] ?? '–')}`)}`;
        context.say(`  ${place}${student ? ` ${maskId(student.idNumber)}` : ''}: ${saidText(said, standing)}`);
        context.say(`    ${PROBLEMS[replyCode(standing)]?.title[context.lang] ?? ''}`);
      }
    }
    for (const gap of gaps) context.say(`  ${say('尚無對應規則', 'no rule of ours is known to say')}: ${[gap.code, gap.text].filter((part) => part !== '').join(' ')} × ${count(gap.count)}`);
  }
  if (terms.length === 0) context.say(say('沒有中央資料庫的回覆。', 'There are no replies of the central database.'));
}

/** The input a person means by its id, or by the name of the file where only one has it. */
function inputNamed(store: SchoolStore, asked: string): string {
  const found = store.inputs().filter(({ id, file, records }) => (id === asked || file === asked) && records['reply'] !== undefined);
  if (found.length !== 1) throw new Fault('record/not-found', { what: asked });
  return found[0]!.id;
}

export default command({
  name: 'replies',
  summary: { 'zh-TW': '看中央資料庫的錯誤回覆各說到哪一列、更正了沒有', en: 'see which rows the central database refused, and what became of them' },
  usage: ['replies --school CODE [--term 114-1]', 'replies assign FILE --school CODE --submission N'],
  takes: 2,
  options: {
    school: SCHOOL, term: TERM,
    submission: { type: 'string', value: 'N', help: { 'zh-TW': '回覆說的是本校第幾次提交；0 取消指定', en: "which of the school's submissions the replies speak of; 0 takes it back" } },
  },
  examples: [
    { line: 'replies --school 014302 --term 114-1', says: { 'zh-TW': '每一則回覆對到的列、學生與現況', en: 'the row and student of each reply, and how it stands' } },
    { line: 'replies assign 014302_114_1_2_20251008_10_20_30.json --school 014302 --submission 3', says: { 'zh-TW': '指明這個檔案說的是第 3 次提交', en: 'say that a file speaks of submission 3' } },
  ],
  async run(context) {
    const [action = 'list', file] = context.positionals;
    if (!['list', 'assign'].includes(action)) throw new Fault('usage/bad-option', { command: 'replies', detail: action });
    const school = schoolOption(context, 'replies');
    const term = optionalTerm(context, 'replies');
    const say = words(context);
    await using services = await openServices(context);
    return withSchool(services, school, async (store) => {
      if (action === 'assign') {
        if (file === undefined) throw new Fault('usage/bad-option', { command: 'replies', detail: 'FILE' });
        const highest = Math.max(0, ...store.submissions().map(({ number }) => number));
        if (context.options['submission'] === undefined) throw new Fault('usage/bad-option', { command: 'replies', detail: '--submission N' });
        const number = numberOption(context, 'replies', 'submission', 0, [0, highest]);
        const input = inputNamed(store, file);
        assignSubmission(store, input, number === 0 ? null : number);
        audit(services, school, 'replies/assign', { input, submission: number });
        context.say(number === 0 ? say('已取消指定', 'No submission is assigned any more') : say(`已指定為第 ${number} 次提交`, `Assigned to submission ${number}`));
        context.result({ school, input, submission: number === 0 ? null : number });
        return EXIT.done;
      }
      const terms = await listReplies(services, store, term);
      context.progress.end();
      sayReplies(context, terms);
      context.result(repliesShape(school, terms, context.lang));
      return terms.length === 0 ? EXIT.nothingToDo : EXIT.done;
    });
  },
});
