/** Making problems of packages, so that a mistyped code does not compile. */
import { type Params, type Problem, ProblemError } from '../../core/problem.ts';
import type { MovedFileProblemCode } from '../../core/problems/moved-file.ts';
import type { PortfolioProblemCode } from '../../core/problems/portfolio.ts';
import type { SealedProblemCode } from '../../core/problems/sealed.ts';

export type PackageProblemCode = PortfolioProblemCode | SealedProblemCode | MovedFileProblemCode;

/** What is wrong with the package `file`, or with something in it. */
export function portfolioProblem(code: PackageProblemCode, file: string, params: Params = {}): Problem {
  return { code, file, params };
}

/** The same, to be thrown where the package cannot be read any further. */
export function portfolioError(code: PackageProblemCode, file: string, params: Params = {}): ProblemError {
  return new ProblemError(portfolioProblem(code, file, params));
}
