/**
 * A school year of students with a work of 1 MB each, in a process of its own: `zip-year.ts make FOLDER STUDENTS` takes rosters and
 * files in, `change` hands one student's file in again with other bytes, `pack` checks and packs as the command does.
 */
import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { takeDrop } from '../../src/flows/intake/drop.ts';
import type { OfferedFile } from '../../src/flows/intake/offered.ts';
import { checkYear } from '../../src/flows/year/check.ts';
import { acceptYear, packYear } from '../../src/flows/year/pack.ts';
import { yearPlan } from '../../src/flows/year/scope.ts';
import { memorySource } from '../../src/formats/bytes.ts';
import { people, SCHOOL, studentRoster, works } from '../flows/attachments/rosters.ts';
import { benchServices } from './home.ts';
import { tell } from './measure.ts';

const YEAR = 114;
const POLICY = { severities: { 'roster/school-known': 'off' as const } };

const [what, folder, students] = process.argv.slice(2) as ['make' | 'change' | 'pack', string, string];
if (what === 'make') mkdirSync(folder);
const services = await benchServices(folder);
const store = await services.home.school(SCHOOL, { create: what === 'make' });

/** One is as random as the next: bytes of a picture in JPEG, and no compression shrinks them. */
const picture = (): Uint8Array => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(1_000_000)]);

const offer = (name: string, bytes: () => Uint8Array | Promise<Uint8Array>): OfferedFile => ({
  name, path: name, open: async () => Object.assign(memorySource(await bytes()), { [Symbol.asyncDispose]: async () => undefined }),
});

const linkOf = (idNumber: string): string => `${idNumber}/C01.jpg`;

async function make(count: number): Promise<void> {
  const all = people(count);
  const taken = await takeDrop(services, store, [
    offer('學生資料.xlsx', () => studentRoster(all.map((one) => [one, 1]))),
    offer('26.xlsx', () => works(all.map((student) => ({ student, document: linkOf(student.idNumber) })))),
    ...all.map(({ idNumber }) => offer(linkOf(idNumber), picture)),
  ], { act: 'bench', term: null });
  tell({ students: count, files: taken.files.length });
}

async function change(): Promise<void> {
  await takeDrop(services, store, [offer(linkOf(people(1)[0]!.idNumber), picture)], { act: 'bench', term: null });
  tell({});
}

async function pack(): Promise<void> {
  const plan = yearPlan(services, YEAR, null, POLICY);
  const started = performance.now();
  const check = await checkYear(services, store, plan, POLICY);
  const checked = performance.now();
  const before = process.cpuUsage();
  const outcome = await packYear(services, store, plan, check);
  acceptYear(store, YEAR, outcome);
  const { user, system } = process.cpuUsage(before);
  tell({ status: outcome.status, parts: outcome.parts.length, check: checked - started, wall: performance.now() - checked, work: (user + system) / 1000 });
}

await (what === 'make' ? make(Number(students)) : what === 'change' ? change() : pack());
await store.close();
await services.home.close();
