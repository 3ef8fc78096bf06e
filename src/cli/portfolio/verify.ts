/** `licheng portfolio verify`: whether a package is whole, without taking it in. */
import { EXIT } from '../../core/fault.ts';
import type { Problem } from '../../core/problem.ts';
import { problemWords } from '../../flows/portfolio/problem-words.ts';
import type { Context } from '../command.ts';
import { count, words } from '../words.ts';
import { look } from './look.ts';
import { sayPackageProblems, shownStudent } from './show.ts';

export default async function verifyPortfolio(context: Context, file?: string): Promise<number> {
  const found: { student: string | null; problem: Problem }[] = [];
  const seen = await look(context, file, (student) => {
    for (const problem of student.problems) found.push({ student: shownStudent(student), problem });
  });
  const say = words(context);
  context.progress.end();
  const all = [...seen.problems.map((problem) => ({ student: null, problem })), ...found];
  for (const { student, problem } of all) {
    if (student !== null) context.say(student);
    sayPackageProblems(context, [problem], student === null ? '' : '    ');
  }
  context.say(seen.ok
    ? say(`完好：學生 ${count(seen.students)} 位 · 紀錄 ${count(seen.items)} 筆 · 附件 ${count(seen.attachments)} 個`, `Whole: ${count(seen.students)} students · ${count(seen.items)} records · ${count(seen.attachments)} files`)
    : say('有不能採用的內容，見上。', 'There is something in it that cannot be taken, see above.'));
  const { ok, format, students, items, attachments, package: id, from, at } = seen;
  context.result({ ok, format, students, items, attachments, package: id, from, at, findings: all.map(({ student, problem }) => ({ student, ...problemWords(problem, context.lang) })) });
  return ok ? EXIT.done : EXIT.errorsFound;
}
