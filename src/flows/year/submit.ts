/** A yearly submission from end to end: checked, reported, packed, and accepted as the school's. */
import type { SchoolStore } from '../../store/port.ts';
import { audit } from '../audit.ts';
import type { Policy } from '../policy.ts';
import { type ReportFiles, reportCheck } from '../reports.ts';
import type { Services } from '../services.ts';
import { checkYear } from './check.ts';
import { acceptYear, packYear, type YearOutcome } from './pack.ts';
import type { Batch } from './rosters.ts';
import { yearPlan } from './scope.ts';

export interface YearSubmitted {
  readonly packed: YearOutcome;
  readonly report: ReportFiles;
}

/** For the holder of the school's lock. @throws {Fault} `term/no-data`, `store/damaged` */
export async function submitYear(services: Services, store: SchoolStore, year: number, batch: Batch, policy: Policy): Promise<YearSubmitted> {
  const plan = yearPlan(services, year, batch, policy);
  const { check, files } = await reportCheck(services, store, (notes) => checkYear(services, store, plan, policy, notes));
  const packed = await packYear(services, store, plan, check);
  if (packed.submission) {
    audit(services, store.school, `pack/${packed.edition}`, { year, parts: packed.parts.map(({ sha256 }) => sha256) });
    acceptYear(store, year, packed);
  }
  return { packed, report: files };
}
