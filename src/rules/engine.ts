/**
 * Runs the rules over one school's term: one pass over the students, each rule seeing what its scope asks for.
 * Everything personal is masked here, so that no rule has to think of it.
 */
import { Fault } from '../core/fault.ts';
import type { Finding } from '../core/finding.ts';
import { maskId } from '../core/mask.ts';
import type { Severity } from '../core/problem.ts';
import type { CanonicalRecord, RecordType, StudentKey } from '../core/record.ts';
import { hasTerm } from './calendar.ts';
import { SAMPLE_CAPS } from '../core/sample-caps.ts';
import { valueShape } from '../core/value-shape.ts';
import { Collector } from './collect.ts';
import { maskedParams, otherParams, placeOf, textAt } from './place.ts';
import { checkPolicy, paramsOf, waivedParams, WaiverBook } from './policy.ts';
import type { Hit, Rule, RuleContext, SchoolRule } from './rule.ts';
import { type Question, questionsOf } from './questions.ts';
import { type Look, RecordLooks } from './record-looks.ts';
import { absentTypes, noCalendar, noPlan, switchedOff, yearlyOnly } from './skips.ts';
import type { RuleOutcome, RuleRun, SkippedRule } from './types.ts';

/** Records seen of each type. */
type Counters = Map<RecordType, { readonly type: RecordType; count: number }>;

function counterOf(counters: Counters, type: RecordType): { readonly type: RecordType; count: number } {
  let counter = counters.get(type);
  if (!counter) counters.set(type, (counter = { type, count: 0 }));
  return counter;
}

/** A rule ready to be run: its parameters settled, and for school scope its state. */
interface Runner {
  readonly id: string;
  readonly rule: Rule;
  readonly context: RuleContext;
  readonly state: ReturnType<SchoolRule['begin']> | null;
}

/**
 * Checks one school's term. Records without a student key are seen by record rules only.
 *
 * A rule that throws is reported to `onFault` once and keeps running on other records. A rule switched off by
 * policy, or whose record types the term does not have, is listed as skipped.
 * @throws {Fault} `config/invalid` for a policy that names unknown rules or parameters;
 *   `rules/none-run` when no rule looked at any record: silence must not pass for a clean result
 */
export async function runRules(run: RuleRun): Promise<RuleOutcome> {
  const policy = run.policy ?? {};
  checkPolicy(policy, run.catalogue);
  const waivers = new WaiverBook(policy.waivers ?? [], run.context);
  const collector = new Collector(run.samples ?? SAMPLE_CAPS.rule);
  const faulty = new Set<string>();
  const skipped: SkippedRule[] = [];
  const types: Counters = new Map();
  let students = 0;

  const threw = (id: string, error: unknown): void => {
    if (!faulty.has(id)) run.onFault(new Fault('rules/threw', { rule: id, detail: describe(error) }, { cause: error }));
    faulty.add(id);
  };

  const report = (runner: Runner, hit: Hit, subject: CanonicalRecord | undefined): void => {
    const waiver = waivers.use(runner.id);
    const severity = waiver ? 'info' : policySeverity(runner.id) ?? ownSeverity(runner.rule, hit);
    const record = hit.record ?? subject;
    const { field } = hit;
    const spot = record ? { ...record.source, field } : null;
    const located = record ? run.locate(record, field) : null;
    const shape = record && located && field !== undefined ? valueShape(textAt(located, record, field) ?? '') : null;
    const make = (): Finding => ({
      ...placeOf(located, hit, record),
      rule: runner.id,
      severity,
      params: maskedParams({ ...hit.params, ...otherParams(run.locate, hit.other), ...(waiver ? waivedParams(waiver) : {}) }, record),
    });
    collector.add({ rule: runner.id, severity, student: studentOf(record), spot, shape, make });
    if (spot && run.onFinding) run.onFinding(spot, make());
  };
  const policySeverity = (id: string) => {
    const severity = policy.severities?.[id];
    return severity === 'off' ? undefined : severity;
  };

  const runners: Runner[] = [];
  for (const [id, rule] of run.catalogue) {
    if (policy.severities?.[id] === 'off') {
      skipped.push({ rule: id, reason: switchedOff });
      continue;
    }
    if (rule.scope === 'calendar' && !hasTerm(run.context)) {
      skipped.push({ rule: id, reason: noCalendar });
      continue;
    }
    if (rule.needsPlan && !run.context.plan) {
      skipped.push({ rule: id, reason: noPlan });
      continue;
    }
    if (rule.yearly === true && !run.context.term.endsWith('-0')) {
      skipped.push({ rule: id, reason: yearlyOnly });
      continue;
    }
    const context: RuleContext = { ...run.context, params: paramsOf(id, rule, policy) };
    try {
      runners.push({ id, rule, context, state: rule.scope === 'school' ? rule.begin(context) : null });
    } catch (error) {
      threw(id, error);
    }
  }

  const look = (runner: Runner, { reads, check }: Question): Look => ({
    reads,
    ask(record) {
      let found = false;
      try {
        for (const hit of check(record) ?? []) {
          report(runner, hit, record);
          found = true;
        }
      } catch (error) {
        threw(runner.id, error);
      }
      return found;
    },
  });
  const byType = new Map<RecordType, Look[]>();
  for (const runner of runners) {
    for (const question of questionsOf(runner.rule, runner.context)) {
      for (const type of question.types) byType.set(type, [...(byType.get(type) ?? []), look(runner, question)]);
    }
  }
  const looks = new RecordLooks(byType);
  const whole = runners.filter(({ rule: { scope } }) => scope === 'student' || scope === 'school');

  /** Looks at each record and counts it. @returns the types that occurred */
  const lookAt = (records: readonly CanonicalRecord[]): ReadonlySet<RecordType> => {
    const present = new Set<RecordType>();
    let counter: { readonly type: string; count: number } = { type: '', count: 0 };
    for (const record of records) {
      if (record.type !== counter.type) {
        present.add(record.type);
        counter = counterOf(types, record.type);
      }
      counter.count += 1;
      looks.look(record);
    }
    return present;
  };

  const lookAtStudent = (runner: Runner, records: readonly CanonicalRecord[], key: StudentKey): void => {
    try {
      runner.state?.student(records, key);
      const hits = runner.rule.scope === 'student' ? runner.rule.check(records, key, runner.context) : undefined;
      if (hits) for (const hit of hits) report(runner, hit, records[0]);
    } catch (error) {
      threw(runner.id, error);
    }
  };

  const atTheEnd = (runner: Runner): void => {
    try {
      const { rule, context, state } = runner;
      const hits = state?.end() ?? (rule.scope === 'calendar' && context.calendar ? rule.check(context.calendar, context) : undefined);
      if (hits) for (const hit of hits) report(runner, hit, undefined);
    } catch (error) {
      threw(runner.id, error);
    }
  };

  for await (const { key, records } of run.students) {
    students += 1;
    const present = lookAt(records);
    for (const runner of whole) {
      if (runner.rule.types.some((type) => present.has(type))) lookAtStudent(runner, records, key);
    }
  }
  for await (const records of run.keyless ?? []) lookAt(records);

  const ran: string[] = [];
  for (const runner of runners) {
    const missing = missingTypes(runner.rule, types);
    if (missing.length > 0) {
      skipped.push({ rule: runner.id, reason: absentTypes(missing) });
      continue;
    }
    ran.push(runner.id);
    atTheEnd(runner);
  }
  if (!runners.some(({ id, rule }) => rule.scope !== 'calendar' && ran.includes(id))) throw new Fault('rules/none-run');

  for (const finding of waivers.findings()) collector.add({ rule: finding.rule, severity: finding.severity, student: null, spot: null, shape: null, make: () => finding });
  const { counts, findings, tallies } = collector.result();
  return { counts, findings, tallies, waivers: waivers.used(), ran, skipped, students, records: Object.fromEntries([...types].map(([type, { count }]) => [type, count] as const).sort(([a], [b]) => (a < b ? -1 : 1))) };
}

/** What the calendar is wrong in makes no package wrong, and so shuts no gate by itself. */
function ownSeverity(rule: Rule, hit: Hit): Severity {
  const severity = hit.severity ?? rule.severity;
  return rule.scope === 'calendar' && severity === 'error' ? 'warning' : severity;
}

/** The types that keep a rule from running: all of its types when none occurs, or those it needs and misses. */
function missingTypes(rule: Rule, seen: Counters): readonly RecordType[] {
  if (!rule.types.some((type) => seen.has(type))) return rule.types;
  return rule.scope === 'school' ? (rule.needs ?? []).filter((type) => !seen.has(type)) : [];
}

function studentOf(record: CanonicalRecord | undefined): string | null {
  return record?.idNumber === undefined ? null : `${record.idNumber} ${record.birthDate ?? ''}`;
}

/** Error text for operators, with anything that looks like a national id masked. */
function describe(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return text.replace(/[A-Z][A-D1289]\d{8}/gi, maskId);
}
