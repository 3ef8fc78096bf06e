/** How entries and problems of a 造字 table are shown. */
import { type CoinedEntry, coinedMeaning } from '../../core/coined.ts';
import type { Problem } from '../../core/problem.ts';
import { PROBLEMS } from '../../core/problems/index.ts';
import { type Lang, textIn } from '../../core/text.ts';
import type { Context } from '../command.ts';
import { words } from '../words.ts';

/** A problem in words, for machines and people alike. */
export interface ShownProblem {
  readonly problem: string;
  readonly row: number | null;
  readonly message: string;
  readonly fix: string;
}

/** The texts of a problem; parameters stand for what they name in either language. */
export function shownProblem({ code, params, row, value }: Problem, lang: Lang): ShownProblem {
  const definition = PROBLEMS[code];
  const all = { row: row ?? '', value: value ?? '', ...params };
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

/** `FA40 → 堃 U+5803 · CNS 3-2144 (verified by …)`. */
export function entryLine(context: Context, entry: CoinedEntry): string {
  const by = words(context)(`（${entry.verifiedBy} ${entry.date} 確認）`, ` (verified by ${entry.verifiedBy}, ${entry.date})`);
  return `${entry.cell} → ${coinedMeaning(entry)}${by}`;
}
