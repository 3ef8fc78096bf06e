/** Rows in batches that are handled at a time. */
import type { Row } from '../../core/table.ts';
import { BATCH } from './limits.ts';

export function* batches(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let from = 0; from < rows.length; from += BATCH) yield rows.length <= BATCH ? rows : rows.slice(from, from + BATCH);
}
