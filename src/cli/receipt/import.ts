/** `receipt import`: takes a receipt in and says how it compares. */
import { EXIT, Fault } from '../../core/fault.ts';
import { PROBLEMS } from '../../core/problems/index.ts';
import { writeReceiptReport } from '../../flows/receive/report.ts';
import { type TakenReceipt, takeReceipt } from '../../flows/receive/take-receipt.ts';
import { type Difference, differencesOf, tally } from '../../receipts/differences.ts';
import { passwordOption, termOption } from '../options.ts';
import { sayProblems, shownProblem } from '../problem-text.ts';
import { count, words } from '../words.ts';
import type { Context } from '../command.ts';
import type { Action } from './action.ts';

type Said = Difference & { readonly kind: string };

/** Rows said on the terminal of one sheet and type; all of them are in the JSON and in the report. */
const SAID = 5;

const shown = (text: string | null): string => (text === null ? '' : text === '' ? '∅' : text);

function sayRow({ type, row, fields }: Difference): string {
  const differ = type === 'unequal' ? `  ${fields.map(({ field, ours, theirs }) => `${field} ${shown(ours)} → ${shown(theirs)}`).join('，')}` : '';
  return `${row.join(' ')}${differ}`;
}

/** Sheet by sheet and type by type: how many, what to do, and the first few. */
function sayDifferences(context: Context, differences: readonly Said[]): void {
  const say = words(context);
  for (const group of Map.groupBy(differences, ({ kind, sheet, type, title }) => `${kind}|${sheet}|${type}|${title.en}`).values()) {
    const [{ kind, sheet, title, fix }] = group as [Said, ...Said[]];
    const students = new Set(group.map(({ ref, student }) => ref ?? student)).size;
    context.say(say(`${kind}「${sheet}」${title['zh-TW']}：${count(group.length)} 筆，${count(students)} 名學生`, `${kind} "${sheet}" ${title.en}: ${count(group.length)} rows of ${count(students)} students`));
    for (const one of group.slice(0, SAID)) context.say(`  ${one.student}  ${sayRow(one)}`);
    if (group.length > SAID) context.say(`  …`);
    context.say(`  → ${fix[context.lang]}`);
  }
}

/** Errors among the remarks: what was taken in, and must not be passed over. */
function hasErrors({ problems }: TakenReceipt): boolean {
  return problems.some(({ code }) => PROBLEMS[code]?.severity === 'error');
}

export const importReceipt: Action = {
  changes: true,
  async run(context, services, store, [path]) {
    if (path === undefined) throw new Fault('usage/bad-option', { command: 'receipt', detail: 'FILE' });
    const { options } = context;
    const term = termOption(context, 'receipt');
    const taken = await takeReceipt(services, store, path, {
      term, perStudent: options['per-student'] === true, again: options['again'] === true, ...passwordOption(context),
    });
    context.progress.end();
    const say = words(context);
    const differences = taken.lines.flatMap(({ line, reconciliation }) => differencesOf(line.title['zh-TW'], reconciliation, (key) => store.studentRef(key))
      .map((difference) => ({ kind: line.title['zh-TW'], ...difference })));
    const totals = { matched: 0, missing: 0, extra: 0, changed: 0, kept: 0 };
    const kinds: Record<string, { students: number; rows: number }> = {};
    for (const { line, reconciliation } of taken.lines) {
      const counts = tally(reconciliation);
      for (const name of Object.keys(totals) as (keyof typeof totals)[]) totals[name] += counts[name];
      const rows = line.students.flatMap(({ sheets }) => [...sheets.values()]).reduce((sum, list) => sum + list.length, 0);
      kinds[line.title['zh-TW']] = { students: line.students.length, rows };
      context.say(`${line.title[context.lang]}: ${say('學生', 'students')} ${count(line.students.length)} · ${say('筆數', 'rows')} ${count(rows)} · ${say('相符', 'matched')} ${count(counts.matched)} · ${say('未收到', 'missing')} ${count(counts.missing)} · ${say('多出', 'extra')} ${count(counts.extra)} · ${say('不同', 'changed')} ${count(counts.changed)}`);
    }
    const status = { imported: say('已匯入', 'imported'), unchanged: say('內容與上次相同', 'the same as before'), refused: say('沒有匯入', 'not imported') }[taken.status];
    context.say(`${store.school}: ${status}`);
    if (taken.status === 'imported') {
      const report = await writeReceiptReport(services, store, term);
      context.say(say(`報告：${report.html}`, `Report: ${report.html}`));
    }
    const findings = taken.problems.map((problem) => shownProblem(problem, context.lang));
    sayProblems(context, findings);
    sayDifferences(context, differences);
    context.result({
      status: taken.status, version: taken.version, kinds, ...totals,
      differences: differences.map(({ kind, sheet, student, ref, type, row, fields, message, fix }) => ({ kind, sheet, student, ref, type, row, fields, message: message[context.lang], fix: fix[context.lang] })),
      findings,
    });
    if (taken.status === 'unchanged') return EXIT.nothingToDo;
    return taken.status === 'refused' || differences.length > 0 || hasErrors(taken) ? EXIT.errorsFound : EXIT.done;
  },
};
