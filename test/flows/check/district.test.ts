/** The demo district, checked school by school: what is seeded is found, and nothing is found where nothing is. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { type DemoSchool, generateDistrict } from '../../../src/cli/demo/district/generate.ts';
import { maskId } from '../../../src/core/mask.ts';
import { checkTerm } from '../../../src/flows/check/check.ts';
import { compareCodes, type ComparisonOutcome } from '../../../src/flows/codes/compare-codes.ts';
import { takeDrop } from '../../../src/flows/intake/drop.ts';
import type { CheckReport } from '../../../src/report/model.ts';
import { newSchool, offered } from '../support.ts';

const TERM = '114-1';
/** Schools are made up, so no list has them. */
const POLICY = { severities: { 'roster/school-known': 'off' } } as const;
const made: { school: DemoSchool; report: CheckReport; comparison: ComparisonOutcome }[] = [];

beforeAll(async () => {
  const first = await newSchool('990399');
  const { registry } = first.services;
  for await (const school of generateDistrict(registry, { schools: 6, students: 48, seed: '12', term: TERM, common: 'national-roster' })) {
    const { services, store } = await newSchool(school.school);
    const folder = join(services.home.path, school.school);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'school.json'), JSON.stringify({ code: school.school, term: TERM, systems: school.systems }));
    await takeDrop(services, store, school.files.map(({ name, bytes }) => offered(name, bytes)), { act: 'intake/import', term: null, systems: school.systems });
    const { report } = await checkTerm(services, store, TERM, POLICY);
    made.push({ school, report, comparison: await compareCodes(services, store, TERM) });
  }
});

test('the district has all kinds of schools and of errors', () => {
  expect(new Set(made.map(({ school }) => school.system)).size).toBeGreaterThan(3);
  expect(new Set(made.flatMap(({ school }) => school.seeded.map(({ finds }) => finds))).size).toBe(10);
});

test('no finding is raised at a clean school', () => {
  const clean = made.filter(({ school }) => school.seeded.length === 0);
  expect(clean.length).toBeGreaterThan(1);
  for (const { school, report } of clean) {
    expect(report.summary.students).toBe(48);
    expect(report.rules.map(({ rule, count }) => [rule, count]), `${school.school} ${school.system}`).toEqual([]);
    expect(report.gate).toBe('open');
  }
});

test('a clean school takes exactly what its filed plan says, day and night', () => {
  for (const { school, comparison: { status, kept } } of made.filter(({ school: { seeded } }) => seeded.length === 0)) {
    expect([status, kept?.result.differences, kept?.result.plan.missing], school.school).toEqual(['compared', [], []]);
  }
});

test('every seeded error is found, and at its student where the row was taken in', () => {
  const spoilt = made.filter(({ school }) => school.seeded.length > 0);
  expect(spoilt.length).toBeGreaterThan(2);
  for (const { school, report } of spoilt) {
    for (const [finds, errors] of Map.groupBy(school.seeded, (error) => error.finds)) {
      const where = `${school.school} ${school.system} ${finds}`;
      expect(report.rules.find(({ rule }) => rule === finds)?.count ?? 0, where).toBeGreaterThanOrEqual(errors.length);
      if (finds.startsWith('mapping/')) continue;
      const students = report.findings.filter(({ rule }) => rule === finds).map(({ student }) => student);
      expect(students, where).toEqual(expect.arrayContaining(errors.map(({ idNumber }) => maskId(idNumber!))));
    }
    expect(report.gate).toBe('shut');
  }
});
