/** Keeping findings: exact counts for every rule, samples up to a cap. The only place that decides what is dropped. */
import type { Finding } from '../core/finding.ts';
import type { Severity } from '../core/problem.ts';
import type { RuleCount } from './types.ts';

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

interface Line {
  readonly rule: string;
  readonly severity: Severity;
  count: number;
  readonly students: Set<string>;
  readonly samples: Finding[];
}

export class Collector {
  readonly #cap: number;
  readonly #lines = new Map<string, Line>();

  /** @param cap samples kept per rule and severity */
  constructor(cap: number) {
    this.#cap = cap;
  }

  /**
   * Counts a finding, and keeps it while there is room.
   * @param student anything that tells students apart within this run; null for a finding about no student
   * @param make builds the finding; not called once the rule has its samples
   */
  add(rule: string, severity: Severity, student: string | null, make: () => Finding): void {
    const key = `${severity} ${rule}`;
    let line = this.#lines.get(key);
    if (!line) this.#lines.set(key, (line = { rule, severity, count: 0, students: new Set(), samples: [] }));
    line.count += 1;
    if (student !== null) line.students.add(student);
    if (line.samples.length < this.#cap) line.samples.push(make());
  }

  /** Errors first, then what occurs most, then by id; samples in the order of their places. */
  result(): { counts: RuleCount[]; findings: Finding[] } {
    const lines = [...this.#lines.values()].sort(
      (a, b) => RANK[a.severity] - RANK[b.severity] || b.count - a.count || compare(a.rule, b.rule),
    );
    return {
      counts: lines.map(({ rule, severity, count, students }) => ({ rule, severity, count, students: students.size })),
      findings: lines.flatMap((line) => line.samples.sort(byPlace)),
    };
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function byPlace(a: Finding, b: Finding): number {
  return compare(a.file ?? '', b.file ?? '') || compare(a.sheet ?? '', b.sheet ?? '') || (a.row ?? 0) - (b.row ?? 0) || compare(a.column ?? '', b.column ?? '');
}
