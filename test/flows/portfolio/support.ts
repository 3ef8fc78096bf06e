/** Several schools of one home that hand students to each other, inside this process. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, expect } from 'vitest';
import type { CanonicalRecord, StudentKey } from '../../../src/core/record.ts';
import { filesAt } from '../../../src/flows/intake/offered.ts';
import { takeDrop } from '../../../src/flows/intake/drop.ts';
import { gatherPerson, type Person } from '../../../src/flows/portfolio/gather.ts';
import { type GiveOutcome, givePackage } from '../../../src/flows/portfolio/give/give-package.ts';
import { allEntries, knownAliases } from '../../../src/flows/portfolio/ledger/ledger.ts';
import { type YearUsed, yearsUsed } from '../../../src/flows/portfolio/status/limits.ts';
import { placePerson, reportingBy } from '../../../src/flows/portfolio/status/person.ts';
import { indexStudents } from '../../../src/flows/portfolio/students/index-students.ts';
import type { TakeOutcome } from '../../../src/flows/portfolio/take/outcome.ts';
import { takePackage } from '../../../src/flows/portfolio/take/take-package.ts';
import { fileSource } from '../../../src/formats/bytes.ts';
import type { SchoolStore } from '../../../src/store/port.ts';
import { writeExport } from '../../portfolio.ts';
import { newSchool, type School } from '../support.ts';

const PASSWORD = 'Pw-12345';
const folders: string[] = [];
afterAll(() => {
  for (const path of folders) rmSync(path, { recursive: true, force: true });
});

/** A folder that is gone when the file's tests are over. */
export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'licheng-moves-'));
  folders.push(path);
  return path;
}

function settle({ services, store: { school } }: School, system: string): void {
  writeFileSync(join(services.home.path, school, 'school.json'), JSON.stringify({ code: school, systems: [system], divisions: ['day'] }));
  services.home.seals.create(school, { validFrom: services.today, validTo: '2027-12-31' }, '2026-02-20T01:00:00');
}

/** A school on a system, in a home of its own, with a key to seal by. */
export async function schoolOn(code: string, system: string): Promise<School> {
  const made = await newSchool(code);
  settle(made, system);
  return made;
}

/** Schools of one home by code, all on one system. */
export async function schoolsOn(codes: readonly string[], system: string): Promise<ReadonlyMap<string, School>> {
  const first = await schoolOn(codes[0]!, system);
  const made = new Map([[codes[0]!, first]]);
  for (const code of codes.slice(1)) {
    const school = { services: first.services, store: await first.services.home.school(code, { create: true }) };
    settle(school, system);
    made.set(code, school);
  }
  return made;
}

/** Takes in what a folder holds, as the school's own. */
export async function takeOwn({ services, store }: School, path: string, system: string): Promise<void> {
  const { files } = await takeDrop(services, store, filesAt([path]), { act: 'test', term: null, systems: [system] });
  expect(files.filter(({ status, rejected }) => status === 'quarantined' || rejected > 0)).toEqual([]);
}

/** A new export of a school's system. */
export async function exported(school: School, system: string, records: readonly CanonicalRecord[]): Promise<void> {
  const path = folder();
  await writeExport(path, system, school.store.school, records);
  await takeOwn(school, path, system);
}

/** A package of the students, in a folder of its own. */
export function handOver({ services, store }: School, students: readonly StudentKey[], to: string, format: 'exchange' | 'sealed'): Promise<GiveOutcome> {
  return givePackage(services, store, {
    students: students.map(({ idNumber }) => idNumber), to, format, out: folder(), password: PASSWORD, consultations: false, request: null, act: 'test',
  });
}

export async function takeIn({ services, store }: School, path: string): Promise<TakeOutcome> {
  await using source = await fileSource(path);
  return await takePackage(services, store, source, { file: basename(path), password: PASSWORD, dryRun: false, acceptMissing: null, change: null, act: 'test' });
}

/** Everything a school has of a student. */
export async function personAt(store: SchoolStore, key: StudentKey): Promise<Person> {
  return gatherPerson(store, await indexStudents(store, knownAliases(allEntries(store))), key);
}

/** What the school knows to be handed in of the student. */
export async function usedAt({ services, store }: School, key: StudentKey): Promise<readonly YearUsed[]> {
  const person = await personAt(store, key);
  const reporting = reportingBy(services, store);
  return yearsUsed(reporting.policy, placePerson(reporting, person).placed, store.school, person.ownerOf);
}
