/** Keeping findings: exact counts for every rule, samples up to a cap. The only place that decides what is dropped. */
import type { Finding } from '../core/finding.ts';
import type { Severity } from '../core/problem.ts';
import type { RuleCount } from './types.ts';

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
  readonly students: Set<string>;
  /** In the order of their places. */
  readonly samples: Sample[];
  /** Findings by input, table and field, with one of them for its names. */
  readonly columns: Map<string, { count: number; readonly finding: Finding }>;
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
   * @param student anything that tells students apart within this run; null for a finding about no student
   * @param make builds the finding; called only when it is needed
   */
  add(rule: string, severity: Severity, student: string | null, spot: Spot | null, make: () => Finding): void {
    const line = this.#line(rule, severity);
    line.count += 1;
    if (student !== null) line.students.add(student);
    if (spot?.field !== undefined) {
      const key = `${spot.input}:${spot.table}:${spot.field}`;
      const column = line.columns.get(key);
      if (column) column.count += 1;
      else line.columns.set(key, { count: 1, finding: make() });
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
    if (!line) this.#lines.set(key, (line = { rule, severity, count: 0, students: new Set(), samples: [], columns: new Map() }));
    return line;
  }

  /** Errors first, then what occurs most, then by id; samples in the order of their places. */
  result(): { counts: RuleCount[]; findings: Finding[] } {
    const lines = [...this.#lines.values()].sort(
      (a, b) => RANK[a.severity] - RANK[b.severity] || b.count - a.count || compare(a.rule, b.rule),
    );
    return {
      counts: lines.map(({ rule, severity, count, students, columns }) => ({
        rule, severity, count, students: students.size,
        columns: [...columns.values()].flatMap(named).sort((a, b) => b.count - a.count || byPlace(a, b)),
      })),
      findings: lines.flatMap((line) => line.samples.map((sample) => sample.finding).sort(byPlace)),
    };
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A column without a name in the school's files says nothing to a reader. */
function named({ count, finding: { file, sheet, column } }: { count: number; finding: Finding }): RuleCount['columns'][number][] {
  return file === null || sheet === null || column === null ? [] : [{ file, sheet, column, count }];
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
