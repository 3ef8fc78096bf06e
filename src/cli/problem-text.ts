/** How problems are said on the command line. */
import type { Problem } from '../core/problem.ts';
import { PROBLEMS } from '../core/problems/index.ts';
import { type Lang, textIn } from '../core/text.ts';
import type { Context } from './command.ts';
import { words } from './words.ts';

/** A problem in words, for machines and people alike. */
export interface ShownProblem {
  readonly problem: string;
  readonly row: number | null;
  readonly message: string;
  readonly fix: string;
}

/** The texts of a problem; parameters stand for what they name in either language. */
export function shownProblem({ code, params, file, sheet, row, value }: Problem, lang: Lang): ShownProblem {
  const definition = PROBLEMS[code];
  const all = { file: file ?? '', sheet: sheet ?? '', row: row ?? '', value: value ?? '', ...params };
  return {
    problem: code, row: row ?? null,
    message: definition ? textIn(lang, definition.message, all) : code, fix: definition ? textIn(lang, definition.fix, all) : '',
  };
}

/** Says problems, one a line, with what to do below. */
export function sayProblems(context: Context, problems: readonly ShownProblem[]): void {
  const say = words(context);
  for (const { problem, row, message, fix } of problems) {
    context.say(`  ${row === null ? '' : `${say(`第 ${row} 列`, `row ${row}`)} · `}${problem}: ${message}`);
    context.say(`    → ${fix}`);
  }
}
