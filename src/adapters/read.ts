/** One table to canonical records, batch by batch. */
import { type Problem, ProblemError } from '../core/problem.ts';
import type { Table } from '../core/table.ts';
import { type MapContext, type MappedBatch, rowMapper } from '../mapping/apply.ts';
import { bind } from '../mapping/bind.ts';
import type { CompiledMapping } from '../mapping/compile.ts';
import { conformCheck } from './conform.ts';

/** Where the records belong: school, term (null when the columns say it), input and place of the table in it. */
export type ReadContext = MapContext;

/** What came of a batch of rows; every row of the table is in exactly one `records` or `rejected`. */
export type ReadBatch = MappedBatch;

const placed = (problem: Problem, table: Table): Problem => ({ ...problem, file: table.file, sheet: table.sheet, row: 1 });

/**
 * Reads a table with a mapping. Remarks about the header come with the first batch, which may be empty.
 *
 * @throws ProblemError when the header lacks a required column or has one twice: the table cannot be read
 */
export async function* readTable(table: Table, mapping: CompiledMapping, context: ReadContext): AsyncGenerator<ReadBatch> {
  const binding = bind(mapping, table.header);
  const [failure] = binding.failures;
  if (failure) throw new ProblemError(placed(failure, table));
  if (binding.remarks.length > 0) {
    yield { records: [], rejected: [], remarks: binding.remarks.map((remark) => placed(remark, table)) };
  }
  const map = rowMapper(binding, context, conformCheck(mapping.definition.record));
  for await (const rows of table.rows()) yield map(rows);
}
