/** One table to canonical records, batch by batch. */
import { type Problem, ProblemError } from '../core/problem.ts';
import type { Row, Table } from '../core/table.ts';
import { type MapContext, type MappedBatch, rowMapper } from '../mapping/apply.ts';
import { bind, type Binding } from '../mapping/bind.ts';
import type { CompiledMapping } from '../mapping/compile.ts';
import { conformCheck } from './conform.ts';

/** Where the records belong: school, term (null when the columns say it), input and place of the table in it. */
export type ReadContext = MapContext;

/** What came of a batch of rows; every row of the table is in exactly one `records` or `rejected`. */
export type ReadBatch = MappedBatch;

const placed = (problem: Problem, table: Table): Problem => ({ ...problem, file: table.file, sheet: table.sheet, row: 1 });

/**
 * Fits the mapping to the table's header; what is to be said about the header stands in `remarks`.
 *
 * @throws ProblemError when the header lacks a required column or has one twice: the table cannot be read
 */
export function bindTable(table: Table, mapping: CompiledMapping): { readonly binding: Binding; readonly remarks: readonly Problem[] } {
  const binding = bind(mapping, table.header);
  const [failure] = binding.failures;
  if (failure) throw new ProblemError(placed(failure, table));
  return { binding, remarks: binding.remarks.map((remark) => placed(remark, table)) };
}

/** Reads rows of a table whose header fits. */
export async function* readRows(rows: AsyncIterable<readonly Row[]>, binding: Binding, context: ReadContext): AsyncGenerator<ReadBatch> {
  const map = rowMapper(binding, context, conformCheck(binding.mapping.definition.record));
  for await (const some of rows) yield map(some);
}

/**
 * Reads a table with a mapping. Remarks about the header come with the first batch, which may be empty.
 *
 * @throws ProblemError like {@link bindTable}
 */
export async function* readTable(table: Table, mapping: CompiledMapping, context: ReadContext): AsyncGenerator<ReadBatch> {
  const { binding, remarks } = bindTable(table, mapping);
  if (remarks.length > 0) yield { records: [], rejected: [], remarks: [...remarks] };
  yield* readRows(table.rows(), binding, context);
}
