/** The findings of a term's official replies: exact counts, capped samples, severities and waivers by policy. */
import type { Finding } from '../../core/finding.ts';
import { maskId } from '../../core/mask.ts';
import type { Params, Severity } from '../../core/problem.ts';
import { type ReplyProblemCode, replyProblems } from '../../core/problems/reply.ts';
import type { RuleCount } from '../../report/model.ts';
import { type UsedWaiver, type Waiver, WaiverBook, waivedParams } from '../../rules/policy.ts';
import type { SchoolStore } from '../../store/port.ts';
import { IntakeFindings } from '../intake/findings.ts';
import type { Digests } from '../check/digests.ts';
import { locator } from '../check/locate.ts';
import type { Policy } from '../policy.ts';
import type { Services } from '../services.ts';
import { gapsOf, type ReplyGap } from './gaps.ts';
import type { Unplaced } from './place.ts';
import { replySettings } from './settings.ts';
import { type ReplyStanding, replyStandings, type ReplyState } from './states.ts';
import { saidText } from './words.ts';

export interface ReplyFindings {
  readonly counts: readonly RuleCount[];
  readonly findings: readonly Finding[];
  readonly waivers: readonly UsedWaiver[];
  /** Replies by what they came to, and what no rule of ours says; null where there are none. */
  readonly summary: ReplySummary | null;
}

export interface ReplySummary {
  readonly states: Readonly<Partial<Record<ReplyState, number>>>;
  readonly gaps: readonly ReplyGap[];
}

const CODES: Readonly<Record<Exclude<ReplyState, 'unplaced'>, ReplyProblemCode>> = {
  refused: 'reply/refused-row', 'row-unchanged': 'reply/row-unchanged', 'row-changed': 'reply/row-changed',
  superseded: 'reply/superseded', roster: 'reply/refused-roster',
};

/** The code a reply is found under: its state, or why it could not be placed. */
export function replyCode({ state, at }: Pick<ReplyStanding, 'state' | 'at'>): ReplyProblemCode {
  return state === 'unplaced' ? `reply/${at as Unplaced}` : CODES[state];
}

/** Waivers of replies, which no rule can use up. */
export function isReplyWaiver({ rule }: Waiver): boolean {
  return Object.hasOwn(replyProblems, rule);
}

function paramsOf(standing: ReplyStanding): Params {
  const { at, reply, said, newer } = standing;
  const placed = typeof at === 'object' ? at : null;
  const ours = [...new Set(said.flatMap(({ rule }) => rule ?? []))].join('、') || '–';
  return {
    said: saidText(said, standing), ours, basis: placed?.quoted ? '錯誤資料' : '錯誤行數', fid: String(reply['fid'] ?? '–'), file: standing.file,
    roster: placed?.workbook.roster ?? String(reply['roster'] ?? '–'), sheet: placed?.sheet.title ?? '', line: placed?.row ?? (typeof reply['line'] === 'number' ? reply['line'] : '–'),
    submission: placed?.workbook.submission.number ?? '–', newer: newer ?? '–',
  };
}

/** The replies that are superseded make one finding a file and roster: what they said is of no use any more. */
function superseded(standings: readonly ReplyStanding[]): Finding[] {
  const groups = Map.groupBy(standings, (standing) => JSON.stringify([standing.input, paramsOf(standing)['roster'], standing.newer]));
  return [...groups.values()].map((group) => bare('reply/superseded', { ...paramsOf(group[0]!), count: group.length }));
}

function bare(rule: ReplyProblemCode, params: Params): Finding {
  return { rule, severity: replyProblems[rule].severity, params, file: null, sheet: null, row: null, column: null, value: null, student: null, record: null };
}

/**
 * @param digests of the term's records as they are now; asked only where there are replies
 * @throws {Fault} `config/invalid`
 */
export async function replyFindings(services: Services, store: SchoolStore, term: string, policy: Policy, digests: () => Promise<Digests>): Promise<ReplyFindings> {
  const waivers = new WaiverBook((policy.waivers ?? []).filter(isReplyWaiver), { school: store.school, term, today: services.today });
  const standings = await replyStandings(services, store, term, replySettings(services.home.path, services.rules), digests);
  const locate = locator(services, store);
  const severities = new Map<string, Severity>();
  const students = new Map<string, Set<string>>();
  const kept = new IntakeFindings();
  const add = (finding: Finding): void => {
    const waiver = finding.severity === 'error' ? waivers.use(finding.rule) : null;
    const severity = waiver ? 'info' : finding.severity;
    severities.set(finding.rule, severity);
    kept.add(waiver ? { ...finding, severity, params: { ...finding.params, ...waivedParams(waiver) } } : finding);
  };
  for (const standing of standings.filter(({ state }) => state !== 'superseded')) {
    const rule = replyCode(standing);
    const { record, student } = standing;
    if (student) students.set(rule, (students.get(rule) ?? new Set()).add(store.studentRef(student)));
    const place = record && locate(record, undefined);
    add({
      ...bare(rule, paramsOf(standing)), student: student && maskId(student.idNumber),
      ...(record && place ? { file: place.file, sheet: place.sheet, row: record.source.row, record: `${record.source.input}:${record.source.table}:${record.source.row}` } : {}),
    });
  }
  for (const finding of superseded(standings.filter(({ state }) => state === 'superseded'))) add(finding);
  const about = waivers.findings();
  return {
    counts: [
      ...Object.entries(kept.counts).map(([rule, count]) => ({ rule, severity: severities.get(rule)!, count, students: students.get(rule)?.size ?? 0 })),
      ...[...Map.groupBy(about, ({ rule }) => rule)].map(([rule, list]) => ({ rule, severity: list[0]!.severity, count: list.length, students: 0 })),
    ],
    findings: [...kept.samples, ...about],
    waivers: waivers.used(),
    summary: standings.length === 0 ? null : {
      states: Object.fromEntries([...Map.groupBy(standings, ({ state }) => state)].map(([state, list]) => [state, list.length])),
      gaps: gapsOf(standings),
    },
  };
}
