/** The night of one school: intake, check, gate, pack, deliver. Doing it again changes nothing. */
import type { Fault } from '../../core/fault.ts';
import { parseTerm, termOfDate } from '../../core/term.ts';
import type { SubmissionEdition } from '../../package/submission.ts';
import type { FlowName } from '../../core/flow-name.ts';
import type { SchoolStore } from '../../store/port.ts';
import { audit } from '../audit.ts';
import { type CheckOutcome, checkTerm } from '../check/check.ts';
import { readPolicy, type Policy } from '../policy.ts';
import { writeReport } from '../reports.ts';
import { schoolSettings, type SchoolSettings } from '../school-settings.ts';
import type { Services } from '../services.ts';
import { packTerm } from '../submit/pack-term.ts';
import { takeInbox } from './inbox.ts';
import { existing, type Mark, nightKey, readMark, type Stage, writeMark } from './mark.ts';
import type { SchoolNight, SchoolStatus } from './outcome.ts';

const EDITION: Readonly<Record<Stage, SubmissionEdition>> = { precheck: 'precheck', 'term-submission': 'term-submission' };

/** Terms to be looked at: those with records, or the working term when all there is lies in quarantine. */
function termsOf(services: Services, store: SchoolStore, settings: SchoolSettings): readonly string[] {
  const terms = store.terms().filter((term) => parseTerm(term)?.part !== 0);
  if (terms.length > 0 || store.quarantineCount() === 0) return terms;
  return [settings.term ?? termOfDate(services.today)];
}

interface TermNight {
  readonly mark: Mark;
  /** False when the mark was there already. */
  readonly worked: boolean;
  readonly faults: readonly Fault[];
}

async function nightOfTerm(services: Services, store: SchoolStore, term: string, stages: readonly Stage[], policy: Policy): Promise<TermNight[]> {
  const key = nightKey(services, store, term, policy);
  let check: CheckOutcome | undefined;
  const nights: TermNight[] = [];
  for (const stage of stages) {
    const before = readMark(services, store.school, term, stage);
    if (before && before.key === key && existing(before)) {
      nights.push({ mark: before, worked: false, faults: [] });
      continue;
    }
    check ??= await checkTerm(services, store, term, policy);
    writeReport(services, check.report);
    const packed = await packTerm(services, store, term, EDITION[stage], check);
    const { errors, warnings, infos } = check.report.summary;
    const mark: Mark = {
      key, findings: { errors, warnings, infos },
      status: packed.status === 'unchanged' ? 'packed' : packed.status,
      packages: packed.package === null ? [] : [packed.package],
    };
    writeMark(services, store.school, term, stage, mark);
    audit(services, store.school, `pack/${stage}`, { term, status: packed.status, sha256: packed.sha256, findings: mark.findings });
    nights.push({ mark, worked: true, faults: check.faults });
  }
  return nights;
}

/** The worst of the terms' states is the school's: shut before held before packed. */
function statusOf(nights: readonly TermNight[], worked: boolean): SchoolStatus {
  if (!worked) return 'unchanged';
  for (const status of ['shut', 'held', 'packed'] as const) if (nights.some(({ mark }) => mark.status === status)) return status;
  return 'imported';
}

const WHOSE_MOVE = { shut: 'school', held: 'data-centre', packed: 'none', imported: 'none', unchanged: 'none', fault: 'operator' } as const;

/** Whose move a school's state is; an unchanged school keeps the move of its last state. */
function whoseMove(nights: readonly TermNight[], status: SchoolStatus): SchoolNight['whoseMove'] {
  return WHOSE_MOVE[status === 'unchanged' ? statusOf(nights, true) : status];
}

/** @param flows which parts of the night to do; intake without the others only reads */
export async function nightOfSchool(services: Services, store: SchoolStore, flows: ReadonlySet<FlowName>): Promise<SchoolNight> {
  const settings = schoolSettings(services.home, store.school);
  const policy = readPolicy(services.home.path);
  const drop = flows.has('intake') ? await takeInbox(services, store, settings) : null;
  const stages = (['precheck', 'term-submission'] as const).filter((stage) => flows.has(stage));
  const nights: TermNight[] = [];
  const terms = termsOf(services, store, settings);
  for (const term of terms) nights.push(...await nightOfTerm(services, store, term, stages, policy));
  for (const fault of nights.flatMap((night) => night.faults)) services.log.error(fault.code, fault.params);
  const worked = drop !== null || nights.some((night) => night.worked);
  const status = statusOf(nights, worked);
  const last = nights.at(-1)?.mark.findings ?? { errors: 0, warnings: 0, infos: 0 };
  return {
    school: store.school, status, term: terms.at(-1) ?? null, worked,
    imported: drop?.files.reduce((sum, file) => sum + (file.status === 'imported' ? Object.values(file.records).reduce((a, b) => a + b, 0) : 0), 0) ?? 0,
    rejected: drop?.files.reduce((sum, file) => sum + (file.status === 'unchanged' ? 0 : file.rejected), 0) ?? 0,
    findings: last,
    packages: [...new Set(nights.flatMap(({ mark }) => mark.packages))],
    whoseMove: whoseMove(nights, status),
  };
}
