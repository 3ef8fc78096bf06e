/** A 造字 table from a file alone, for writing by it: every entry counts or none. */
import { basename } from 'node:path';
import { type CoinedTable, NO_COINED } from '../../core/coined.ts';
import { coinedEntry } from '../../core/coined-draft.ts';
import { type CoinedRow, mergeCoined } from '../../core/coined-merge.ts';
import { type Problem, ProblemError } from '../../core/problem.ts';
import { readCoinedFile } from './read-table.ts';

/**
 * Reads what `licheng codes coined export` writes, and whatever else the import takes. A picture says nothing about
 * where a character goes and is not looked for.
 *
 * @param today ISO date after which nothing can have been verified
 * @throws ProblemError for the first entry that is wrong, and those of {@link readCoinedFile}
 * @throws {Fault} `file/not-found`
 */
export async function wholeCoinedTable(path: string, school: string, today: string): Promise<CoinedTable> {
  const refuse = (problem: Problem): never => {
    throw new ProblemError({ ...problem, file: basename(path) });
  };
  const { rows, rejected } = await readCoinedFile(path, school);
  rejected.slice(0, 1).forEach(refuse);
  const entries = rows.map((written): CoinedRow => {
    const entry = coinedEntry(written, today);
    return 'code' in entry ? refuse({ ...entry, row: written.row }) : { entry, row: written.row };
  });
  const { table, refused } = mergeCoined(NO_COINED, entries, { replace: false });
  refused.slice(0, 1).forEach(refuse);
  return table;
}
