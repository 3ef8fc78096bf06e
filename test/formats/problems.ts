/** Asserting on problems by their code. */
import { ProblemError, type Problem } from '../../src/core/problem.ts';

/** The problem a promise is rejected with; anything else fails the test. */
export async function problemOf(work: Promise<unknown>): Promise<Problem> {
  try {
    await work;
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  }
  throw new Error('nothing was thrown');
}

export async function codeOf(work: Promise<unknown>): Promise<string> {
  return (await problemOf(work)).code;
}
