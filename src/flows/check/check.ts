/** Checks one school's term: rules over what is active, intake findings that still stand, and the gate. */
import { EXIT, Fault } from '../../core/fault.ts';
import type { Severity } from '../../core/problem.ts';
import { PROBLEMS } from '../../core/problems/index.ts';
import { codeList } from '../../core/codes.ts';
import { coinedLookup } from '../../core/coined.ts';
import type { CheckReport, FileLine, GateState, HoldReason, RuleCount, RuleText } from '../../report/model.ts';
import { ruleWords } from '../../rules/catalogue.ts';
import { runRules } from '../../rules/engine.ts';
import type { RuleOutcome } from '../../rules/types.ts';
import type { SchoolStore, StudentFile } from '../../store/port.ts';
import { assumptionsOf } from '../assumptions.ts';
import { refreshAttachments } from '../attachments/lists.ts';
import { schoolCalendar } from '../calendar/read.ts';
import type { Policy } from '../policy.ts';
import { schoolSettings } from '../school-settings.ts';
import type { Services } from '../services.ts';
import { Digester, type Digests, digestsOf } from './digests.ts';
import { DEFAULT_THRESHOLD, gateState } from './gate.ts';
import { standingFindings } from './intake-findings.ts';
import { locator } from './locate.ts';
import { isReplyWaiver, replyFindings } from '../replies/findings.ts';

export interface CheckOutcome {
  readonly report: CheckReport;
  /** Content key the report speaks of; what an approval names. */
  readonly contentKey: string;
  /** What the next submission is compared with, read from the store when it is asked for. */
  digests(): Promise<Digests>;
  readonly faults: readonly Fault[];
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** Errors first, then by count: what unblocks most comes first. */
function byWeight(a: RuleCount, b: RuleCount): number {
  return RANK[a.severity] - RANK[b.severity] || b.count - a.count || (a.rule < b.rule ? -1 : 1);
}

/** Students as the rules see them, leaving a digest of each behind. */
async function* withDigests(store: SchoolStore, term: string, digester: Digester): AsyncIterable<StudentFile> {
  for await (const student of store.students(term)) {
    digester.add(student);
    yield student;
  }
}

function texts(services: Services, rules: readonly { readonly rule: string }[]): Record<string, RuleText> {
  const words = ruleWords(services.rules);
  return Object.fromEntries(rules.map(({ rule }) => {
    const problem = PROBLEMS[rule];
    return [rule, words[rule] ?? { title: problem!.title, message: problem!.message, why: problem!.why, fix: problem!.fix, source: [], certainty: null }];
  }));
}

function fileLines(store: SchoolStore, term: string): FileLine[] {
  return store.inputs({ active: true })
    .filter((input) => input.terms.length === 0 || input.terms.includes(term))
    // A quarantined file that was settled since is no file of the term any more.
    .filter((input) => input.status === 'imported' || store.quarantine({ input: input.id }).length > 0)
    .map(({ file, system, edition, status, tables }) => ({
      file, system, edition, status,
      sheets: tables.map(({ sheet, rowsRead, imported, rejected }) => ({ sheet, rowsRead, imported, rejected })),
    }))
    .sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** Record types of which the last drop lacks more students than the policy lets pass; a sheet of three students says little by itself. */
function vanished(store: SchoolStore, term: string, policy: Policy): HoldReason[] {
  // Attachments go where the items go that name them.
  return [...Map.groupBy(store.changes(term).filter(({ type }) => type !== 'attachment'), (change) => change.type)].flatMap(([type, changes]): HoldReason[] => {
    const threshold = (policy.thresholds?.[type] ?? DEFAULT_THRESHOLD).gone;
    const before = changes.reduce((sum, change) => sum + change.before.students, 0);
    const share = before === 0 ? 0 : changes.reduce((sum, change) => sum + change.goneStudents, 0) / before;
    return share > threshold ? [{ type, what: 'gone', share, threshold }] : [];
  });
}

/** What the rules say of a term whose files all lie in quarantine: nothing. */
const NO_RECORDS: RuleOutcome = { counts: [], findings: [], tallies: new Map(), waivers: [], ran: [], skipped: [], students: 0, records: {} };

/**
 * @param term `114-1`
 * @throws {Fault} `term/no-data` where nothing of the term is held and nothing is known to be wrong with it
 */
export async function checkTerm(services: Services, store: SchoolStore, term: string, policy: Policy): Promise<CheckOutcome> {
  await refreshAttachments(services, store);
  const accepted = store.submission(term, 'term-submission')?.digests ?? null;
  // With nothing to compare with, digests are wanted only once a package is made.
  const digester = accepted === null ? null : new Digester();
  const faults: Fault[] = [];
  const standing = standingFindings(store, term);
  const held = store.terms();
  if (!held.includes(term) && standing.counts.length === 0) {
    throw new Fault('term/no-data', { school: store.school, term, terms: held.join(' ') || '–' });
  }
  const outcome = !held.includes(term) ? NO_RECORDS : await runRules({
    catalogue: services.rules,
    students: digester ? withDigests(store, term, digester) : store.students(term),
    keyless: store.keyless(term),
    context: {
      school: store.school, term, today: services.today, inList: (list, value) => codeList(list).has(value),
      coined: coinedLookup(store.coined()), calendar: schoolCalendar(services.home, store.school),
    },
    policy: { ...policy, waivers: (policy.waivers ?? []).filter((waiver) => !isReplyWaiver(waiver)) },
    locate: locator(services, store),
    onFault: (fault) => faults.push(fault),
  });
  const digests = async (): Promise<Digests> => digester?.digests ?? digestsOf(store.students(term));
  const replies = await replyFindings(services, store, term, policy, digests);
  const rules = [...outcome.counts, ...standing.counts, ...replies.counts].sort(byWeight);
  const total = (severity: Severity): number => rules.reduce((sum, line) => sum + (line.severity === severity ? line.count : 0), 0);
  const contentKey = store.contentKey(term);
  const approved = store.approvals().some((approval) => approval.key === contentKey);
  const lost = vanished(store, term, policy);
  const decided = gateState({
    errors: total('error'), digests: digester?.digests ?? {}, accepted,
    thresholds: policy.thresholds ?? {}, approved,
  });
  const holds = [...decided.holds, ...lost.filter((one) => !decided.holds.some((hold) => hold.type === one.type && hold.what === one.what))];
  // Where there is nothing, nothing can be submitted.
  const gate: GateState = !held.includes(term) ? 'shut' : decided.gate === 'open' && lost.length > 0 && !approved ? 'held' : decided.gate;
  const report: CheckReport = {
    school: store.school,
    schoolName: schoolSettings(services.home, store.school).name,
    term, today: services.today, version: services.version, gate, holds,
    summary: { errors: total('error'), warnings: total('warning'), infos: total('info'), students: outcome.students, records: outcome.records },
    rules,
    texts: texts(services, [...rules, ...outcome.skipped]),
    findings: [...outcome.findings, ...standing.findings, ...replies.findings],
    skipped: outcome.skipped,
    files: fileLines(store, term),
    quarantined: store.quarantineCount(),
    replies: replies.summary,
    assumptions: assumptionsOf(services, store, term),
  };
  return { report, contentKey, faults, digests };
}

/** The exit code a gate stands for. */
export function gateExit(gate: GateState): number {
  return gate === 'open' ? EXIT.done : gate === 'held' ? EXIT.held : EXIT.errorsFound;
}
