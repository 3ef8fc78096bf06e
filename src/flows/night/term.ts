/** The night of one school's term: check, gate, pack, deliver, for each edition it is packed in. */
import type { Fault } from '../../core/fault.ts';
import { firstFix } from '../../report/first-fix.ts';
import type { SchoolStore } from '../../store/port.ts';
import { audit } from '../audit.ts';
import type { CheckOutcome } from '../check/check.ts';
import type { Policy } from '../policy.ts';
import { reportTerm } from '../reports.ts';
import type { Services } from '../services.ts';
import { packTerm } from '../submit/pack-term.ts';
import { type Mark, nightKey, readMark, type Stage, stands, writeMark } from './mark.ts';

export interface TermNight {
  readonly term: string;
  readonly mark: Mark;
  /** False when the mark was there already. */
  readonly worked: boolean;
  readonly faults: readonly Fault[];
}

/**
 * One result a stage. Each step leaves what the step before it left as it was, and accepting, which changes
 * what a check is compared with, comes last: cut off anywhere, the night done again gives the same bytes.
 */
export async function nightOfTerm(services: Services, store: SchoolStore, term: string, stages: readonly Stage[], policy: Policy): Promise<TermNight[]> {
  const key = nightKey(services, store, term, policy);
  let check: CheckOutcome | undefined;
  const nights: TermNight[] = [];
  for (const stage of stages) {
    const before = readMark(services, store.school, term, stage);
    if (before && before.key === key && stands(services, store, term, stage, before)) {
      nights.push({ term, mark: before, worked: false, faults: [] });
      continue;
    }
    check ??= (await reportTerm(services, store, term, policy)).check;
    const packed = await packTerm(services, store, term, stage, check);
    const { errors, warnings, infos } = check.report.summary;
    const first = firstFix(check.report);
    const mark: Mark = {
      key, findings: { errors, warnings, infos },
      status: packed.status === 'unchanged' ? 'packed' : packed.status,
      packages: packed.package === null ? [] : [packed.package],
      ...(first ? { first } : {}),
    };
    writeMark(services, store.school, term, stage, mark);
    audit(services, store.school, `pack/${stage}`, { term, status: packed.status, sha256: packed.sha256, findings: mark.findings });
    if (packed.submission) store.accept(packed.submission);
    nights.push({ term, mark, worked: true, faults: check.faults });
  }
  return nights;
}
