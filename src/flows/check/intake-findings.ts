/** Findings of intake that still stand: rejected rows that are still in quarantine, and remarks. */
import type { Finding } from '../../core/finding.ts';
import type { Severity } from '../../core/problem.ts';
import { PROBLEMS } from '../../core/problems/index.ts';
import { type ValueShape, valueShape } from '../../core/value-shape.ts';
import type { RuleColumn, RuleCount } from '../../report/model.ts';
import type { InputInfo, QuarantineItem, SchoolStore } from '../../store/port.ts';

export interface StandingFindings {
  readonly counts: readonly RuleCount[];
  readonly findings: readonly Finding[];
}

interface StandingColumn {
  readonly file: string;
  readonly sheet: string;
  readonly column: string;
  count: number;
  readonly shapes: Map<ValueShape | null, number>;
}

/** One code: how often it stands, and in which columns. */
interface Line {
  count: number;
  readonly columns: Map<string, StandingColumn>;
}

const severityOf = (code: string): Severity => PROBLEMS[code]?.severity ?? 'error';

class Standing {
  readonly findings: Finding[] = [];
  readonly #lines = new Map<string, Line>();

  /** What still stands of one input: a reject that somebody took out of quarantine counts no more. */
  take(input: InputInfo, items: readonly QuarantineItem[]): void {
    const ids = new Set<string>();
    for (const item of items) {
      ids.add(item.id);
      this.count(item.problem.code, 1);
      this.#column(item);
    }
    for (const [code, count] of Object.entries(input.findingCounts)) {
      if (PROBLEMS[code]?.effect === 'none') this.count(code, count);
    }
    for (const finding of input.findings) {
      const remark = PROBLEMS[finding.rule]?.effect === 'none';
      // What is about no row is about the file, which can be explained too.
      if (remark || (finding.record === null ? ids.size > 0 : ids.has(finding.record))) this.findings.push({ ...finding, record: finding.record ?? input.id });
    }
  }

  count(code: string, count: number): void {
    this.#line(code).count += count;
  }

  #line(code: string): Line {
    let line = this.#lines.get(code);
    if (!line) this.#lines.set(code, (line = { count: 0, columns: new Map() }));
    return line;
  }

  #column({ file, sheet, problem: { code, column, value } }: QuarantineItem): void {
    if (sheet === null || column === undefined) return;
    const { columns } = this.#line(code);
    const key = JSON.stringify([file, sheet, column]);
    let known = columns.get(key);
    if (!known) columns.set(key, (known = { file, sheet, column, count: 0, shapes: new Map() }));
    known.count += 1;
    const shape = value === undefined ? null : valueShape(value);
    known.shapes.set(shape, (known.shapes.get(shape) ?? 0) + 1);
  }

  get counts(): RuleCount[] {
    return [...this.#lines].map(([rule, { count, columns }]) => ({ rule, severity: severityOf(rule), count, students: 0, columns: [...columns.values()].map(columnOf) }));
  }
}

function columnOf({ file, sheet, column, count, shapes }: StandingColumn): RuleColumn {
  const [[shape, shapeCount] = [null, 0]] = [...shapes].sort((a, b) => b[1] - a[1]);
  return { file, sheet, column, count, shape, shapeCount, rejected: true };
}

/** Over the active inputs that speak of the term, and those that speak of no term at all. */
export function standingFindings(store: SchoolStore, terms: readonly string[]): StandingFindings {
  const standing = new Standing();
  for (const input of store.inputs({ active: true })) {
    if (input.terms.length === 0 || input.terms.some((term) => terms.includes(term))) standing.take(input, store.quarantine({ input: input.id }));
  }
  for (const change of terms.flatMap((term) => store.changes(term))) {
    if (change.goneStudents === 0 || change.type === 'attachment') continue;
    standing.count('intake/students-gone', 1);
    standing.findings.push({
      rule: 'intake/students-gone', severity: severityOf('intake/students-gone'),
      params: { kind: change.kind || change.type, before: change.before.students, after: change.after.students, gone: change.goneStudents },
      file: null, sheet: null, row: null, column: null, value: null, student: null, record: null,
    });
  }
  return standing;
}
