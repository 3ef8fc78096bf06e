/** Making problems of the `zip` area, so that a mistyped code does not compile. */
import { ProblemError, type Params, type Problem } from '../../core/problem.ts';
import type { ZipProblemCode } from '../../core/problems/zip.ts';

/** What is wrong with the archive `file`, or with one entry of it. */
export function zipProblem(code: ZipProblemCode, file: string, params: Params): Problem {
  return { code, file, params };
}

/** The same, to be thrown where reading or writing cannot go on. */
export function zipError(code: ZipProblemCode, file: string, params: Params): ProblemError {
  return new ProblemError(zipProblem(code, file, params));
}
