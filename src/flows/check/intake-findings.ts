/** Findings of intake that still stand: rejected rows that are still in quarantine, and remarks. */
import type { Finding } from '../../core/finding.ts';
import type { Severity } from '../../core/problem.ts';
import { PROBLEMS } from '../../core/problems/index.ts';
import type { RuleCount } from '../../report/model.ts';
import type { InputInfo, QuarantineItem, SchoolStore } from '../../store/port.ts';

export interface StandingFindings {
  readonly counts: readonly RuleCount[];
  readonly findings: readonly Finding[];
}

const severityOf = (code: string): Severity => PROBLEMS[code]?.severity ?? 'error';

/** What still stands of one input: a reject that somebody took out of quarantine counts no more. */
function standing(items: readonly QuarantineItem[], input: InputInfo, counts: Map<string, number>, findings: Finding[]): void {
  const add = (code: string, count: number): void => { counts.set(code, (counts.get(code) ?? 0) + count); };
  const ids = new Set<string>();
  for (const item of items) {
    ids.add(item.id);
    add(item.problem.code, 1);
  }
  for (const [code, count] of Object.entries(input.findingCounts)) {
    if (PROBLEMS[code]?.effect === 'none') add(code, count);
  }
  for (const finding of input.findings) {
    const remark = PROBLEMS[finding.rule]?.effect === 'none';
    if (remark || (finding.record === null ? ids.size > 0 : ids.has(finding.record))) findings.push(finding);
  }
}

/** Over the active inputs that speak of the term, and those that speak of no term at all. */
export function standingFindings(store: SchoolStore, term: string): StandingFindings {
  const counts = new Map<string, number>();
  const findings: Finding[] = [];
  const quarantine = Map.groupBy(store.quarantine(), (item) => item.input);
  for (const input of store.inputs({ active: true })) {
    if (input.terms.length === 0 || input.terms.includes(term)) standing(quarantine.get(input.id) ?? [], input, counts, findings);
  }
  for (const change of store.changes(term)) {
    if (change.goneStudents === 0 || change.type === 'attachment') continue;
    counts.set('intake/students-gone', (counts.get('intake/students-gone') ?? 0) + 1);
    findings.push({
      rule: 'intake/students-gone', severity: severityOf('intake/students-gone'),
      params: { kind: change.kind || change.type, before: change.before.students, after: change.after.students, gone: change.goneStudents },
      file: null, sheet: null, row: null, column: null, value: null, student: null, record: null,
    });
  }
  return { counts: [...counts].map(([rule, count]) => ({ rule, severity: severityOf(rule), count, students: 0 })), findings };
}
