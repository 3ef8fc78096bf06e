/** The district's report: what stands at each school, drawn again only when that changed. */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { FlowName } from '../../core/flow-name.ts';
import { sha256 } from '../../core/sha256.ts';
import { renderDistrictHtml, renderDistrictJson } from '../../report/district.ts';
import type { TrendPoint } from '../../report/district-column.ts';
import type { DistrictReport, SchoolLine } from '../../report/model.ts';
import { publishIfChanged } from '../publish-file.ts';
import { reportFiles } from '../reports.ts';
import type { Services } from '../services.ts';
import { DISTRICT_COLUMNS } from './columns/index.ts';
import type { SchoolNight } from './outcome.ts';
import { trendsOf } from './trend.ts';

const folder = (services: Services): string => join(services.home.path, 'reports');

/** Path of the page. */
export function districtPage(services: Services): string {
  return join(folder(services), 'district.html');
}

function districtData(services: Services): string {
  return join(folder(services), 'district.json');
}

interface Drawn {
  readonly text: string;
  readonly report: DistrictReport;
}

/** The report as it lies there; null when there is none, or none that can be read. */
function drawn(services: Services): Drawn | null {
  const file = districtData(services);
  if (!existsSync(file) || !existsSync(districtPage(services))) return null;
  const text = readFileSync(file, 'utf8');
  try {
    return { text, report: JSON.parse(text) as DistrictReport };
  } catch {
    return null;
  }
}

function lineOf(services: Services, night: SchoolNight): SchoolLine {
  const standing = night.standing ?? { status: night.status === 'fault' ? 'fault' : 'unchanged', records: 0, quarantined: 0 } as const;
  return {
    school: night.school, name: night.name,
    status: standing.status, imported: standing.records, rejected: standing.quarantined,
    errors: night.findings.errors, warnings: night.findings.warnings,
    packages: night.packages.map((path) => relative(services.home.path, path)),
    whoseMove: night.whoseMove,
    report: night.term === null ? null : relative(folder(services), reportFiles(services, night.school, night.term).html),
    cells: night.cells,
  };
}

/** A line that was drawn before, without the words that drawing adds, and without the trend, which each run continues. */
function lineBefore({ school, name, status, imported, rejected, errors, warnings, packages, whoseMove, report, cells }: SchoolLine): SchoolLine {
  return { school, name, status, imported, rejected, errors, warnings, packages, whoseMove, report, cells: cells ?? {} };
}

/** The trends as they were drawn, or as a run continues them. */
function withTrends(schools: readonly SchoolLine[], trends: ReadonlyMap<string, readonly TrendPoint[]>): SchoolLine[] {
  return schools.map((line) => ({ ...line, trend: trends.get(line.school) ?? [] }));
}

function trendsDrawn({ report }: Drawn): ReadonlyMap<string, readonly TrendPoint[]> {
  return new Map(report.schools.map(({ school, trend }) => [school, trend ?? []]));
}

/** Schools that this run left alone, or found in other hands, keep the line they had. */
function lines(services: Services, nights: readonly SchoolNight[], before: Drawn | null): SchoolLine[] {
  const all = new Map<string, SchoolLine>();
  for (const line of before?.report.schools ?? []) all.set(line.school, lineBefore(line));
  for (const night of nights) if (night.status !== 'busy' || !all.has(night.school)) all.set(night.school, lineOf(services, night));
  const here = new Set(services.home.schools());
  return [...all.values()].filter(({ school }) => here.has(school)).sort((a, b) => (a.school < b.school ? -1 : 1));
}

/**
 * The report to be written, or null when what lies there says the same, whatever day and run it is of.
 * The run's name is the hash of what the schools stand on: the same night has the same name.
 */
export function districtReport(services: Services, flows: ReadonlySet<FlowName>, nights: readonly SchoolNight[]): DistrictReport | null {
  const before = drawn(services);
  const schools = lines(services, nights, before);
  const { today, version } = services;
  const columns = DISTRICT_COLUMNS;
  const nothingNew = before
    ? renderDistrictJson({ run: before.report.run, today: before.report.today, version, columns, schools: withTrends(schools, trendsDrawn(before)) }, 'zh-TW') === before.text
    : schools.every(({ status }) => status === 'unchanged');
  if (nothingNew && !nights.some((night) => night.worked)) return null;
  const keys = nights.map((night) => night.standing?.key ?? null);
  const run = sha256(JSON.stringify([today, version, [...flows], schools, keys])).slice(0, 16);
  const trends = trendsOf(services.home.catalogue, run, nights.map((night) => ({ ...night, today })));
  return { run, today, version, columns, schools: withTrends(schools, trends) };
}

/** Writes page and data; the data last, because it is what the next run looks at. */
export function writeDistrict(services: Services, report: DistrictReport): void {
  mkdirSync(folder(services), { recursive: true, mode: 0o700 });
  publishIfChanged(districtPage(services), renderDistrictHtml(report, 'zh-TW'));
  publishIfChanged(districtData(services), renderDistrictJson(report, 'zh-TW'));
}
