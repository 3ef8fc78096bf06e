/** One cause behind a thousand findings: a rule broken in nearly every row of one column. */
import type { Finding } from '../core/finding.ts';
import type { FileLine, RuleColumn, RuleCount } from './model.ts';

export interface Systemic {
  readonly sheet: string;
  readonly column: string;
  readonly count: number;
  /** Imported rows of the sheet. */
  readonly total: number;
}

/** Share of a column's rows from which it counts as one cause, and the rows below which nothing can be said. */
const SHARE = 0.9;
const FEWEST_ROWS = 20;

function importedRows(files: readonly FileLine[], file: string, sheet: string): number {
  return files.filter((line) => line.file === file).flatMap((line) => line.sheets).filter((line) => line.sheet === sheet)
    .reduce((sum, line) => sum + line.imported, 0);
}

/**
 * Counts by column from samples. Complete samples are exact. Capped ones say something only when all lie in
 * one column and leave hardly a row out between the first and the last: then the whole count is that column's.
 */
function fromSamples(rule: RuleCount, samples: readonly Finding[]): readonly RuleColumn[] {
  const columns = new Map<string, RuleColumn & { count: number; rows: Set<number> }>();
  for (const { file, sheet, column, row } of samples) {
    if (file === null || sheet === null || column === null || row === null) return [];
    const key = JSON.stringify([file, sheet, column]);
    const known = columns.get(key) ?? { file, sheet, column, count: 0, rows: new Set<number>() };
    known.count += 1;
    known.rows.add(row);
    columns.set(key, known);
  }
  const all = [...columns.values()];
  if (samples.length === rule.count) return all;
  const only = all[0];
  if (only === undefined || all.length > 1) return [];
  const rows = [...only.rows];
  const span = rows.reduce((a, b) => Math.max(a, b), 0) - rows.reduce((a, b) => Math.min(a, b), Infinity) + 1;
  return rows.length >= FEWEST_ROWS && rows.length >= span * SHARE ? [{ ...only, count: rule.count }] : [];
}

/** The column a rule is broken in nearly everywhere, the fullest first; null when there is none. */
export function systemic(rule: RuleCount, samples: readonly Finding[], files: readonly FileLine[]): Systemic | null {
  const candidates = (rule.columns ?? fromSamples(rule, samples))
    .map(({ file, sheet, column, count }) => ({ sheet, column, count, total: importedRows(files, file, sheet) }))
    .filter(({ count, total }) => total >= FEWEST_ROWS && count <= total && count >= total * SHARE)
    .toSorted((a, b) => b.count - a.count);
  return candidates[0] ?? null;
}
