/** Recomputes a record from its row, or says what became of a file: the kept original is read again and walked through its mapping. */
import { coinedLookup } from '../../core/coined.ts';
import { Fault } from '../../core/fault.ts';
import type { Row, Table } from '../../core/table.ts';
import type { CompiledMapping } from '../../mapping/compile.ts';
import type { InputInfo, QuarantineItem, SchoolStore } from '../../store/port.ts';
import { openKept } from '../kept-file.ts';
import type { Services } from '../services.ts';
import { attachmentAt, attachmentFields } from './attachment.ts';
import type { Explained, ExplainedField, Fate } from './model.ts';
import { problemWords } from './problem-words.ts';
import type { Reference } from './reference.ts';
import { rowFields } from './row-fields.ts';

async function findRow(table: Table, wanted: number): Promise<Row | null> {
  for await (const rows of table.rows()) {
    const found = rows.find((row) => row.row === wanted);
    if (found) return found;
    if ((rows.at(-1)?.row ?? 0) > wanted) return null;
  }
  return null;
}

function rejectionOf(item: QuarantineItem | undefined): Explained['rejection'] {
  if (!item) return null;
  const { file, sheet, row, problem } = item;
  const column = problem.column ?? null;
  return { ...problemWords(problem.code, problem.params, { file, sheet: sheet ?? '', row: row ?? '', column: column ?? '' }), column };
}

/** The fields asked for, by canonical name, or by header as it stands in the file; all when none is. */
function asked(fields: readonly ExplainedField[], wanted: readonly string[]): readonly ExplainedField[] {
  const is = (name: string) => (one: ExplainedField): boolean => one.field === name || one.column === name;
  const unknown = wanted.find((name) => !fields.some(is(name)));
  if (unknown !== undefined) throw new Fault('record/not-found', { what: `${unknown} (${fields.map(({ field }) => field).join(', ')})` });
  return wanted.length === 0 ? fields : wanted.flatMap((name) => fields.filter(is(name)));
}

/** The row of the original, read again; null when it has none there. */
async function originalRow(services: Services, store: SchoolStore, input: InputInfo, at: NonNullable<Reference['row']>): Promise<{ readonly header: readonly string[]; readonly row: Row } | null> {
  const opened = await openKept(services, store, input);
  try {
    const table = opened?.tables[at.table];
    const row = table ? await findRow(table, at.row) : null;
    return table && row ? { header: table.header, row } : null;
  } finally {
    await opened?.close();
  }
}

/** Null for a row of which nothing is known. */
async function fieldsOf(services: Services, store: SchoolStore, input: InputInfo, at: NonNullable<Reference['row']>, mapping: CompiledMapping | null): Promise<readonly ExplainedField[] | null> {
  if (mapping === null) {
    const record = await attachmentAt(store, input, at.row);
    return record && attachmentFields(record);
  }
  const original = await originalRow(services, store, input, at);
  const where = { file: input.file, sheet: input.tables[at.table]?.sheet ?? '', row: at.row };
  return original && rowFields(mapping, original.header, original.row, { school: store.school, terms: input.terms, coined: coinedLookup(store.coined()), where });
}

/**
 * @param wanted canonical fields or headers; all of the row's when empty
 * @throws {Fault} `record/not-found` for a record, a field or a file that is not there
 */
export async function explain(services: Services, store: SchoolStore, reference: Reference, wanted: readonly string[]): Promise<Explained> {
  const { input: id, row: at, text } = reference;
  const input = store.input(id);
  const missing = new Fault('record/not-found', { what: text });
  if (!input) throw missing;
  const [item] = store.quarantine({ id: text });
  const fate: Fate = item ? 'rejected' : store.inputs({ active: true }).some((one) => one.id === id) ? 'imported' : 'replaced';
  const { file, system, edition, encoding } = input;
  const whole = { record: text, file, system, edition, encoding, fate, rejection: rejectionOf(item) };
  if (at === null) {
    if (wanted.length > 0) throw new Fault('record/not-found', { what: `${text} ${wanted.join(' ')}` });
    return { ...whole, sheet: item?.sheet ?? null, row: item?.row ?? null, type: null, fields: [] };
  }
  const kept = input.tables[at.table];
  const mapping = kept?.mapping ? services.registry.mapping(kept.mapping) : null;
  const fields = kept ? await fieldsOf(services, store, input, at, mapping) : null;
  if (!kept || (fields === null && !item)) throw missing;
  return { ...whole, sheet: kept.sheet, row: at.row, type: mapping?.definition.record ?? (fields ? 'attachment' : null), fields: asked(fields ?? [], wanted) };
}
