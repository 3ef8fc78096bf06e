/** A run over many schools: each on its own, one bad school never stopping the night. */
import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Fault } from '../../core/fault.ts';
import { isoTime } from '../../observe/clock.ts';
import { renderDistrictHtml, renderDistrictJson } from '../../report/district.ts';
import type { DistrictReport } from '../../report/model.ts';
import type { FlowName } from '../../core/flow-name.ts';
import { publishIfChanged } from '../publish-file.ts';
import { reportFiles } from '../reports.ts';
import { schoolSettings } from '../school-settings.ts';
import type { Services } from '../services.ts';
import type { SchoolNight } from './outcome.ts';

export interface NightRun {
  /** Null when there was nothing to do: nothing is recorded then. */
  readonly run: string | null;
  readonly schools: readonly SchoolNight[];
  /** Path of the district's HTML page. */
  readonly report: string;
}

/** Does one school's night; somewhere else when there are more machines. */
export type NightWork = (school: string) => Promise<SchoolNight>;

const faulty = (school: string): SchoolNight => ({
  school, status: 'fault', term: null, worked: true, imported: 0, rejected: 0,
  findings: { errors: 0, warnings: 0, infos: 0 }, packages: [], whoseMove: 'operator',
});

/** A school that is being worked on elsewhere is not a fault of the night: it is left to whoever holds it. */
async function oneSchool(services: Services, school: string, work: NightWork): Promise<SchoolNight> {
  try {
    return await work(school);
  } catch (error) {
    const fault = error instanceof Fault ? error : new Fault('internal/unexpected', { detail: (error as Error).message }, { cause: error });
    services.log.error(fault.code, { school, ...fault.params, ...(fault.cause instanceof Error ? { stack: fault.cause.stack } : {}) });
    return faulty(school);
  }
}

function districtReport(services: Services, run: string, schools: readonly SchoolNight[], home: string): DistrictReport {
  return {
    run, today: services.today, version: services.version,
    schools: schools.map((night) => ({
      school: night.school, name: schoolSettings(services.home, night.school).name,
      status: night.status, imported: night.imported, rejected: night.rejected,
      errors: night.findings.errors, warnings: night.findings.warnings,
      packages: night.packages.map((path) => relative(home, path)),
      whoseMove: night.whoseMove,
      report: night.term === null ? null : relative(join(home, 'reports'), reportFiles(services, night.school, night.term).html),
    })),
  };
}

/** The run's name: the hash of what it was made of and what it came to, so the same night has the same name. */
function runName(services: Services, flows: ReadonlySet<FlowName>, schools: readonly SchoolNight[]): string {
  return createHash('sha256').update(JSON.stringify([services.today, services.version, [...flows], schools])).digest('hex').slice(0, 16);
}

/**
 * @param schools codes, in order; every one of them gets a line
 * @param work does one school's night
 */
export async function runNight(services: Services, schools: readonly string[], flows: ReadonlySet<FlowName>, work: NightWork, workers = 1): Promise<NightRun> {
  const startedAt = isoTime(services.clock);
  const nights: SchoolNight[] = [];
  const waiting = [...schools.entries()];
  let done = 0;
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [index, school] = next;
      services.progress.step(school, done, schools.length);
      nights[index] = await oneSchool(services, school, work);
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, workers) }, worker));

  const folder = join(services.home.path, 'reports');
  const report = join(folder, 'district.html');
  if (!nights.some((night) => night.worked)) return { run: null, schools: nights, report };
  const run = runName(services, flows, nights);
  const district = districtReport(services, run, nights, services.home.path);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  publishIfChanged(report, renderDistrictHtml(district, 'zh-TW'));
  publishIfChanged(join(folder, 'district.json'), renderDistrictJson(district, 'zh-TW'));
  services.home.catalogue.record({ run, flows: [...flows], startedAt, endedAt: isoTime(services.clock), schools: nights });
  services.log.info('run', { run, schools: nights.length, statuses: Object.fromEntries([...Map.groupBy(nights, (night) => night.status)].map(([status, list]) => [status, list.length])) });
  return { run, schools: nights, report };
}
