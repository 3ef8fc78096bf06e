/** What stands in the PDFs of a drop reaches the check of the year, whatever their bytes are packed in. */
import { PDF } from '@libpdf/core';
import { expect, test } from 'vitest';
import { refreshAttachments } from '../../../src/flows/attachments/lists.ts';
import { takeDrop } from '../../../src/flows/intake/drop.ts';
import { checkYear } from '../../../src/flows/year/check.ts';
import { yearPlan } from '../../../src/flows/year/scope.ts';
import { document, link } from '../../formats/pdf/raw-pdf.ts';
import { newSchool, type School } from '../support.ts';
import { files, people, performances, SCHOOL, studentRoster, works } from './support.ts';

const URI = link('<< /S /URI /URI (https://example.org/) >>');
const PEOPLE = people(7);
const linkOf = (index: number): string => `${PEOPLE[index]!.idNumber}/C01.pdf`;

async function locked(): Promise<Uint8Array> {
  const pdf = await PDF.load(document([{ text: 'x' }]));
  pdf.setProtection({ userPassword: 'secret', ownerPassword: 'secret' });
  return pdf.save();
}

async function schoolWith(): Promise<School> {
  const school = await newSchool(SCHOOL);
  const pdfs = [
    document([{ text: 'clean' }], { compressed: true }), document([{ text: 'a' }, { annotations: [URI] }], { compressed: true }), document([{ text: 'see https://example.org' }]),
    await locked(), document([{ text: 'cut' }]).subarray(0, 40),
  ];
  const drop = files({
    '學生資料.xlsx': await studentRoster(PEOPLE.map((one) => [one, 1])),
    '26.xlsx': await works(pdfs.map((_, index) => ({ student: PEOPLE[index]!, document: linkOf(index) }))),
    '25.xlsx': await performances([{ student: PEOPLE[5]!, name: '作品', link: linkOf(5) }]),
    ...Object.fromEntries([...pdfs, document([{ annotations: [URI], text: 'see www.example.org' }])].map((bytes, index) => [linkOf(index), bytes])),
  });
  await takeDrop(school.services, school.store, drop, { act: 'test', term: null });
  return school;
}

/** Rule → file the finding is about, by number. */
async function found({ services, store }: School): Promise<Record<string, number[]>> {
  const policy = { severities: { 'roster/school-known': 'off' as const } };
  const { report } = await checkYear(services, store, yearPlan(services, 114, null, policy), policy);
  const about = report.findings.filter(({ rule }) => /leads-out|shows-address|document-/.test(rule));
  return Object.fromEntries([...Map.groupBy(about, ({ rule }) => rule)].map(([rule, all]) => [rule, all.map(({ row }) => (row ?? 0) - 2).sort()]));
}

test('links, addresses, passwords and damage are found in works; a performance may have links', async () => {
  const school = await schoolWith();
  expect(await found(school)).toEqual({ 'work/leads-out': [1], 'work/shows-address': [2], 'item/document-encrypted': [3], 'work/document-unread': [3, 4] });
});

test('what was found is kept with the content: nothing is looked through twice', async () => {
  const school = await schoolWith();
  const kept = [...school.store.shelf('attachments/pdf').entries()];
  expect(kept).toHaveLength(6);
  school.store.shelve([{ shelf: 'attachments/state', key: 'key', value: null }]);
  const steps: string[] = [];
  await refreshAttachments({ ...school.services, progress: { step: (what) => steps.push(what), end: () => undefined } }, school.store);
  expect(steps).toEqual([]);
  expect([...school.store.shelf('attachments/pdf').entries()]).toEqual(kept);
});
