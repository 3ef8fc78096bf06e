/** What goes into a year's package and what never does: limits over schools, posts of the school, consultations, every roster of grade 3. */
import { expect, test } from 'vitest';
import { systemFiles } from '../../../src/cli/demo/district/files.ts';
import type { Draft } from '../../../src/cli/demo/district/school.ts';
import type { CanonicalRecord } from '../../../src/core/record.ts';
import { takeDrop } from '../../../src/flows/intake/drop.ts';
import { entryChange } from '../../../src/flows/portfolio/ledger/ledger.ts';
import { checkYear } from '../../../src/flows/year/check.ts';
import { acceptYear, packYear, type YearOutcome } from '../../../src/flows/year/pack.ts';
import type { Batch } from '../../../src/flows/year/rosters.ts';
import { yearPlan } from '../../../src/flows/year/scope.ts';
import { fileSource } from '../../../src/formats/bytes.ts';
import { openZip } from '../../../src/formats/zip/read.ts';
import { document } from '../../formats/pdf/raw-pdf.ts';
import { newSchool, offered, type School } from '../support.ts';
import { files, people, SCHOOL } from '../attachments/support.ts';

const POLICY = { severities: { 'roster/school-known': 'off', 'roster/set-complete': 'off' } } as const;
const ONE = people(1)[0]!;

const base = { school: SCHOOL, idNumber: ONE.idNumber, birthDate: ONE.birthDate };
const student = (grade: number): Draft => ({
  ...base, type: 'student', term: '114-1', sex: '1', groupCode: '11', departmentCode: '101', classType: '1', grade, className: `${grade}01`, seat: '01', specialIdentity: '0',
});
const link = (what: string, number: number): string => `${ONE.idNumber}/${what}${String(number).padStart(2, '0')}.pdf`;
const work = (number: number, more: object = { division: 'day', credits: 4 }): Draft => ({
  ...base, type: 'courseWork', kind: 'regular', term: '114-0', courseCode: `111${SCHOOL}H11101A10101${String(number).padStart(2, '0')}`, subjectName: `科目${number}`, grade: 1, studiedTerm: 1, documentLink: link('C', number), brief: '心得', ...more,
});
const performance = (number: number): Draft => ({ ...base, type: 'performance', kind: 'work', term: '114-0', name: `作品${number}`, date: '2025-12-01', brief: '水彩', workLink: link('E', number) });
const post = (part: 1 | 2): Draft => ({
  ...base, type: 'cadre', term: `114-${part}`, unit: '班級', role: '班長', level: '2', ...(part === 1 ? { startDate: '2025-09-01', endDate: '2026-01-20' } : { startDate: '2026-02-11', endDate: '2026-06-30' }),
});
const many = (count: number, make: (number: number) => Draft): Draft[] => Array.from({ length: count }, (_, index) => make(index + 1));

/** Rosters of each term, and a document for every link. */
async function take({ services, store }: School, drafts: readonly Draft[]): Promise<void> {
  const adapter = services.registry.adapter('national-roster')!;
  const rosters = await Promise.all([...Map.groupBy(drafts, ({ term }) => String(term))].map(([term, own]) => systemFiles(SCHOOL, term, own, [adapter], (_header, rows) => rows)));
  const links = drafts.flatMap((draft) => [draft['documentLink'], draft['workLink']].filter((one) => typeof one === 'string'));
  const dropped = [...rosters.flat().map(({ name, bytes }) => offered(name, bytes)), ...files(Object.fromEntries(links.map((one) => [one, document([{ text: one }])])))];
  const { files: outcomes } = await takeDrop(services, store, dropped, { act: 'test', term: null });
  expect(outcomes.filter(({ status, rejected }) => status === 'quarantined' || rejected > 0)).toEqual([]);
}

async function pack({ services, store }: School, batch: Batch = null): Promise<YearOutcome & { errors: readonly string[] }> {
  const plan = yearPlan({ ...services, today: '2026-08-20' }, 114, batch, POLICY);
  const check = await checkYear({ ...services, today: '2026-08-20' }, store, plan, POLICY);
  const outcome = await packYear(services, store, plan, check);
  acceptYear(store, 114, outcome);
  return { ...outcome, errors: check.report.rules.filter(({ severity }) => severity === 'error').map(({ rule }) => rule) };
}

const rowsOf = ({ rosters }: YearOutcome): Record<string, number> => Object.fromEntries(rosters.map(({ rosterType, sheets }) => [rosterType, Object.values(sheets).reduce((sum, rows) => sum + rows, 0)]));

/** A package that says the school before has submitted these this year. */
function cameWith({ store }: School, records: readonly Draft[]): void {
  store.shelve([entryChange(store, {
    package: 'p'.repeat(64), number: 1, state: 'merged', from: '990398', key: { idNumber: ONE.idNumber, birthDate: ONE.birthDate }, formerKeys: [], name: null,
    records: records.map((draft, index) => ({ ...draft, submittedTerm: '114-1', source: { input: 'p', table: 0, row: index + 2 } }) as unknown as CanonicalRecord), files: [], evidence: [], input: null, unread: [], consultation: null, change: null,
  })]);
}

test('six works and ten performances are taken, posts the school entered beside them; one more of either is not', async () => {
  const school = await newSchool(SCHOOL);
  await take(school, [student(1), post(1), post(2), ...many(6, work), ...many(10, performance)]);
  const outcome = await pack(school);
  expect([outcome.status, outcome.errors, rowsOf(outcome)]).toEqual(['packed', [], { 25: 10, 26: 6 }]);
  await take(school, [student(1), ...many(7, work), ...many(11, performance)]);
  expect(await pack(school)).toMatchObject({ status: 'shut', errors: expect.arrayContaining(['performance/picks-limit', 'work/picks-limit']) });
});

test('what the school before submitted this year counts, and is not submitted again', async () => {
  const school = await newSchool(SCHOOL);
  await take(school, [student(1), ...many(5, work)]);
  expect((await pack(school)).errors).toEqual([]);
  cameWith(school, [work(11), work(12)]);
  expect((await pack(school)).errors).toEqual(['work/picks-limit']);
  const another = await newSchool(SCHOOL);
  await take(another, [student(1), ...many(5, work)]);
  cameWith(another, [work(11)]);
  expect(await pack(another)).toMatchObject({ status: 'packed', errors: [], parts: [{ attachments: 5 }] });
});

test('grade 3 has four rosters a batch, the posts of the batch\'s term among them', async () => {
  const school = await newSchool(SCHOOL);
  const night = { division: 'night', hours: 4, courseCode: `111${SCHOOL}C11101A1010190`, subjectName: '夜間' };
  const first = [student(3), post(1), performance(1), work(1), work(2, night)];
  await take(school, first);
  const one = await pack(school, 1);
  expect([one.errors, rowsOf(one)]).toEqual([[], { 34: 1, 35: 1, 36: 1, 38: 1 }]);
  await take(school, [...first, post(2), performance(2), work(3), work(4, { ...night, courseCode: `111${SCHOOL}C11101A1010191` })]);
  const two = await pack(school, 2);
  expect([two.errors, rowsOf(two)]).toEqual([[], { 74: 1, 75: 1, 76: 1, 78: 1 }]);
});

test('a consultation goes nowhere, nor does the file it names, and neither does a file nobody names', async () => {
  const school = await newSchool(SCHOOL);
  const consultation: Draft = { type: 'consultation', school: SCHOOL, term: '114-1', students: ONE.idNumber, startedAt: '2025-10-01T10:00', endedAt: '2025-10-01T10:30', title: '選課', place: '輔導室', teacher: '王老師', brief: '談選課', attachmentName: 'secret.pdf' };
  await take(school, [student(1), work(1), consultation]);
  await takeDrop(school.services, school.store, files({ 'secret.pdf': document([{ text: 'secret' }]), 'nobody.pdf': document([{ text: 'nobody' }]) }), { act: 'test', term: null });
  let kept = 0;
  for (const term of school.store.terms()) for await (const records of school.store.records(term, 'consultation')) kept += records.length;
  expect(kept).toBe(1);
  const { parts } = await pack(school);
  await using source = await fileSource(parts[0]!.package);
  const archive = await openZip(source, 'package.zip');
  expect(archive.entries.filter(({ name }) => name.startsWith('data/')).map(({ name }) => name.replace(/[0-9a-f]{64}/, '…'))).toHaveLength(2);
  await archive.close();
});
