/** What every fault says, and the exit codes it may end with. */
import type { Bilingual } from '../problem.ts';

export type WhoseMove = 'school' | 'vendor' | 'data-centre' | 'operator';

/** Exit codes of the command line, the contract with schedulers. */
export const EXIT = {
  done: 0,
  errorsFound: 2,
  held: 3,
  fault: 4,
  usage: 64,
  busy: 75,
  nothingToDo: 99,
} as const;

export interface FaultDefinition {
  readonly message: Bilingual;
  readonly fix: Bilingual;
  readonly exit: number;
  readonly retryable: boolean;
  readonly whoseMove: WhoseMove;
}
