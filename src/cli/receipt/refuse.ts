/** An act that cannot be done: said with its reason and what to do, exit code "errors found". */
import { EXIT } from '../../core/fault.ts';
import type { Problem } from '../../core/problem.ts';
import type { Context } from '../command.ts';
import { sayProblems, shownProblem } from '../problem-text.ts';

export function refuse(context: Context, problems: readonly Problem[]): number {
  const findings = problems.map((problem) => shownProblem(problem, context.lang));
  sayProblems(context, findings);
  context.result({ status: 'refused', findings });
  return EXIT.errorsFound;
}
