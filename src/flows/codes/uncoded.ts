/**
 * Courses for which the school's own system found no code: their rows lie in quarantine, because a roster without
 * a course code cannot be submitted, and a comparison lists them apart (RULE-415).
 */
import type { CompiledMapping } from '../../mapping/compile.ts';
import { bind } from '../../mapping/bind.ts';
import { explainField } from '../../mapping/explain.ts';
import type { CanonicalRecord } from '../../core/record.ts';
import type { QuarantineItem, SchoolStore } from '../../store/port.ts';
import type { Services } from '../services.ts';
import { OF_THE_TERM } from './school-rows.ts';

/** What of a rejected row is shown and compared. */
const FIELDS = ['idNumber', 'birthDate', 'subjectName', 'grade', 'credits', 'hours', 'studentName', 'className', 'seat', 'studentNumber', 'score'] as const;

/** A table's header fitted to its mapping, once for all of its rows. */
interface Sheet {
  readonly mapping: CompiledMapping;
  readonly places: ReadonlyMap<string, { readonly index: number; readonly header: string }>;
}

function sheetOf(mapping: CompiledMapping, header: readonly string[]): Sheet {
  return { mapping, places: new Map(bind(mapping, header).columns.map(({ column, index, header: text }) => [column.to, { index, header: text }])) };
}

/** True for a row the maker set apart, and for one whose cell for the code is blank. */
function lacksCode({ problem }: QuarantineItem, { places }: Sheet): boolean {
  return problem.code === 'mapping/vendor-reject-sheet' || (problem.code === 'mapping/blank-key' && problem.column === places.get('courseCode')?.header);
}

function asRecord(item: QuarantineItem, { mapping, places }: Sheet, table: number, school: string, term: string): CanonicalRecord {
  const values = FIELDS.flatMap((field) => {
    const place = places.get(field);
    const value = place === undefined ? undefined : explainField(mapping, field, item.cells[place.index] ?? '')?.value;
    return value === undefined ? [] : [[field, value] as const];
  });
  return { type: mapping.definition.record, school, term, ...mapping.definition.constants, ...Object.fromEntries(values), source: { input: item.input, table, row: item.row ?? 0 } };
}

/** Rejected rows of the term's courses that lack nothing but a code, as far as they can be read. They are in no roster. */
export function uncodedRecords(services: Services, store: SchoolStore, term: string): CanonicalRecord[] {
  return store.inputs({ active: true }).filter(({ terms, rejected }) => rejected > 0 && terms.includes(term)).flatMap(({ id, tables }) => {
    const items = Map.groupBy(store.quarantine({ input: id }).filter(({ row }) => row !== null), (item) => Number(item.id.split(':')[1]));
    return [...items].flatMap(([table, rows]) => {
      const mapping = services.registry.mapping(tables[table]?.mapping ?? '');
      if (!mapping || mapping.definition.record !== 'courseRecord' || !OF_THE_TERM.includes(mapping.definition.constants['kind'])) return [];
      const sheet = sheetOf(mapping, rows[0]!.header);
      return rows.filter((item) => lacksCode(item, sheet)).map((item) => asRecord(item, sheet, table, store.school, term));
    });
  });
}
