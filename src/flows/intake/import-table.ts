/** One table of a file: its rows to records of a staging, on this thread or on several. */
import type { Detection } from '../../adapters/detect.ts';
import { bindTable, type ReadContext, readRows } from '../../adapters/read.ts';
import type { Row, TableParts } from '../../core/table.ts';
import type { RejectedRow } from '../../mapping/apply.ts';
import type { Binding } from '../../mapping/bind.ts';
import { recordFields } from '../../mapping/record-fields.ts';
import type { InputTable } from '../../store/port.ts';
import { type FindingPlace, problemFinding } from '../problem-finding.ts';
import type { Lanes } from '../services.ts';
import { balance, counted } from './counted.ts';
import type { Reading } from './reading.ts';
import { rejectedItem } from './reading.ts';
import { readShared } from './shared-table.ts';

type TableMatch = Detection['tables'][number];
export type MappedTable = TableMatch & { readonly mapping: NonNullable<TableMatch['mapping']> };

/** The table's import under way. */
interface Import {
  readonly reading: Reading;
  readonly match: MappedTable;
  readonly tableIndex: number;
  readonly binding: Binding;
  readonly context: ReadContext;
  readonly place: Omit<FindingPlace, 'definition'>;
  read: number;
  imported: number;
  rejected: number;
}

async function setAside({ reading, match, tableIndex }: Import, rejected: readonly RejectedRow[]): Promise<void> {
  if (rejected.length > 0) await reading.staging.reject(rejected.map((reject) => rejectedItem(reading, tableIndex, match.table, reject.row, reject.cells, reject.problem)));
}

function step({ reading, match, imported, rejected }: Import): void {
  reading.services.progress.step(`${reading.kept.name} ${match.table.sheet}`, imported + rejected);
}

/** Replies of the central database are kept apart from the school's records. */
const isReply = ({ mapping }: MappedTable): boolean => mapping.definition.record === 'reply';

/** Row by row on this thread. */
async function importRows(work: Import, rows: () => AsyncIterable<readonly Row[]>): Promise<void> {
  const { reading, match, binding, context } = work;
  const place = { ...work.place, definition: match.mapping.definition };
  const table = counted({ ...match.table, rows });
  for await (const batch of readRows(table.rows(), binding, context)) {
    work.imported += batch.records.length;
    work.rejected += batch.rejected.length;
    for (const record of batch.records) reading.terms.add(record.term);
    for (const remark of batch.remarks) reading.findings.add(problemFinding(remark, place));
    for (const reject of batch.rejected) reading.findings.add(problemFinding({ ...reject.problem, row: reject.row }, place));
    await setAside(work, batch.rejected);
    if (isReply(match)) reading.replies.push(...batch.records);
    else await reading.staging.add(batch.records);
    step(work);
  }
  work.read += table.read;
}

/** As much of a large table as several threads can, and the rest row by row. */
async function importParts(work: Import, parts: TableParts, lanes: Lanes): Promise<void> {
  const { reading, match: { table, mapping }, place, context } = work;
  const { definition, adapter, id } = mapping;
  const results = readShared(parts, lanes, {
    blob: reading.store.blobs.ticket(reading.kept.sha256), reading: parts.reading, header: table.header,
    mapping: { definition, adapter, name: id.slice(adapter.length + 1) }, context, place,
    ticket: reading.staging.ticket(definition.record, recordFields(work.binding)),
  });
  let next = await results.next();
  for (; !next.done; next = await results.next()) {
    const part = next.value;
    work.read += part.read;
    work.imported += part.imported;
    work.rejected += part.rejected.length;
    for (const term of part.terms) reading.terms.add(term);
    reading.findings.absorb(part.findings);
    await setAside(work, part.rejected);
    await reading.staging.take(part.batches);
    step(work);
  }
  const from = next.value;
  if (from < parts.ranges.length) await importRows(work, () => parts.rowsFrom(from));
}

/**
 * @param term of rows that do not say theirs
 * @throws ProblemError when the table cannot be read at all
 */
export async function importTable(reading: Reading, match: MappedTable, tableIndex: number, term: string | null): Promise<InputTable> {
  const { mapping, table } = match;
  const { lanes } = reading.services;
  const { binding, remarks } = bindTable(table, mapping);
  const place = { file: reading.kept.name, sheet: table.sheet, table: `${reading.kept.id}:${tableIndex}` };
  for (const remark of remarks) reading.findings.add(problemFinding(remark, { ...place, definition: mapping.definition }));
  const work: Import = {
    reading, match, tableIndex, binding, place, context: { school: reading.store.school, term, input: reading.kept.id, tableIndex },
    read: 0, imported: 0, rejected: 0,
  };
  if (lanes && table.parts && !isReply(match)) await importParts(work, table.parts, lanes);
  else await importRows(work, () => table.rows());
  const { read, imported, rejected } = work;
  balance(read, imported, rejected);
  const type = mapping.definition.record;
  reading.records[type] = (reading.records[type] ?? 0) + imported;
  return { file: table.file, sheet: table.sheet, header: table.header, mapping: mapping.id, rowsRead: read, imported, rejected };
}
