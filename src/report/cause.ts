/**
 * One cause behind a thousand findings: a column whose cells are wrong nearly everywhere, or wrong in dozens of places
 * in a way that only a setting or a program brings about. Counts are exact; samples say nothing here.
 */
import type { Severity } from '../core/problem.ts';
import { VALUE_SHAPES, type ValueShape } from '../core/value-shape.ts';
import type { FileLine, RuleColumn, RuleCount } from './model.ts';

export interface CausePlace {
  readonly file: string;
  readonly sheet: string;
  readonly count: number;
  /** Rows of the sheet. */
  readonly total: number;
}

export interface Cause {
  /** Header text as it stands in the school's own files. */
  readonly column: string;
  /** What the cells look like; null where they look like nothing in particular, or differ. */
  readonly shape: ValueShape | null;
  /** Sheets, the fullest first. */
  readonly places: readonly CausePlace[];
  /** Rules that say so of these cells, what they find most of first; never empty. */
  readonly rules: readonly { readonly rule: string; readonly severity: Severity; readonly count: number }[];
  /** Wrong cells and rows, over all places. */
  readonly count: number;
  readonly total: number;
}

/** Share of a column's rows, and share of the wrong cells that look alike, from which there is one cause. */
const SHARE = 0.9;
/** Below this nothing can be said. */
const FEWEST = 20;

/** One rule in one column of one sheet. */
interface Case {
  readonly rule: RuleCount;
  readonly column: string;
  readonly shape: ValueShape | null;
  readonly place: CausePlace;
}

/** Rows of each sheet: all that were read for findings about rows that became no records, else the records. */
function rowsOf(files: readonly FileLine[]): (column: RuleColumn) => number {
  const rows = new Map<string, { read: number; imported: number }>();
  for (const { file, sheets } of files) {
    for (const { sheet, rowsRead, imported } of sheets) {
      const key = JSON.stringify([file, sheet]);
      const known = rows.get(key) ?? { read: 0, imported: 0 };
      rows.set(key, { read: known.read + rowsRead, imported: known.imported + imported });
    }
  }
  return ({ file, sheet, rejected }) => {
    const found = rows.get(JSON.stringify([file, sheet]));
    return (rejected === true ? found?.read : found?.imported) ?? 0;
  };
}

function caseOf(rule: RuleCount, column: RuleColumn, total: number): Case | null {
  const { count, shape = null, shapeCount = 0 } = column;
  const alike = shape !== null && shapeCount >= count * SHARE ? shape : null;
  const everywhere = total >= FEWEST && count >= total * SHARE;
  const telling = alike !== null && VALUE_SHAPES[alike].telling && count >= FEWEST;
  // More findings than rows: the rule says several things of one cell, and a share would be none.
  if (count > total || !(everywhere || telling)) return null;
  return { rule, column: column.column, shape: alike, place: { file: column.file, sheet: column.sheet, count, total } };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const byCount = (a: { readonly count: number }, b: { readonly count: number }): number => b.count - a.count;

/** All sheets of one rule, column and shape, with the findings of other rules about the same cells. */
function causeOf(cases: readonly Case[]): Cause {
  const rules = [...Map.groupBy(cases, ({ rule }) => `${rule.severity} ${rule.rule}`).values()]
    .map((own) => ({ rule: own[0]!.rule.rule, severity: own[0]!.rule.severity, count: sum(own.map(({ place }) => place.count)), cases: own }))
    .sort((a, b) => byCount(a, b) || (a.rule < b.rule ? -1 : 1));
  const main = rules[0]!;
  const places = main.cases.map(({ place }) => place).sort(byCount);
  return {
    column: cases[0]!.column, shape: cases[0]!.shape, places,
    rules: rules.map(({ rule, severity, count }) => ({ rule, severity, count })),
    count: main.count, total: sum(places.map(({ total }) => total)),
  };
}

/** Those of errors and warnings, the fullest first. */
export function causesOf(rules: readonly RuleCount[], files: readonly FileLine[]): readonly Cause[] {
  const total = rowsOf(files);
  const cases = rules.filter(({ severity }) => severity !== 'info')
    .flatMap((rule) => (rule.columns ?? []).flatMap((column) => caseOf(rule, column, total(column)) ?? []));
  return [...Map.groupBy(cases, ({ column, shape }) => JSON.stringify([column, shape])).values()].map(causeOf).sort(byCount);
}
