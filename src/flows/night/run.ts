/** A run over many schools: each on its own, one bad school never stopping the night. */
import { codeList } from '../../core/codes.ts';
import { EXIT, Fault } from '../../core/fault.ts';
import type { FlowName } from '../../core/flow-name.ts';
import { isoTime } from '../../observe/clock.ts';
import type { Services } from '../services.ts';
import { districtPage, districtReport, writeDistrict } from './district.ts';
import type { SchoolNight } from './outcome.ts';

export interface NightRun {
  /** Null when there was nothing to do: nothing is recorded then. */
  readonly run: string | null;
  readonly schools: readonly SchoolNight[];
  /** Why a school could not be done, by school. */
  readonly faults: ReadonlyMap<string, Fault>;
  /** Path of the district's HTML page. */
  readonly report: string;
}

/** Does one school's night; somewhere else when there are more machines. */
export type NightWork = (school: string) => Promise<SchoolNight>;

const notDone = (school: string, status: 'fault' | 'busy'): SchoolNight => ({
  school, name: codeList('school').entry(school)?.['zh-TW'] ?? null,
  status, standing: null, term: null, worked: status === 'fault', imported: 0, rejected: 0,
  findings: { errors: 0, warnings: 0, infos: 0 }, packages: [], whoseMove: 'operator', comparison: null, cells: {},
});

/** A school that is being worked on elsewhere is not a fault of the night: it is left to whoever holds it. */
async function oneSchool(services: Services, school: string, work: NightWork, faults: Map<string, Fault>): Promise<SchoolNight> {
  try {
    return await work(school);
  } catch (error) {
    const fault = error instanceof Fault ? error : new Fault('internal/unexpected', { detail: (error as Error).message }, { cause: error });
    if (fault.definition.exit === EXIT.busy) return notDone(school, 'busy');
    services.log.error(fault.code, { school, ...fault.params, ...(fault.cause instanceof Error ? { stack: fault.cause.stack } : {}) });
    faults.set(school, fault);
    return notDone(school, 'fault');
  }
}

/**
 * @param schools codes, in order; every one of them gets a line
 * @param work does one school's night
 */
export async function runNight(services: Services, schools: readonly string[], flows: ReadonlySet<FlowName>, work: NightWork, workers = 1): Promise<NightRun> {
  const startedAt = isoTime(services.clock);
  const nights: SchoolNight[] = [];
  const faults = new Map<string, Fault>();
  const waiting = [...schools.entries()];
  let done = 0;
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [index, school] = next;
      services.progress.step(school, done, schools.length);
      nights[index] = await oneSchool(services, school, work, faults);
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, workers) }, worker));

  const report = districtPage(services);
  const district = districtReport(services, flows, nights);
  if (!district) return { run: null, schools: nights, faults, report };
  const { run } = district;
  services.home.catalogue.record({ run, flows: [...flows], startedAt, endedAt: isoTime(services.clock), schools: nights.map((night) => ({ ...night, today: services.today })) });
  services.log.info('run', { run, schools: nights.length, statuses: Object.fromEntries([...Map.groupBy(nights, (night) => night.status)].map(([status, list]) => [status, list.length])) });
  writeDistrict(services, district);
  return { run, schools: nights, faults, report };
}
