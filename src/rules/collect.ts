/** Keeping findings: exact counts for every rule, samples up to a cap. The only place that decides what is dropped. */
import type { Finding } from '../core/finding.ts';
import type { Severity } from '../core/problem.ts';
import type { ValueShape } from '../core/value-shape.ts';
import type { ColumnCount, RuleCount, Tallies } from './types.ts';

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** Where a finding stands, cheap to compare and to group by. */
export interface Spot {
  readonly input: string;
  readonly table: number;
  /** 1-based spreadsheet row. */
  readonly row: number;
  readonly field: string | undefined;
}

interface Sample {
  readonly spot: Spot | null;
  readonly finding: Finding;
}

interface Line {
  readonly rule: string;
  readonly severity: Severity;
  count: number;
  /** Findings by student, '' for those about nobody. */
  readonly tally: Map<string, number>;
  /** In the order of their places. */
  readonly samples: Sample[];
  /** Findings by input, table and field, and by what the cells look like, with one of them for its names. */
  readonly columns: Map<string, Column>;
}

interface Column {
  count: number;
  readonly shapes: Map<ValueShape | null, number>;
  readonly finding: Finding;
}

export interface Met {
  readonly rule: string;
  readonly severity: Severity;
  /** Anything that tells students apart within this run; null for a finding about no student. */
  readonly student: string | null;
  readonly spot: Spot | null;
  /** What the cell looks like. */
  readonly shape: ValueShape | null;
  /** Builds the finding; called only when it is needed. */
  readonly make: () => Finding;
}

export class Collector {
  readonly #cap: number;
  readonly #lines = new Map<string, Line>();

  /** @param cap samples kept per rule and severity */
  constructor(cap: number) {
    this.#cap = cap;
  }

  /**
   * Counts a finding, and keeps it when it stands before those kept so far: students come in an order that
   * differs from store to store, and the same data must give the same report everywhere.
   */
  add({ rule, severity, student, spot, shape, make }: Met): void {
    const line = this.#line(rule, severity);
    line.count += 1;
    increase(line.tally, student ?? '');
    if (spot?.field !== undefined) {
      const key = `${spot.input}:${spot.table}:${spot.field}`;
      let column = line.columns.get(key);
      if (!column) line.columns.set(key, (column = { count: 0, shapes: new Map(), finding: make() }));
      column.count += 1;
      increase(column.shapes, shape);
    }
    if (this.#cap === 0) return;
    if (line.samples.length === this.#cap) {
      if (bySpot(spot, line.samples.at(-1)!.spot) >= 0) return;
      line.samples.pop();
    }
    line.samples.splice(placeFor(spot, line.samples), 0, { spot, finding: make() });
  }

  #line(rule: string, severity: Severity): Line {
    const key = `${severity} ${rule}`;
    let line = this.#lines.get(key);
    if (!line) this.#lines.set(key, (line = { rule, severity, count: 0, tally: new Map(), samples: [], columns: new Map() }));
    return line;
  }

  /** Errors first, then what occurs most, then by id; samples in the order of their places. */
  result(): { counts: RuleCount[]; findings: Finding[]; tallies: Tallies } {
    const lines = [...this.#lines.values()].sort(
      (a, b) => RANK[a.severity] - RANK[b.severity] || b.count - a.count || compare(a.rule, b.rule),
    );
    return {
      counts: lines.map(({ rule, severity, count, tally, columns }) => ({
        rule, severity, count, students: tally.size - (tally.has('') ? 1 : 0),
        columns: [...columns.values()].flatMap(named).sort((a, b) => b.count - a.count || byPlace(a, b)),
      })),
      findings: lines.flatMap((line) => line.samples.map((sample) => sample.finding).sort(byPlace)),
      tallies: talliesOf(lines),
    };
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A column without a name in the school's files says nothing to a reader. */
function named({ count, shapes, finding: { file, sheet, column } }: Column): ColumnCount[] {
  if (file === null || sheet === null || column === null) return [];
  const [[shape, shapeCount] = [null, 0]] = [...shapes].sort((a, b) => b[1] - a[1]);
  return [{ file, sheet, column, count, shape, shapeCount }];
}

function increase<T>(counts: Map<T, number>, key: T): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** A rule with two severities is one rule: a finding whose severity changed has not gone and come. */
function talliesOf(lines: readonly Line[]): Tallies {
  const tallies = new Map<string, Map<string, number>>();
  for (const { rule, tally } of lines) {
    const known = tallies.get(rule);
    if (!known) tallies.set(rule, tally);
    else for (const [student, count] of tally) known.set(student, (known.get(student) ?? 0) + count);
  }
  return tallies;
}

function bySpot(a: Spot | null, b: Spot | null): number {
  if (!a || !b) return a === b ? 0 : a ? 1 : -1;
  return compare(a.input, b.input) || a.table - b.table || a.row - b.row || compare(a.field ?? '', b.field ?? '');
}

/** Behind all samples that do not stand after it. */
function placeFor(spot: Spot | null, samples: readonly Sample[]): number {
  let [from, to] = [0, samples.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (bySpot(samples[middle]!.spot, spot) <= 0) from = middle + 1;
    else to = middle;
  }
  return from;
}

type Place = Pick<Finding, 'file' | 'sheet' | 'column'> & { readonly row?: number | null };

function byPlace(a: Place, b: Place): number {
  return compare(a.file ?? '', b.file ?? '') || compare(a.sheet ?? '', b.sheet ?? '') || (a.row ?? 0) - (b.row ?? 0) || compare(a.column ?? '', b.column ?? '');
}
