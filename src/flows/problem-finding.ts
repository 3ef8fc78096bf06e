/** Problems of readers and mappings become findings of a school, masked. */
import { FIELDS } from '../core/fields.ts';
import type { Finding } from '../core/finding.ts';
import { mask, type Privacy } from '../core/mask.ts';
import type { Params, Problem } from '../core/problem.ts';
import { PROBLEMS } from '../core/problems/index.ts';
import type { MappingDefinition } from '../adapters/sdk.ts';

/** How a column of the school's own file is to be treated; what no mapping knows is taken for free text. */
export function columnPrivacy(definition: MappingDefinition | null, header: string | undefined): Privacy {
  if (!definition || header === undefined) return 'text';
  const column = definition.columns.find((candidate) => candidate.headers.includes(header));
  if (!column) return 'text';
  return FIELDS[definition.record]?.[column.to]?.privacy ?? 'text';
}

/** The parameter `value` repeats the cell's text; it is masked like the cell. */
function maskParams(params: Params, privacy: Privacy): Params {
  return 'value' in params ? { ...params, value: mask(privacy, String(params['value'])) } : params;
}

/** Where the problem stands, when it does not say so itself. */
export interface FindingPlace {
  readonly file: string;
  readonly sheet: string | null;
  /** `<input>:<table>`; the row is added. */
  readonly table: string | null;
  readonly definition: MappingDefinition | null;
}

/** The finding of a problem; `place` fills in what the problem does not say. */
export function problemFinding(problem: Problem, place: FindingPlace): Finding {
  const privacy = columnPrivacy(place.definition, problem.column);
  const row = problem.row ?? null;
  const params = { file: place.file, sheet: place.sheet ?? '', row: row ?? '', column: problem.column ?? '', ...maskParams(problem.params, privacy) };
  return {
    rule: problem.code,
    severity: PROBLEMS[problem.code]?.severity ?? 'error',
    params,
    file: problem.file ?? place.file,
    sheet: problem.sheet ?? place.sheet,
    row,
    column: problem.column ?? null,
    value: problem.value === undefined ? null : mask(privacy, problem.value),
    student: null,
    record: place.table !== null && row !== null ? `${place.table}:${row}` : null,
  };
}
