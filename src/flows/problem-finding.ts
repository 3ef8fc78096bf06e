/** Problems of readers and mappings become findings of a school, masked. */
import { columnPrivacy, maskedParams } from '../adapters/privacy.ts';
import type { MappingDefinition } from '../adapters/sdk.ts';
import type { Finding } from '../core/finding.ts';
import { mask } from '../core/mask.ts';
import type { Problem } from '../core/problem.ts';
import { PROBLEMS } from '../core/problems/index.ts';

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
  const field = problem.column === undefined ? undefined : place.definition?.columns.find(({ headers }) => headers.includes(problem.column!))?.to;
  const params = { file: place.file, sheet: place.sheet ?? '', row: row ?? '', column: problem.column ?? '', ...maskedParams(problem.params, privacy) };
  return {
    rule: problem.code,
    severity: PROBLEMS[problem.code]?.severity ?? 'error',
    params,
    file: problem.file ?? place.file,
    sheet: problem.sheet ?? place.sheet,
    row,
    column: problem.column ?? null,
    ...(field === undefined ? {} : { field }),
    value: problem.value === undefined ? null : mask(privacy, problem.value),
    student: null,
    record: place.table !== null && row !== null ? `${place.table}:${row}` : null,
  };
}
