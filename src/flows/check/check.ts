/** Checks one school's term: rules over what is active, intake findings that still stand, and the gate. */
import { EXIT, Fault } from '../../core/fault.ts';
import type { Severity } from '../../core/problem.ts';
import { parseTerm } from '../../core/term.ts';
import { codeList } from '../../core/codes.ts';
import { coinedLookup } from '../../core/coined.ts';
import { causesOf } from '../../report/cause.ts';
import { fixOrder } from '../../report/fix-order.ts';
import type { CheckReport, GateState } from '../../report/model.ts';
import { runRules } from '../../rules/engine.ts';
import type { RuleOutcome } from '../../rules/types.ts';
import type { SchoolStore, ShelfChange, StudentFile } from '../../store/port.ts';
import { refreshAttachments } from '../attachments/lists.ts';
import { schoolCalendar } from '../calendar/read.ts';
import { comparisonDuty } from '../codes/duty.ts';
import { filedPlan } from '../codes/plan.ts';
import type { Policy } from '../policy.ts';
import { movedFindings } from '../portfolio/findings.ts';
import { isReplyWaiver, replyFindings } from '../replies/findings.ts';
import { ruleAssumptions } from '../rule-assumptions.ts';
import { schoolSettings } from '../school-settings.ts';
import type { Services } from '../services.ts';
import { Digester, type Digests, digestsOf } from './digests.ts';
import { precheckDutyOf } from './duty.ts';
import { fileLines } from './file-lines.ts';
import { gateState } from './gate.ts';
import { historyOf } from './history.ts';
import { standingFindings } from './intake-findings.ts';
import { locator } from './locate.ts';
import type { RowNotes } from './row-notes.ts';
import { ruleTexts } from './rule-texts.ts';
import { type CheckScope, termScope } from './scope.ts';
import { vanished } from './vanished.ts';

export interface CheckOutcome {
  readonly report: CheckReport;
  /** Content key the report speaks of; what an approval names. */
  readonly contentKey: string;
  /** What the next submission is compared with, read from the store when it is asked for. */
  digests(): Promise<Digests>;
  /** What keeping the check for comparison with later ones changes; to be shelved once the report is written. */
  readonly keep: readonly ShelfChange[];
  readonly faults: readonly Fault[];
  /** Name of the folder its report lies in. */
  readonly name: string;
  /** Terms whose files it speaks of. */
  readonly terms: readonly string[];
}

/** Students as the rules see them, leaving a digest of each behind. */
async function* withDigests(students: AsyncIterable<StudentFile>, digester: Digester): AsyncIterable<StudentFile> {
  for await (const student of students) {
    digester.add(student);
    yield student;
  }
}

/** What the rules say of a term whose files all lie in quarantine: nothing. */
const NO_RECORDS: RuleOutcome = { counts: [], findings: [], tallies: new Map(), waivers: [], ran: [], skipped: [], students: 0, records: {} };

/**
 * @param notes where every finding is noted beside its row, for the school's workbook
 * @throws {Fault} `term/no-data` where nothing of the scope is held and nothing is known to be wrong with it
 */
export async function checkScope(services: Services, store: SchoolStore, scope: CheckScope, policy: Policy, notes: RowNotes | null = null): Promise<CheckOutcome> {
  const { name, term, terms, contentKey } = scope;
  const accepted = store.submission(term, scope.edition)?.digests ?? null;
  // With nothing to compare with, digests are wanted only once a package is made.
  const digester = accepted === null ? null : new Digester();
  const faults: Fault[] = [];
  const standing = standingFindings(store, terms);
  const all = store.terms();
  const held = all.some((one) => terms.includes(one));
  if (!held && standing.counts.length === 0) throw new Fault('term/no-data', { school: store.school, term, terms: all.join(' ') || '–' });
  const filed = await filedPlan(store);
  const outcome = !held ? NO_RECORDS : await runRules({
    catalogue: services.rules,
    students: digester ? withDigests(scope.students(), digester) : scope.students(),
    keyless: scope.keyless(),
    context: {
      ...scope.context, school: store.school, term, today: services.today, inList: (list, value) => codeList(list).has(value),
      coined: coinedLookup(store.coined()), calendar: schoolCalendar(services.home, store.school), ...(filed.plan.rows.length > 0 ? { plan: filed.plan } : {}),
    },
    policy: { ...policy, waivers: (policy.waivers ?? []).filter((waiver) => !isReplyWaiver(waiver)) },
    locate: locator(services, store),
    onFault: (fault) => faults.push(fault),
    ...(notes ? { onFinding: (_spot, finding) => notes.take(finding) } : {}),
  });
  const digests = async (): Promise<Digests> => digester?.digests ?? digestsOf(scope.students());
  const replies = await replyFindings(services, store, term, policy, digests);
  const moved = await movedFindings(services, store, { term, terms });
  // What others than the rules found.
  const others = [standing, scope.findings, moved, replies];
  const otherCounts = others.flatMap(({ counts }) => counts);
  const found = [...outcome.counts, ...otherCounts];
  const files = fileLines(store, terms);
  const causes = causesOf(found, files);
  const rules = fixOrder(found, causes);
  const total = (severity: Severity): number => rules.reduce((sum, line) => sum + (line.severity === severity ? line.count : 0), 0);
  const totals = { errors: total('error'), warnings: total('warning'), infos: total('info') };
  const approval = store.approvals().findLast(({ key }) => key === contentKey) ?? null;
  const lost = vanished(store, terms, policy);
  const decided = gateState({
    errors: totals.errors, digests: digester?.digests ?? {}, accepted,
    thresholds: policy.thresholds ?? {}, approved: approval !== null,
  });
  const holds = [...decided.holds, ...lost.filter((one) => !decided.holds.some((hold) => hold.type === one.type && hold.what === one.what))];
  // Where there is nothing, nothing can be submitted.
  const gate: GateState = !held ? 'shut' : decided.gate === 'open' && lost.length > 0 && approval === null ? 'held' : decided.gate;
  const { changes, points, keep } = historyOf(store, { name, today: services.today, contentKey, totals, tallies: outcome.tallies, others: otherCounts });
  const report: CheckReport = {
    school: store.school,
    schoolName: schoolSettings(services.home, store.school).name,
    term, today: services.today, version: services.version, gate, holds,
    approval: approval && { reason: approval.reason, by: approval.by, at: approval.at },
    summary: { ...totals, students: outcome.students, records: outcome.records },
    rules, causes,
    texts: ruleTexts(services, [...rules, ...outcome.skipped, ...(changes?.rules ?? []), ...outcome.waivers].map(({ rule }) => rule)),
    findings: [...outcome.findings, ...others.flatMap(({ findings }) => findings)],
    changes, points,
    duties: parseTerm(term)?.part === 0 ? null : { precheck: precheckDutyOf(services, store.school, term, points.at(-1) ?? null), comparison: await comparisonDuty(services, store, term, filed) },
    waivers: [...outcome.waivers, ...replies.waivers].map(({ rule, reason, by, expires, findings }) => ({ rule, reason, by, expires, findings })),
    skipped: outcome.skipped,
    files,
    quarantined: store.quarantineCount(),
    replies: replies.summary,
    assumptions: [...scope.assumptions, ...ruleAssumptions(services.rules, policy, (id) => rules.some(({ rule }) => rule === id))],
  };
  return { name, terms, report, contentKey, faults, digests, keep };
}

/** Checks a term. @param term `114-1`; a school year is checked as such, see `flows/year/check.ts` */
export async function checkTerm(services: Services, store: SchoolStore, term: string, policy: Policy, notes: RowNotes | null = null): Promise<CheckOutcome> {
  await refreshAttachments(services, store);
  return checkScope(services, store, termScope(services, store, term), policy, notes);
}

/** The exit code a gate stands for. */
export function gateExit(gate: GateState): number {
  return gate === 'open' ? EXIT.done : gate === 'held' ? EXIT.held : EXIT.errorsFound;
}
