/** The report for machines: a stable contract, to which keys may be added but never renamed or removed. */
import type { Severity } from '../core/problem.ts';
import type { Lang } from '../core/text.ts';
import type { Cause } from './cause.ts';
import { causeHeadline } from './cause-words.ts';
import type { CheckChanges, CheckPoint } from './history-model.ts';
import { fixOf, messageOf } from './message.ts';
import type { CheckReport, FileLine, GateState, HoldReason } from './model.ts';

export interface JsonFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly fix: string;
  readonly file: string | null;
  readonly sheet: string | null;
  readonly row: number | null;
  readonly column: string | null;
  readonly value: string | null;
  readonly student: string | null;
  readonly record: string | null;
  /** Canonical field: `licheng explain <record> <field>` recomputes the value; null where there is none. */
  readonly field: string | null;
}

/** The first six keys are the contract; the others came later. */
export interface JsonReport {
  readonly school: string;
  readonly term: string;
  readonly gate: GateState;
  readonly summary: {
    readonly errors: number;
    readonly warnings: number;
    readonly infos: number;
    readonly records: Readonly<Record<string, number>>;
    readonly students: number;
  };
  readonly rules: readonly { readonly rule: string; readonly severity: Severity; readonly count: number; readonly students: number; readonly title: string }[];
  readonly findings: readonly JsonFinding[];
  readonly schoolName: string | null;
  readonly today: string;
  readonly version: string;
  readonly lang: Lang;
  readonly holds: readonly HoldReason[];
  readonly approval: CheckReport['approval'];
  /** Causes that explain many findings at once, the fullest first, each with a headline. */
  readonly causes: readonly (Cause & { readonly headline: string })[];
  /** What came and went since the check before; null for a term's first. */
  readonly changes: CheckChanges | null;
  readonly points: readonly CheckPoint[];
  readonly duties: CheckReport['duties'];
  readonly waivers: CheckReport['waivers'];
  readonly files: readonly FileLine[];
  readonly quarantined: number;
  readonly replies: CheckReport['replies'];
  readonly skipped: readonly { readonly rule: string; readonly reason: string }[];
  readonly assumptions: readonly { readonly id: string; readonly text: string; readonly asOf: string }[];
}

/** The report as plain data, its texts in one language. Counts are exact; `findings` are samples. */
export function jsonReport(report: CheckReport, lang: Lang): JsonReport {
  const { summary } = report;
  return {
    school: report.school,
    term: report.term,
    gate: report.gate,
    summary: { errors: summary.errors, warnings: summary.warnings, infos: summary.infos, records: summary.records, students: summary.students },
    rules: report.rules.map(({ rule, severity, count, students }) => ({ rule, severity, count, students, title: report.texts[rule]?.title[lang] ?? rule })),
    findings: report.findings.map((finding) => ({
      rule: finding.rule,
      severity: finding.severity,
      message: messageOf(finding, report.texts)[lang],
      fix: fixOf(finding, report.texts)[lang],
      file: finding.file,
      sheet: finding.sheet,
      row: finding.row,
      column: finding.column,
      value: finding.value,
      student: finding.student,
      record: finding.record,
      field: finding.field ?? null,
    })),
    schoolName: report.schoolName,
    today: report.today,
    version: report.version,
    lang,
    holds: report.holds,
    approval: report.approval,
    causes: report.causes.map((cause) => ({ ...cause, headline: causeHeadline(cause)[lang] })),
    changes: report.changes,
    points: report.points,
    duties: report.duties,
    waivers: report.waivers,
    files: report.files,
    quarantined: report.quarantined,
    replies: report.replies,
    skipped: report.skipped.map(({ rule, reason }) => ({ rule, reason: reason[lang] })),
    assumptions: report.assumptions.map(({ id, text, asOf }) => ({ id, text: text[lang], asOf })),
  };
}

/** The same as a file: UTF-8 text, two-space indent, a line end at the end. */
export function renderJson(report: CheckReport, lang: Lang): string {
  return `${JSON.stringify(jsonReport(report, lang), null, 2)}\n`;
}
