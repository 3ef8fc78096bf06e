/** `adapters test DIR`: the conformance kit over a folder, and over files of its author's own. */
import { existsSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { ensureFolder } from '../../adapters/ensure-folder.ts';
import { acceptCases } from '../../adapters/kit/accept.ts';
import type { CheckResult } from '../../adapters/kit/check.ts';
import { type KitVerdict, testAdapter } from '../../adapters/kit/kit.ts';
import { subjectOf } from '../../adapters/kit/subject.ts';
import { loadRegistry } from '../../adapters/registry.ts';
import { EXIT, Fault } from '../../core/fault.ts';
import { maskIdsIn } from '../../core/mask.ts';
import type { Lang } from '../../core/text.ts';
import { filesAt } from '../../flows/intake/offered.ts';
import { publishIfChanged } from '../../flows/publish-file.ts';
import { todayInTaipei } from '../../observe/clock.ts';
import type { Context } from '../command.ts';
import { textOption } from '../options.ts';
import { adapterFolders } from '../services.ts';
import { programVersion } from '../version.ts';
import { count, words } from '../words.ts';
import { verdictPage } from './verdict/page.ts';

const detailOf = ({ detail }: CheckResult, lang: Lang): string => maskIdsIn(detail.map((line) => line[lang]).join(' '));

/** The verdict for machines. */
function plain(verdict: KitVerdict, lang: Lang): object {
  return {
    adapter: verdict.adapter, verdict: verdict.verdict,
    checks: verdict.checks.map((result) => ({ check: result.check, ok: result.ok, detail: detailOf(result, lang) })),
    ...(verdict.inputs.length === 0 ? {} : {
      inputs: verdict.inputs.map(({ problem, tables, clues, ...input }) => ({
        ...input, clues: clues.map((clue) => clue[lang]), problem: problem && { code: problem.code, message: problem.message[lang] },
        tables: tables.map(({ problems, reason, ...table }) => ({ ...table, reason: reason[lang], problems: problems.map(({ title, fix, ...line }) => ({ ...line, title: title[lang], fix: fix[lang] })) })),
      })),
    }),
  };
}

function sayVerdict(context: Context, verdict: KitVerdict): void {
  const say = words(context);
  for (const result of verdict.checks) {
    context.say(`${result.ok ? '✓' : '✗'} ${result.check.padEnd(18)} ${result.title[context.lang]}`);
    for (const line of result.detail) context.say(`    ${maskIdsIn(line[context.lang])}`);
  }
  for (const { file, system, tables } of verdict.inputs) {
    context.say(`${file}: ${system ?? say('認不出來', 'not recognised')}`);
    for (const { sheet, rows, imported, rejected, problems } of tables) {
      context.say(`  ${sheet}: ${say(`讀 ${count(rows)} 列 = 匯入 ${count(imported)} + 退回 ${count(rejected)}`, `${count(rows)} rows read = ${count(imported)} imported + ${count(rejected)} rejected`)}`);
      for (const { column, code, title, count: number } of problems) context.say(`    ${count(number).padStart(6)} × ${column ?? ''} ${title[context.lang]} [${code}]`);
    }
  }
  context.say(`${verdict.adapter}: ${verdict.verdict === 'pass' ? say('通過', 'pass') : say('未通過', 'fail')}`);
}

async function accept(folder: string, others: readonly string[]): Promise<readonly string[]> {
  const registry = await loadRegistry([...others, folder]);
  const adapter = registry.adapter(basename(folder));
  return adapter ? acceptCases(subjectOf(adapter, registry)) : [];
}

export async function testFolder(context: Context, given: string, more: readonly string[]): Promise<number> {
  const folder = resolve(given);
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new Fault('file/not-found', { file: given });
  const out = context.options['out'] === undefined ? null : textOption(context, 'adapters', 'out');
  if (out !== null && existsSync(out) && !statSync(out).isFile()) throw new Fault('file/exists', { file: out });
  const paths = [...((context.options['input'] ?? []) as readonly string[]), ...more];
  const others = adapterFolders(context.home);
  const say = words(context);
  if (context.options['accept'] === true) {
    for (const name of await accept(folder, others)) context.say(say(`已寫出 fixtures/${name}/expected.json，請逐筆看過。`, `Wrote fixtures/${name}/expected.json; read it through.`));
  }
  const verdict = await testAdapter(folder, others, filesAt(paths));
  sayVerdict(context, verdict);
  if (out !== null) {
    ensureFolder(dirname(resolve(out)));
    publishIfChanged(resolve(out), verdictPage(verdict, { lang: context.lang, today: todayInTaipei(context.clock), version: programVersion() }));
    context.say(say(`報告：${out}`, `Report: ${out}`));
  }
  context.result({ ...plain(verdict, context.lang), ...(out === null ? {} : { report: resolve(out) }) });
  return verdict.verdict === 'pass' ? EXIT.done : EXIT.errorsFound;
}
